using System.Runtime.InteropServices;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>How often several terms stand near each other in a text, in any order.</summary>
/// <param name="Count">Times that all of them do, none counted twice.</param>
/// <param name="Frequency">What these times are worth: 1 each where the terms are neighbours, less the farther apart they are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScatteredTerms(int Count, float Frequency)
{
    /// <summary>Whether other words stand between the terms.</summary>
    public bool AreApart => Frequency < Count;

    /// <summary>Looks for the terms whose places are given.</summary>
    /// <param name="places">For each term, two of them or more, its places in ascending order.</param>
    /// <param name="window">Places from the first to the last at most.</param>
    public static ScatteredTerms In(List<int>[] places, int window)
    {
        var found = default(ScatteredTerms);
        var at = new int[places.Length];
        while (IsWithin(places, at))
        {
            var (first, last) = Bounds(places, at);
            var (from, to) = (places[first][at[first]], places[last][at[last]]);
            var isNarrowest = at[first] + 1 == places[first].Count || places[first][at[first] + 1] > to;
            // Two forms of one word stand at one place: that is no neighbour.
            if (isNarrowest && to - from <= window && to - from >= places.Length - 1)
            {
                found = new ScatteredTerms(found.Count + 1, found.Frequency + ((places.Length - 1f) / (to - from)));
                SkipTo(places, at, to + 1);
            }
            else
            {
                at[first]++;
            }
        }

        return found;
    }

    private static bool IsWithin(List<int>[] places, int[] at)
    {
        for (var term = 0; term < places.Length; term++)
        {
            if (at[term] == places[term].Count)
            {
                return false;
            }
        }

        return true;
    }

    private static (int First, int Last) Bounds(List<int>[] places, int[] at)
    {
        var (first, last) = (0, 0);
        for (var term = 1; term < places.Length; term++)
        {
            first = places[term][at[term]] < places[first][at[first]] ? term : first;
            last = places[term][at[term]] > places[last][at[last]] ? term : last;
        }

        return (first, last);
    }

    private static void SkipTo(List<int>[] places, int[] at, int place)
    {
        for (var term = 0; term < places.Length; term++)
        {
            while (at[term] < places[term].Count && places[term][at[term]] < place)
            {
                at[term]++;
            }
        }
    }
}
