using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Facts;

/// <summary>Finds the conference edition that a post tells of: from title, path, tags and its first words.</summary>
internal static partial class EventFacts
{
    private const int Reach = 1_500;

    private static readonly string[] Cities =
        ["Paris", "Lyon", "Lille", "Nantes", "Bordeaux", "Toulouse", "Rennes", "Strasbourg", "Montpellier", "Grenoble", "Marseille", "Nice", "Rouen", "Tours", "Brest", "Amsterdam", "Bruxelles", "Londres", "Barcelone", "Valence", "Berlin", "Vienne", "Genève", "Lausanne", "Anvers", "Luxembourg", "Copenhague", "Stockholm", "Oslo", "Lisbonne", "Madrid", "Milan", "Rome", "Munich", "Cracovie", "Prague", "Budapest", "Montréal", "Québec", "San Francisco", "Las Vegas", "New York", "Chicago", "Détroit", "Seattle", "Salt Lake City", "Atlanta"];

    private static readonly SearchValues<string> AnyCity = SearchValues.Create(Cities, StringComparison.Ordinal);

    /// <param name="post">The post.</param>
    /// <param name="title">Its title.</param>
    /// <param name="date">Its day.</param>
    /// <returns>The edition; null where nothing names one.</returns>
    public static ConferenceEvent? Of(Post post, string? title, DateOnly? date)
    {
        var lead = new Lazy<string>(() => Lead(post.Blocks));
        var name = Fold(title ?? "");
        var path = Path.ChangeExtension(post.Path, null);
        path = Fold(path.AsSpan().ContainsAnyInRange('0', '9') ? DateInPath().Replace(path, " ") : path);
        var tags = new Lazy<string>(() => Fold(string.Join(" , ", post.Fields["tags"].Texts().Concat(post.Fields["categories"].Texts()).Concat(post.Fields["keywords"].Texts()))));
        var described = post.Fields["event"].Text ?? post.Fields["conference"].Text ?? post.Fields["series"].Texts().FirstOrDefault();
        foreach (var (source, shortest) in ((Func<string>, int)[])[(() => Fold(described ?? ""), 3), (() => name, 3), (() => path, 4), (() => tags.Value, 4), (() => Fold(lead.Value), 5)])
        {
            if (Conference.Find(source(), shortest) is { IsEmpty: false } found)
            {
                return Edition(found.Length == 1 ? found[0] : Likeliest(found, string.Join(' ', name, path, tags.Value, Fold(lead.Value), Addresses(post))), title, (name, path), lead, date);
            }
        }

        var series = EventNames.In(title ?? "") is { } named && IsRecap(name, tags) ? named : EventNames.InPath(Path.ChangeExtension(post.Path, null));
        return series is null ? null : Edition(new Conference(series, [], [], null), title, (name, path), lead, date);
    }

    /// <summary>Lower case, no accents, single blanks for every mark but those of names.</summary>
    public static string Fold(string text)
    {
        var plain = Slug.WithoutAccents(text);
        var folded = plain.Length <= Reach ? stackalloc char[plain.Length] : new char[plain.Length];
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c) || c is '.' or ':' or '/' or '+' or '&' or '{' or '}' or '\'')
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return folded[..length].TrimEnd().ToString();
    }

    private static ConferenceEvent Edition(Conference conference, string? title, (string Name, string Path) folded, Lazy<string> lead, DateOnly? date) => new()
    {
        Series = conference.Series,
        Year = YearIn(title ?? "") ?? YearIn(folded.Path) ?? date?.Year ?? YearIn(lead.Value),
        City = conference.City ?? CityIn(title ?? "") ?? CityIn(lead.Value),
        Day = DayIn(folded.Name) ?? DayIn(folded.Path),
    };

    // Of those that share a name, the one that the post has most words of; without any, the one that is called by no more than the name.
    private static Conference Likeliest(IReadOnlyList<Conference> found, string all)
    {
        var likeliest = found.MaxBy(HintsIn)!;
        return HintsIn(likeliest) > 0 ? likeliest : found.FirstOrDefault(conference => conference.Hints.IsEmpty) ?? likeliest;

        int HintsIn(Conference conference) => conference.Hints.Count(hint => all.Contains(hint, StringComparison.Ordinal));
    }

    private static string Addresses(Post post) =>
        string.Join(' ', post.Blocks.Take(30).SelectMany(block => block.Spans).Select(span => span.Url).OfType<string>());

    // The first words tell where it was; the rest of the post may name other conferences.
    private static string Lead(IEnumerable<Block> blocks)
    {
        var text = PlainText.Of(blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem).Take(12));
        return text.Length > Reach ? text[..Reach] : text;
    }

    private static bool IsRecap(string title, Lazy<string> tags) => Recap().IsMatch(title) || EventNames.IsGathering(title) || Recap().IsMatch(tags.Value) || YearIn(title) is not null;

    private static int? YearIn(string text) =>
        PostDate.MayHoldYear(text) && Year().Match(text) is { Success: true } year ? int.Parse(year.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? DayIn(string folded)
    {
        if (!folded.Contains('j') && !folded.Contains("day", StringComparison.Ordinal))
        {
            return null;
        }

        var day = Day().Match(folded);
        return !day.Success ? null
            : day.Groups["n"].Success ? day.Groups["n"].ValueSpan[0] - '0'
            : day.Groups["word"].Value[0] switch { 'p' => 1, '1' => 1, 'd' when day.Groups["word"].Value.StartsWith("deux") => 2, 's' => 2, '2' => 2, 't' => 3, '3' => 3, _ => null };
    }

    // The first city named, and no longer word that begins like one.
    private static string? CityIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(AnyCity); at >= 0; at = text.IndexOfAny(AnyCity))
        {
            text = text[at..];
            foreach (var city in Cities)
            {
                if (text.StartsWith(city) && (text.Length == city.Length || !char.IsLetter(text[city.Length])))
                {
                    return city;
                }
            }

            text = text[1..];
        }

        return null;
    }

    // "devoxxfr2019" holds one, a number of more digits does not.
    [GeneratedRegex(@"(?:^|\D)(?<year>(?:19|20)\d{2})(?:\D|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?:^|/)\d{4}[-/]\d{2}[-/]\d{2}[-_/]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DateInPath();

    [GeneratedRegex(@"\b(?:jour(?:nee)?|day|j)\s?(?:n°\s?)?(?<n>[1-9])\b|\b(?<word>premier|premiere|deuxieme|second|seconde|troisieme|1er|1ere|2e|2eme|3e|3eme) (?:jour|journee)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:retours?|recap\w*|compte|rendu|conferences?|conf|notes|carnet|talks?|event|evenements?|edition|salon|jour|journee|day|meetup)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Recap();
}
