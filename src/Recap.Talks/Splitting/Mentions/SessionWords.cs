using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds the words for sessions that <see cref="MaskedSentence.Session"/> lists, word by word and without a pattern.</summary>
internal static class SessionWords
{
    private static readonly ImmutableArray<string> Alone = [""];

    // Each word that ends a name for a session, and what stands before it there.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Leads = new Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
    {
        ["talk"] = Alone,
        ["conférence"] = Alone,
        ["conference"] = Alone,
        ["conf"] = Alone,
        ["présentation"] = Alone,
        ["presentation"] = Alone,
        ["session"] = Alone,
        ["keynote"] = Alone,
        ["intervention"] = Alone,
        ["atelier"] = Alone,
        ["quickie"] = Alone,
        ["plénière"] = Alone,
        ["workshop"] = Alone,
        ["université"] = Alone,
        ["tutoriel"] = Alone,
        ["bof"] = Alone,
        ["codelab"] = Alone,
        ["exposé"] = Alone,
        ["sujet"] = Alone,
        ["démo"] = Alone,
        ["lt"] = Alone,
        ["ronde"] = ["table ", "tables "],
    }.SelectMany(word => new[] { word, KeyValuePair.Create(word.Key + "s", word.Value) }).Concat(
    [
        KeyValuePair.Create("rex", Alone),
        KeyValuePair.Create("prez", Alone),
        KeyValuePair.Create<string, ImmutableArray<string>>("expérience", ["retour d'", "retour d’", "retours d'", "retours d’"]),
        KeyValuePair.Create<string, ImmutableArray<string>>("coding", ["live ", "live-"]),
        KeyValuePair.Create<string, ImmutableArray<string>>("on", ["hands ", "hands-"]),
    ]).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> Lookup = Leads.GetAlternateLookup<ReadOnlySpan<char>>();

    // For the first letters of those words, a bit for each length that they have: most words of a text are passed over by these.
    private static readonly uint[] Lengths = LengthsByLetter();

    // What a pattern takes for the characters of words, joiners included.
    private static readonly CharacterSet WordCharacters = new(IsOfWord);

    /// <summary>Where the words for sessions end in a text, in its order.</summary>
    public static List<int> Ends(ReadOnlySpan<char> text)
    {
        var ends = new List<int>();
        foreach (var (start, end) in new WordRuns(text, WordCharacters))
        {
            if ((Lengths[Letter(text[start])] >> Math.Min(end - start, 31) & 1) != 0 && Lookup.TryGetValue(text[start..end], out var leads) && IsLedTo(text[..start], leads))
            {
                ends.Add(end);
            }
        }

        return ends;
    }

    private static bool IsLedTo(ReadOnlySpan<char> before, ImmutableArray<string> leads)
    {
        foreach (var lead in leads)
        {
            if (before.EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (lead.Length == 0 || lead.Length == before.Length || !IsOfWord(before[^(lead.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static uint[] LengthsByLetter()
    {
        var lengths = new uint[32];
        foreach (var word in Leads.Keys)
        {
            lengths[Letter(word[0])] |= 1u << word.Length;
        }

        return lengths;
    }

    private static int Letter(char first) => first & 31;

    private static bool IsOfWord(char c) => char.IsLetter(c) || c is '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
