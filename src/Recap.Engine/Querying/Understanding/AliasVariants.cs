using System.Collections.Immutable;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What else the thing is called that some words name.</summary>
internal static class AliasVariants
{
    /// <summary>Names taken of one group: a query must stay a query.</summary>
    private const int MostNames = 12;

    /// <summary>The other names of what the parts name, as typed in <paramref name="typed"/>.</summary>
    public static IEnumerable<QueryVariant> Of(NameTable names, UnderstandingWeights weights, ImmutableArray<string> parts, string typed)
    {
        foreach (var (group, known) in names.Find(parts))
        {
            var isDoubtful = group.IsOrdinaryWord && !group.Names.Any(name => name.Equals(typed, StringComparison.Ordinal));
            var weight = group.IsIdea ? weights.Related : isDoubtful ? weights.DoubtfulAlias : group.Inflects ? weights.Translation : weights.Alias;
            foreach (var name in known.Where(name => !Says(name.Parts, parts)).Take(MostNames))
            {
                foreach (var variant in OfName(name, group, weight))
                {
                    yield return variant;
                }
            }
        }
    }

    private static IEnumerable<QueryVariant> OfName(KnownName name, NameGroup group, float weight)
    {
        var parts = name.Parts;
        var kind = group.IsIdea ? MatchKind.Related : MatchKind.Alias;
        var variant = new QueryVariant { Terms = parts, Form = TermForm.Exact, Kind = kind, Weight = weight, Through = group.Name };
        yield return group.Inflects ? variant with { Terms = name.Stems, Form = TermForm.Stem } : variant;
        if (parts.Length is 2 or 3 && parts.All(part => part.Length > 1 && part.All(char.IsLetterOrDigit)))
        {
            yield return variant with { Terms = [string.Concat(parts)] };
        }
    }

    /// <summary>Whether the name holds the typed words in a row, so that it is found by them anyway.</summary>
    private static bool Says(ImmutableArray<string> name, ImmutableArray<string> parts) =>
        Enumerable.Range(0, Math.Max(0, name.Length - parts.Length + 1)).Any(at => name.AsSpan(at, parts.Length).SequenceEqual(parts.AsSpan()))
        || string.Concat(name).Equals(string.Concat(parts), StringComparison.Ordinal);
}
