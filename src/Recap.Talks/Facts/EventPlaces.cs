using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.Facts;

/// <summary>Where a post may name the conference it tells of, folded as <see cref="EventFacts.Fold"/> does it and only when asked for.</summary>
internal sealed partial class EventPlaces(Post post, string? title)
{
    private const int Reach = 1_500;
    private const int FirstBlocks = 12;
    private const int BlocksWithAddresses = 30;

    private string? _lead;
    private string? _foldedLead;
    private string? _tags;
    private string? _addresses;

    public string Name { get; } = EventFacts.Fold(title ?? "");

    public string Path { get; } = FoldedPath(System.IO.Path.ChangeExtension(post.Path, null));

    /// <summary>The first words: where it was; the rest of the post may name other conferences.</summary>
    public string Lead => _lead ??= FirstWords(post.Blocks);

    /// <summary>What the first blocks link to.</summary>
    public string Addresses => _addresses ??= string.Join(' ', post.Blocks.Take(BlocksWithAddresses).SelectMany(block => block.Spans).Select(span => span.Url).OfType<string>());

    private string FoldedLead => _foldedLead ??= EventFacts.Fold(Lead);

    private string Tags => _tags ??= EventFacts.Fold(string.Join(" , ", post.Fields["tags"].Texts().Concat(post.Fields["categories"].Texts()).Concat(post.Fields["keywords"].Texts())));

    /// <summary>The listed conference that the post is said to be of: by its front matter, its title or its path.</summary>
    public Conference? Listed() => Known(EventFacts.Fold(Described ?? ""), 3) ?? Known(Name, 3) ?? Known(Path, 4);

    /// <summary>The listed conference that is named beside: by tags or in the first words.</summary>
    public Conference? ListedBeside() => Known(Tags, 4) ?? Known(FoldedLead, 5);

    /// <summary>What the title calls a conference that no list knows; null where it calls nothing so.</summary>
    public string? Named() => (IsRecap() ? EventNames.In(title ?? "") : null) ?? EventNames.Counted(title ?? "");

    private string? Described => post.Fields["event"].Text ?? post.Fields["conference"].Text ?? post.Fields["series"].Texts().FirstOrDefault();

    // "blog/2019/04/24-x" tells no year of a conference, "x-2019" does.
    private static string FoldedPath(string path) =>
        path.AsSpan().ContainsAnyInRange('0', '9') && DateInPath().First(path) is (var at, > 0 and var length) ? FoldedPath($"{path.AsSpan(0, at)} {path.AsSpan(at + length)}") : EventFacts.Fold(path);

    private static string FirstWords(IEnumerable<Block> blocks)
    {
        var text = PlainText.Of(blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem).Take(FirstBlocks), Reach);
        return text.Length > Reach ? text[..Reach] : text;
    }

    private Conference? Known(string folded, int shortest) =>
        Conference.Find(folded, shortest) is { IsEmpty: false } found ? found.Length == 1 ? found[0] : Likeliest(found) : null;

    // Of those that share a name, the one that the post has most words of; without any, the one that is called by no more than the name.
    private Conference Likeliest(ImmutableArray<Conference> found)
    {
        string[] places = [Name, Path, Tags, FoldedLead, Addresses];
        var (likeliest, most) = (found[0], 0);
        foreach (var conference in found)
        {
            var hints = conference.HintsIn(places);
            (likeliest, most) = hints > most ? (conference, hints) : (likeliest, most);
        }

        return most > 0 ? likeliest : found.FirstOrDefault(conference => conference.Hints.IsEmpty) ?? likeliest;
    }

    private bool IsRecap() => Recap().IsMatch(Name) || EventNames.IsGathering(Name) || Recap().IsMatch(Tags) || EventFacts.YearIn(Name) is not null;

    [GeneratedRegex(@"(?:^|/)\d{4}[-/]\d{2}[-/]\d{2}[-_/]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateInPath();

    [GeneratedRegex(@"\b(?:retours?|recap\w*|compte|rendu|conferences?|conf|notes|carnet|talks?|event|evenements?|edition|salon|jour|journee|day|meetup)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Recap();
}
