using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>Gives out ids so that none is given twice.</summary>
/// <param name="held">Ids that are given already.</param>
internal sealed class SeriesIds(IEnumerable<string> held)
{
    private readonly Dictionary<string, int> _taken = held.Distinct(StringComparer.Ordinal).ToDictionary(id => id, _ => 1, StringComparer.Ordinal);

    /// <summary>The ids that a post has for its own; empty where they are those it wants.</summary>
    public ImmutableArray<string> Take(ImmutableArray<string> wanted)
    {
        var given = ImmutableArray.CreateRange(wanted, Next);
        return given.SequenceEqual(wanted) ? [] : given;
    }

    private string Next(string wanted)
    {
        var id = wanted;
        while (!_taken.TryAdd(id, 1))
        {
            id = $"{wanted}-{++_taken[wanted]}";
        }

        return id;
    }
}
