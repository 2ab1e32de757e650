using System.Buffers;
using System.Collections.Immutable;

namespace Recap.Talks.Facts;

/// <summary>Conference series that are known by name, with the words that tell editions of one name apart.</summary>
/// <param name="Series">Canonical name, without year.</param>
/// <param name="Aliases">Other spellings, lower case without accents; series may share one.</param>
/// <param name="Hints">Words of a post that speak for this one of those that share an alias.</param>
/// <param name="City">Where it is always held; null where it moves.</param>
internal sealed record Conference(string Series, ImmutableArray<string> Aliases, ImmutableArray<string> Hints, string? City)
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    // Shorter ones are words.
    private const int ShortestJoined = 7;

    // Most hints stand nowhere in a post, which one search for all of them tells.
    private readonly SearchValues<string> _anyHint = SearchValues.Create(Hints.AsSpan(), StringComparison.Ordinal);

    private static readonly CharacterSet OfWords = new(char.IsLetterOrDigit);

    private static readonly ImmutableArray<Conference> All = Read();

    private static readonly Dictionary<string, ImmutableArray<(string Alias, Conference Conference)>> ByFirstWord = All
        .SelectMany(conference => conference.Aliases.Concat(conference.Aliases.Select(Joined).OfType<string>()).Distinct().Select(alias => (alias, conference)))
        .GroupBy(pair => WordAt(pair.alias, 0).ToString(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.alias.Length).ToImmutableArray(), StringComparer.Ordinal);

    // Most words begin no name, which this tells sooner.
    private static readonly WordFilter FirstWords = WordFilter.Of(14, ByFirstWord.Keys.Where(word => word.Length > 0));

    private static readonly Dictionary<string, ImmutableArray<(string Alias, Conference Conference)>>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The conferences whose names a folded text holds, by the longest name at its first place; empty where it holds none.</summary>
    /// <param name="folded">Text as <see cref="EventFacts.Fold"/> makes it.</param>
    /// <param name="shortest">Letters a name must have: in prose, short ones are words.</param>
    public static ImmutableArray<Conference> Find(string folded, int shortest)
    {
        foreach (var (at, _) in new WordRuns(folded, OfWords))
        {
            var word = WordAt(folded, at);
            if ((word.IsEmpty || FirstWords.MayHold(WordHash.Of(word))) && Lookup.TryGetValue(word, out var candidates))
            {
                if (Longest(candidates, folded, at, shortest) is { IsEmpty: false } longest)
                {
                    return longest;
                }
            }
        }

        return [];
    }

    // Candidates come by length, the longest first; several may share a name.
    private static ImmutableArray<Conference> Longest(ImmutableArray<(string Alias, Conference Conference)> candidates, string folded, int at, int shortest)
    {
        var longest = ImmutableArray.CreateBuilder<Conference>(0);
        var length = shortest;
        foreach (var (alias, conference) in candidates)
        {
            if (alias.Length < length)
            {
                break;
            }

            if (IsAt(folded, at, alias))
            {
                longest.Add(conference);
                length = alias.Length;
            }
        }

        return longest.DrainToImmutable();
    }

    /// <summary>How many of its hints stand in any of some folded texts.</summary>
    public int HintsIn(ReadOnlySpan<string> texts)
    {
        var hints = 0;
        if (HoldAny(texts))
        {
            foreach (var hint in Hints)
            {
                hints += Hold(texts, hint) ? 1 : 0;
            }
        }

        return hints;
    }

    private bool HoldAny(ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.AsSpan().ContainsAny(_anyHint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Hold(ReadOnlySpan<string> texts, string hint)
    {
        foreach (var text in texts)
        {
            if (text.Contains(hint, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Tags and folders join the words of a name: "devfestnantes".
    private static string? Joined(string alias) =>
        alias.Contains(' ') && alias.Replace(" ", "", StringComparison.Ordinal) is { Length: >= ShortestJoined } joined && joined.All(char.IsLetter) ? joined : null;

    private static bool IsAt(string folded, int at, string alias) =>
        string.CompareOrdinal(folded, at, alias, 0, alias.Length) == 0
        && (at + alias.Length == folded.Length || !char.IsLetter(folded[at + alias.Length]));

    private static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }

    private static ImmutableArray<Conference> Read()
    {
        using var stream = typeof(Conference).Assembly.GetManifestResourceStream("Recap.Talks.Facts.conferences.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')).Select(cells =>
            new Conference(cells[0], [.. cells[1].Split(';', Clean)], [.. cells[2].Split(';', Clean)], cells[3].Length > 0 ? cells[3] : null))];
    }
}
