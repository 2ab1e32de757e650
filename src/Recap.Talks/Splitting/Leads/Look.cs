using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>What sets a line apart from prose.</summary>
internal enum Look
{
    None,
    Link,
    Bold,
    Italic,
    Quoted,
    Capitals,

    /// <summary>A title and who gave it.</summary>
    People,

    /// <summary>An item that is all its list.</summary>
    Item,

    /// <summary>Bold words that run into prose.</summary>
    RunIn,

    /// <summary>The same in items of lists.</summary>
    RunInItem,
}

/// <summary>Reads looks.</summary>
internal static class Looks
{
    /// <summary>What all words of a block have in common; never <see cref="Look.People"/>, nor any of items and run-ins.</summary>
    public static Look Of(Block block)
    {
        var (isSaid, isLink, url, style) = (false, true, (string?)null, SpanStyle.Bold | SpanStyle.Italic);
        foreach (var span in block.Spans)
        {
            if (LeadSpans.IsSaid(span))
            {
                url = isSaid ? url : span.Url;
                isLink &= span.Url is { } own && own == url;
                style &= span.Style;
                isSaid = true;
            }
        }

        return !isSaid ? Look.None
            : isLink && !block.Plain.StartsWith("http", StringComparison.Ordinal) ? Look.Link
            : style.HasFlag(SpanStyle.Bold) ? Look.Bold
            : style.HasFlag(SpanStyle.Italic) ? Look.Italic
            : block.Plain is ['«' or '“' or '"', .., '»' or '”' or '"'] ? Look.Quoted
            : IsInCapitals(block.Plain) ? Look.Capitals
            : Look.None;
    }

    private static bool IsInCapitals(string text)
    {
        var hasLetters = false;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            hasLetters |= char.IsLetter(c);
        }

        return hasLetters;
    }
}
