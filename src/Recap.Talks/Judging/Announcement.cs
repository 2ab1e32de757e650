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

    // Fewer words may be of anything.
    private const int FewestAhead = 4;

    // So many times as much as of what is past; a post that calls to come and looks ahead again and again needs less.
    private const int SurelyAhead = 2;
    private const int LikelyAhead = 1;

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

    // Each word of what is to come has one of these in it: a search for them passes over nearly all of a text.
    private static readonly SearchValues<string> AheadStems = SearchValues.Create(
        ["era", "eron", "erez", "aur", "iendr", "pourr", "ira", "iron", "billetterie", "inscri", "serve", "venez", "prochain"], StringComparison.OrdinalIgnoreCase);

    // What is still to come, wherever a post opens with it.
    private static readonly SearchValues<string> Comes = SearchValues.Create(["va avoir lieu", "vont avoir lieu", "aura lieu", "auront lieu", "se tiendra", "se déroulera", "se dérouleront"], StringComparison.OrdinalIgnoreCase);

    // What else a writer looks forward to.
    private static readonly ImmutableArray<string> Writings = ["billet", "article", "post", "épisode", "numéro"];

    /// <param name="blocks">All that the post says.</param>
    public static bool IsMadeBy(ImmutableArray<Block> blocks)
    {
        if (Opens(blocks))
        {
            return true;
        }

        var (ahead, calls) = (0, 0);
        foreach (var block in blocks)
        {
            var (more, called) = ToCome(block.Text);
            (ahead, calls) = (ahead + more, calls + called);
        }

        // Most posts say too little of what is to come for anything to hang on the rest.
        return calls + ahead >= FewestAhead && !LooksBehind(blocks, (ahead + (2 * calls)) / (calls >= 2 && ahead >= 2 ? LikelyAhead : SurelyAhead));
    }

    // "Très prochainement va avoir lieu DevTour": nobody comes home from that yet.
    private static bool Opens(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph)
            {
                return block.Text.AsSpan().ContainsAny(Comes) && Behind(block.Text) == 0;
            }
        }

        return false;
    }

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
    public static double ShareIn(IEnumerable<Block> blocks)
    {
        var (said, length) = (0, 0);
        foreach (var block in blocks)
        {
            var (ahead, calls) = ToCome(block.Text);
            said += ahead + calls;
            length += block.Text.Length;
        }

        return Math.Min(1, OneIn * said / Math.Max(FewWords, length / LettersOfAWord));
    }

    private static (int Ahead, int Calls) ToCome(ReadOnlySpan<char> text)
    {
        var (ahead, calls) = (0, 0);
        for (var at = 0; text[at..].IndexOfAny(AheadStems) is var next and >= 0;)
        {
            at += next;
            var start = at;
            while (start > 0 && char.IsLetter(text[start - 1]))
            {
                start--;
            }

            while (at < text.Length && char.IsLetter(text[at]))
            {
                at++;
            }

            if (at - start is >= ShortestAhead and <= LongestWord)
            {
                var word = text[start..at];
                var tense = Tenses.Of(word);
                calls += (tense & Tense.Call) != Tense.None && !SignsOff(text, start, at) ? 1 : 0;
                ahead += (tense & Tense.Ahead) != Tense.None || IsFuture(word) ? 1 : 0;
            }
        }

        return (ahead, calls);
    }

    // Whether so many words are of what is past: most posts that come home have them in their first lines.
    private static bool LooksBehind(ImmutableArray<Block> blocks, int enough)
    {
        var behind = 0;
        for (var i = 0; i < blocks.Length && behind < enough; i++)
        {
            behind += Behind(blocks[i].Text);
        }

        return behind >= enough;
    }

    private static int Behind(ReadOnlySpan<char> text)
    {
        var behind = 0;
        var afterAuxiliary = false;
        foreach (var (start, end) in new WordRuns(text, Letters))
        {
            if (end - start <= LongestWord)
            {
                var word = text[start..end];
                var tense = Tenses.Of(word);
                behind += (tense & Tense.Behind) != Tense.None || afterAuxiliary && IsParticiple(word) ? 1 : 0;
                afterAuxiliary = (tense & Tense.Auxiliary) != Tense.None;
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
