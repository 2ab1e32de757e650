using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Judging;

/// <summary>Tells a post that announces a conference from one that comes home from it: by its tenses, and by calls to come.</summary>
internal static class Announcement
{
    private const int LongestWord = 24;

    // "ira"; "ai" and "a" are of what is past.
    private const int ShortestAhead = 3;
    private const int LettersOfAWord = 6;
    private const int FewLines = 6;
    private const int LongestLabel = 12;
    private const int FewWords = 100;
    private const double OneIn = 40;
    private const double SurelyAhead = 2;
    private const double LikelyAhead = 1;

    private static readonly CharacterSet Letters = new(char.IsLetter);

    private static readonly Vocabulary<Tense> Tenses = new(
        ("billetterie inscription inscriptions inscrire inscrivez réserver réservez venez prochain prochains prochaines déroulera dérouleront", Tense.Call),
        ("tiendra tiendront", Tense.Call | Tense.Ahead),
        ("aura auront aurez aurons viendra viendront pourra pourront pourrez ira iront", Tense.Ahead),
        ("était étaient étais avait avaient avais ai avons étions avions fut furent suis", Tense.Behind),
        ("a ont est sont", Tense.Auxiliary));

    /// <summary>What a word says of when something happens.</summary>
    [Flags]
    private enum Tense
    {
        None = 0,

        /// <summary>It calls to come.</summary>
        Call = 1,
        Ahead = 2,
        Behind = 4,

        /// <summary>It makes a participle behind it a past.</summary>
        Auxiliary = 8,
    }

    // What is still to come, wherever a post opens with it.
    private static readonly SearchValues<string> Comes = SearchValues.Create(["va avoir lieu", "vont avoir lieu", "aura lieu", "auront lieu", "se tiendra", "se déroulera", "se dérouleront"], StringComparison.OrdinalIgnoreCase);

    // What else a writer looks forward to.
    private static readonly ImmutableArray<string> Writings = ["billet", "article", "post", "épisode", "numéro"];

    /// <param name="blocks">All that the post says.</param>
    public static bool IsMadeBy(IReadOnlyList<Block> blocks)
    {
        if (Opens(blocks))
        {
            return true;
        }

        // Most posts say too little of what is to come for anything to hang on the rest.
        var (ahead, calls) = ToCome(blocks);
        return calls + ahead >= 4 && (ahead + 2.0 * calls) / (Behind(blocks) + 1) >= (calls >= 2 && ahead >= 2 ? LikelyAhead : SurelyAhead);
    }

    // "Très prochainement va avoir lieu DevTour": nobody comes home from that yet.
    private static bool Opens(IReadOnlyList<Block> blocks) =>
        blocks.FirstOrDefault(block => block.Kind == BlockKind.Paragraph) is { } first && first.Text.AsSpan().ContainsAny(Comes) && Behind([first]) == 0;

    /// <summary>Whether a heading says when and where to come: nobody needs that afterwards.</summary>
    public static bool Appoints(Block block) => block.Kind == BlockKind.Heading && block.Text.Length <= LongestWord
        && SectionWords.Fold(block.Plain) is "date et lieu" or "lieu et date" or "infos pratiques" or "informations pratiques" or "inscription" or "inscriptions" or "s'inscrire";

    /// <summary>Whether the first lines below a heading say when and where it was, or will be, and so tell of an event: "- Date : …", "- Lieu : …".</summary>
    public static bool Dates(List<Block> own)
    {
        var (date, place) = (false, false);
        for (var at = 0; at < Math.Min(own.Count, FewLines); at++)
        {
            var line = own[at].Text.AsSpan().TrimStart(" -*•>");
            date |= line.StartsWith("date", StringComparison.OrdinalIgnoreCase) && IsLabel(line);
            place |= line.StartsWith("lieu", StringComparison.OrdinalIgnoreCase) && IsLabel(line);
        }

        return date && place;
    }

    private static bool IsLabel(ReadOnlySpan<char> line) => line.IndexOf(':') is > 0 and < LongestLabel;

    /// <summary>How much is said of what is still to come, 0..1: 1 from one word in forty on.</summary>
    /// <param name="blocks">All that the post says.</param>
    public static double ShareIn(IReadOnlyList<Block> blocks) =>
        ToCome(blocks) is var (ahead, calls) ? Math.Min(1, OneIn * (ahead + calls) / Math.Max(FewWords, blocks.Sum(block => block.Text.Length) / LettersOfAWord)) : 0;

    private static (int Ahead, int Calls) ToCome(IReadOnlyList<Block> blocks)
    {
        var (ahead, calls) = (0, 0);
        foreach (var block in blocks)
        {
            var text = block.Text.AsSpan();
            foreach (var (start, end) in new WordRuns(text, Letters))
            {
                if (end - start is >= ShortestAhead and <= LongestWord)
                {
                    var word = text[start..end];
                    var tense = Tenses.Of(word);
                    calls += tense.HasFlag(Tense.Call) && !SignsOff(text, start, end) ? 1 : 0;
                    ahead += tense.HasFlag(Tense.Ahead) || IsFuture(word) ? 1 : 0;
                }
            }
        }

        return (ahead, calls);
    }

    private static int Behind(IReadOnlyList<Block> blocks)
    {
        var behind = 0;
        foreach (var block in blocks)
        {
            var text = block.Text.AsSpan();
            var afterAuxiliary = false;
            foreach (var (start, end) in new WordRuns(text, Letters))
            {
                if (end - start <= LongestWord)
                {
                    var word = text[start..end];
                    var tense = Tenses.Of(word);
                    behind += tense.HasFlag(Tense.Behind) || afterAuxiliary && IsParticiple(word) ? 1 : 0;
                    afterAuxiliary = tense.HasFlag(Tense.Auxiliary);
                }
            }
        }

        return behind;
    }

    // "À bientôt pour un prochain billet", "Vivement l'an prochain": who takes leave announces nothing.
    private static bool SignsOff(ReadOnlySpan<char> text, int start, int end)
    {
        var before = text[..start].TrimEnd();
        var behind = text[end..].TrimStart();
        if (before.EndsWith("'an") || before.EndsWith("’an"))
        {
            return true;
        }

        foreach (var next in Writings)
        {
            if (behind.StartsWith(next))
            {
                return true;
            }
        }

        return false;
    }

    // "sera", "seront", "serons", "serez".
    private static bool IsFuture(ReadOnlySpan<char> word) => word is [.., 'e' or 'E', 'r' or 'R', 'a' or 'A']
        or [.., 'e' or 'E', 'r' or 'R', 'o' or 'O', 'n' or 'N', 't' or 'T' or 's' or 'S'] or [.., 'e' or 'E', 'r' or 'R', 'e' or 'E', 'z' or 'Z'];

    private static bool IsParticiple(ReadOnlySpan<char> word) => word is [_, _, .., 'é' or 'É' or 'u' or 'U'] or [_, .., 'i' or 'I', 't' or 'T' or 's' or 'S'];
}
