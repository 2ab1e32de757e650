using Recap.Talks.People;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Reads what stands behind the marked words of a line: labels go, and a bare name is parted from the title.</summary>
internal static class LineTail
{
    /// <summary>The head of a line, its tail read; most lines have none.</summary>
    public static LeadHead Read(LeadHead head) => head.Spans.Length > 1 ? WithDash(WithoutLabels(head)) : head;

    // "[Title](page) ([slides](…))": what leads to the slides or the recording besides is no part of the title.
    private static LeadHead WithoutLabels(LeadHead head)
    {
        var run = LeadSpans.MarkedRun(head.Spans);
        return AreLabels(head.Spans.AsSpan()[run..]) ? new LeadHead(head.Mark, head.Spans[..run], LeadSpans.LengthOf(head.Spans, run)) : head;
    }

    private static bool AreLabels(ReadOnlySpan<Span> spans)
    {
        var isLabel = false;
        foreach (ref readonly var span in spans)
        {
            if (LeadSpans.IsSaid(span))
            {
                isLabel = span.Target?.Kind is LinkKind.Slides or LinkKind.Video && !span.Text.AsSpan().Trim().Contains(' ');
                if (!isLabel)
                {
                    return false;
                }
            }
        }

        return isLabel;
    }

    // "**Title** A": the end of what is marked parts people from the title as a dash does.
    private static LeadHead WithDash(LeadHead head)
    {
        var run = LeadSpans.MarkedRun(head.Spans);
        return run > 0 && run < head.Spans.Length && NameList.Read(LeadSpans.WordsOf(head.Spans[run..]).AsSpan().Trim(), Likeness.Known) is not null
            ? new LeadHead(head.Mark, head.Spans.Insert(run, new Span(" – ", SpanStyle.None, null, head.Spans[run - 1].Line)), head.Length)
            : head;
    }
}
