using System.Collections.Immutable;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What else the thing is called that some words name, and what belongs to the same idea.</summary>
internal sealed class AliasVariants(NameTable names, UnderstandingWeights weights)
{
    /// <summary>Names taken of one group: a query must stay a query.</summary>
    private const int MostNames = 12;

    /// <summary>The other names of what the parts name, as typed in <paramref name="typed"/>.</summary>
    public IEnumerable<QueryVariant> Of(ImmutableArray<string> parts, string typed) =>
        names.Find(parts).SelectMany(known => OtherNames(known, parts, typed));

    private IEnumerable<QueryVariant> OtherNames(KnownGroup known, ImmutableArray<string> parts, string typed)
    {
        var group = known.Group;
        var (kind, weight) = group.Relation switch
        {
            NameRelation.Ideas => (MatchKind.Related, weights.Related),
            NameRelation.Kinds => (MatchKind.Related, weights.Kind),
            NameRelation.Translations => (MatchKind.Translation, weights.Translation),
            _ when group.IsOrdinaryWord && !group.Names.Contains(typed) => (MatchKind.Translation, weights.DoubtfulAlias),
            _ => (MatchKind.Alias, weights.Alias),
        };
        return known.Names.Where(name => !Says(name.Parts, parts)).Take(MostNames)
            .SelectMany(name => OfName(name, group.Inflects))
            .Select(variant => variant with { Kind = kind, Weight = weight, Through = group.Name });
    }

    private static IEnumerable<QueryVariant> OfName(KnownName name, bool inflects)
    {
        var parts = name.Parts;
        var variant = new QueryVariant { Terms = parts, Form = TermForm.Exact, Kind = MatchKind.Alias, Weight = 1 };
        yield return inflects && name.Stems.Length > 0
            ? variant with { Terms = name.Stems, Form = TermForm.Stem, MayScatter = name.Stems.Length > 1 }
            : variant;
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
