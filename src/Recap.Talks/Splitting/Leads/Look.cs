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
        var said = block.Spans.Where(LeadHead.IsSaid).ToList();
        var text = block.Plain;
        return said.Count == 0 ? Look.None
            : said.TrueForAll(span => span.Url is not null && span.Url == said[0].Url) && !text.StartsWith("http", StringComparison.Ordinal) ? Look.Link
            : said.TrueForAll(span => span.Style.HasFlag(SpanStyle.Bold)) ? Look.Bold
            : said.TrueForAll(span => span.Style.HasFlag(SpanStyle.Italic)) ? Look.Italic
            : text is ['«' or '“' or '"', .., '»' or '”' or '"'] ? Look.Quoted
            : text.All(c => !char.IsLower(c)) && text.Any(char.IsLetter) ? Look.Capitals
            : Look.None;
    }
}
