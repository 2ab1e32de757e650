using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Reads the pieces with which a block begins, by how they are marked.</summary>
internal static class LeadSpans
{
    /// <summary>Whether a piece says something, and is no image.</summary>
    public static bool IsSaid(Span span) => !span.Style.HasFlag(SpanStyle.Image) && HasWords(span.Text);

    /// <summary>Whether any piece has a letter or a digit in it.</summary>
    public static bool HasWords(ReadOnlySpan<Span> spans)
    {
        foreach (ref readonly var span in spans)
        {
            if (HasWords(span.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text has a letter or a digit in it.</summary>
    public static bool HasWords(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any piece is a link.</summary>
    public static bool HasLinks(ReadOnlySpan<Span> spans)
    {
        foreach (ref readonly var span in spans)
        {
            if (span.Target is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first piece that says something; what is marked begins behind the hour: "9h30 – **Title** – A".</summary>
    public static Span FirstSaid(ImmutableArray<Span> spans)
    {
        for (var i = 0; i < spans.Length; i++)
        {
            if (IsSaid(spans[i]) && !(i == 0 && Hours.Precede(spans)))
            {
                return spans[i];
            }
        }

        return default;
    }

    /// <summary>How many pieces from the first on share its mark; blanks and signs between them belong to it.</summary>
    public static int MarkedRun(ImmutableArray<Span> spans)
    {
        var first = FirstSaid(spans);
        var run = 0;
        for (var i = Hours.Precede(spans) ? 1 : 0; i < spans.Length; i++)
        {
            if (IsSaid(spans[i]))
            {
                if (!Shares(spans[i], first))
                {
                    break;
                }

                run = i + 1;
            }
        }

        return run;
    }

    private static bool Shares(Span span, Span first) =>
        first.Style.HasFlag(SpanStyle.Bold) ? span.Style.HasFlag(SpanStyle.Bold) : first.Url is not null ? span.Url == first.Url : span.Style == first.Style;

    /// <summary>The pieces of the first characters; the last of them may be cut.</summary>
    public static ImmutableArray<Span> Take(ImmutableArray<Span> spans, int length)
    {
        if (spans.IsEmpty)
        {
            return spans;
        }

        var last = 0;
        for (; last < spans.Length - 1 && length > spans[last].Text.Length; last++)
        {
            length -= spans[last].Text.Length;
        }

        return spans[last].Text.Length <= length ? spans[..(last + 1)] : [.. spans.AsSpan()[..last], spans[last] with { Text = spans[last].Text[..length] }];
    }

    /// <summary>How many characters the first pieces have.</summary>
    public static int LengthOf(ImmutableArray<Span> spans, int count)
    {
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            length += spans[i].Text.Length;
        }

        return length;
    }

    /// <summary>All that they say.</summary>
    public static string WordsOf(ImmutableArray<Span> spans) => spans is [] ? "" : spans is [var only] ? only.Text : string.Concat(spans.Select(span => span.Text));
}
