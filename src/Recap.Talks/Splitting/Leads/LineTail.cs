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
        var behind = head.Spans[run..];
        return behind.Any(LeadSpans.IsSaid) && behind.All(span => !LeadSpans.IsSaid(span) || span.Target?.Kind is LinkKind.Slides or LinkKind.Video && !span.Text.Trim().Contains(' '))
            ? new LeadHead(head.Mark, head.Spans[..run], LeadSpans.LengthOf(head.Spans, run))
            : head;
    }

    // "**Title** A": the end of what is marked parts people from the title as a dash does.
    private static LeadHead WithDash(LeadHead head)
    {
        var run = LeadSpans.MarkedRun(head.Spans);
        var behind = string.Concat(head.Spans[run..].Select(span => span.Text)).Trim();
        return run > 0 && PersonNames.MayBegin(behind) && NameList.Read(behind, Likeness.Known) is not null
            ? new LeadHead(head.Mark, head.Spans.Insert(run, new Span(" – ", SpanStyle.None, null, head.Spans[run - 1].Line)), head.Length)
            : head;
    }
}
