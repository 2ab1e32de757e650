using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Sites;

namespace Recap.Talks.Judging;

/// <summary>The words by which headings that are no talk give themselves away.</summary>
internal static partial class SectionWords
{
    private const int LongestByline = 120;
    private const string Marks = " .!?:…\"*-_«»";

    // A byline has one of these in it, most lines have none: "dact" is of "rédaction", "dit" of "crédit".
    private static readonly SearchValues<string> BylineStems = SearchValues.Create(
        [" par", " by", "article", "texte", "billet", "auteur", "autrice", "author", "dact", "photo", "dit", "illustration"], StringComparison.OrdinalIgnoreCase);

    private static readonly PhraseBook Phrases = PhraseBook.Read("Recap.Talks.Judging.section-words.tsv");

    /// <summary>Lower case, no accents, straight apostrophes, no marks at either end and no emoji at the last.</summary>
    public static string Fold(string title)
    {
        var kept = WithoutEmoji(Slug.WithoutAccents(title).AsSpan().Trim(Marks)).Trim(Marks);
        return string.Create(kept.Length, kept, static (folded, kept) =>
        {
            kept.ToLowerInvariant(folded);
            folded.Replace('’', '\'');
        });
    }

    // "Les talks 🎤", "Quickies ⚡".
    private static ReadOnlySpan<char> WithoutEmoji(ReadOnlySpan<char> title)
    {
        while (title.Length > 0 && IsOfEmoji(title[^1]))
        {
            title = title[..^1];
        }

        return title;
    }

    private static bool IsOfEmoji(char c) => char.IsSurrogate(c) || c is '\uFE0F' or '\u200D' or >= '\u2190' and <= '\u2BFF';

    /// <summary>What a folded title gives away of itself; a title of a talk gives away nothing, most of the time.</summary>
    public static SectionSense SenseOf(string folded) => Phrases.SenseOf(folded);

    /// <summary>Whether a line names who wrote, drew or photographed, not who spoke: its first words tell.</summary>
    public static bool IsByline(string line)
    {
        var length = Math.Min(line.Length, LongestByline);
        return line.AsSpan(0, length).ContainsAny(BylineStems) && Byline().IsMatch(Fold(line[..length]));
    }

    [GeneratedRegex(@"^(?:(?:un |cet? |le |la )?(?:article|texte|billet|compte[- ]rendu|recap\w*|post|retour|resume|section|partie) )?(?:(?:co[- ]?)?(?:ecrit|redige|poste|publie|propose|raconte|relate|traduit|relu|dessine|illustre|photographie)e?s?(?: et \w+)? par|(?:written|posted|published|translated|illustrated|reviewed) by)\b|^(?:article|texte|billet|auteur|autrice|author|redaction|redacteur|redactrice|photo|credit|illustration)s?(?: photos?)? ?(?::|par\b|by\b|de\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Byline();
}

/// <summary>What the words of a heading give away.</summary>
[Flags]
internal enum SectionSense
{
    None = 0,

    /// <summary>"The talks": it holds sessions together.</summary>
    Sessions = 1,

    /// <summary>A day, a half-day, a track: it holds sessions together.</summary>
    Day = 2,

    /// <summary>Holds others together.</summary>
    Container = Sessions | Day,

    /// <summary>The post's own frame: introduction, conclusion, thanks.</summary>
    Frame = 4,

    /// <summary>Tells of something else than a session, by a word in it: lunch, train, party.</summary>
    Other = 8,

    /// <summary>Speaks in the writer's own person.</summary>
    Personal = 16,

    /// <summary>A part of a talk: what the writer makes of it, or one of its steps.</summary>
    Part = 32,

    /// <summary>A post's title that promises to tell of a conference.</summary>
    Recap = 64,

    /// <summary>A post's title that says what it tells of, and that is no session: books, the week's links, a year.</summary>
    Elsewhere = 128,

    /// <summary>The same, whatever conference it names: it calls for sessions to come, or is the minutes of an association.</summary>
    Never = 256,
}
