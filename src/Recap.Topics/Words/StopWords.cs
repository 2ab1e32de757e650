using System.Collections.Frozen;

namespace Recap.Topics.Words;

/// <summary>French and English words that say nothing about a topic, and those that every recap post uses. Folded.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> folded) => Lookup.Contains(folded);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("StopWords.txt") ?? throw new InvalidOperationException("The stop words are not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
