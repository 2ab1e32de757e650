using System.Buffers;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;

namespace Recap.Talks.Posts.Markup;

/// <summary>
/// How Markdown is parsed: with what a text may hold. Each parser looks at every character that may begin what it reads, so those
/// of rare things are left out where nothing of the text can be theirs.
/// </summary>
internal static class Pipelines
{
    // A post nests lists in quotes in lists; a hundred levels are an attack on the parser.
    private const int DeepestNesting = 64;

    // Bare addresses begin with these letters. Every tenth letter is a t or an m: so the rarer addresses are looked for only in posts that hold one.
    private static readonly char[] StartsOfAddresses = ['h', 'w'];
    private static readonly char[] StartsOfAllAddresses = ['h', 'w', 'f', 'm', 't'];
    private static readonly SearchValues<string> RareAddresses = SearchValues.Create(["ftp://", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    private static readonly MarkdownPipeline[] All = [.. Enumerable.Range(0, (int)(Rare.All + 1)).Select(index => Build((Rare)index))];

    /// <summary>What few posts hold.</summary>
    [Flags]
    private enum Rare
    {
        None = 0,
        Addresses = 1,
        Tables = 2,
        Footnotes = 4,
        All = Addresses | Tables | Footnotes,
    }

    /// <summary>The pipeline for a text.</summary>
    public static MarkdownPipeline For(ReadOnlySpan<char> markdown) => All[(int)(
        (markdown.ContainsAny(RareAddresses) ? Rare.Addresses : Rare.None)
        | (markdown.Contains('|') ? Rare.Tables : Rare.None)
        | (markdown.Contains("[^", StringComparison.Ordinal) ? Rare.Footnotes : Rare.None))];

    private static MarkdownPipeline Build(Rare held)
    {
        var builder = new MarkdownPipelineBuilder();
        builder = held.HasFlag(Rare.Tables) ? builder.UsePipeTables() : builder;
        builder = held.HasFlag(Rare.Footnotes) ? builder.UseFootnotes() : builder;
        builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked);
        builder.InlineParsers.Insert(0, new AutoLinkParser(new AutoLinkOptions()) { OpeningCharacters = held.HasFlag(Rare.Addresses) ? StartsOfAllAddresses : StartsOfAddresses });
        builder.MaximumNestingDepth = DeepestNesting;
        return builder.Build();
    }
}
