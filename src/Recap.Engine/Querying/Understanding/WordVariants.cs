using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Lists the forms that answer one word: itself, written otherwise, inflected, by another name, longer, mistyped.</summary>
internal sealed class WordVariants(NameTable names, UnderstandingWeights weights, IVocabulary? vocabulary)
{
    /// <summary>Shortest beginning that longer words are looked for by.</summary>
    private const int ShortestPrefix = 2;

    /// <summary>A long word that more talks than this hold is no typing error; a shorter one is none where any talk holds it.</summary>
    private const int HardlyKnown = 2;

    private readonly AliasVariants _aliases = new(names, weights);

    /// <summary>The variants, best first, each once.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isTolerant">Whether beginnings and typing errors count: not in very long queries.</param>
    public ImmutableArray<QueryVariant> Of(TypedWord word, bool isTolerant)
    {
        var variants = new List<QueryVariant>();
        AddItself(word, variants);
        AddStems(word, variants);
        variants.AddRange(_aliases.Of(word.Parts, word.Typed));
        if (isTolerant)
        {
            AddPrefix(word, variants);
            AddTypos(word, variants);
        }

        return Known(Distinct(variants));
    }

    /// <summary>The variants that the index can answer, and always the first.</summary>
    public ImmutableArray<QueryVariant> Known(ImmutableArray<QueryVariant> variants) => vocabulary is null
        ? variants
        : [.. variants.Take(1).Concat(variants.Skip(1).Where(CanMatch))];

    /// <summary>Each form once, with its best weight; the first stays first.</summary>
    public static ImmutableArray<QueryVariant> Distinct(IReadOnlyList<QueryVariant> variants) =>
    [
        .. variants.Take(1).Concat(variants.Skip(1).OrderByDescending(variant => variant.Weight).ThenBy(variant => variant.Kind))
            .DistinctBy(variant => (variant.Form, variant.Kind == MatchKind.Prefix, variant.MaxEdits, string.Join(' ', variant.Terms))),
    ];

    private void AddItself(TypedWord word, List<QueryVariant> variants)
    {
        var parts = word.Parts;
        if (parts.Length == 1)
        {
            variants.Add(Exact([parts[0]], MatchKind.Exact, 1));
        }

        variants.AddRange(word.Word.Also.Select(form => Exact([form], MatchKind.Exact, 1)));
        if (parts.Length > 1)
        {
            variants.Add(Exact(parts, word.Word.Also.Count == 0 ? MatchKind.Exact : MatchKind.Compound, word.Word.Also.Count == 0 ? 1 : weights.Compound));
        }

        var apart = parts.Length == 1 ? WordSplitting.Apart(word.Typed, parts[0], vocabulary) : [];
        variants.AddRange(apart.Select(split => Exact(split, MatchKind.Compound, weights.Compound)));
    }

    private void AddStems(TypedWord word, List<QueryVariant> variants)
    {
        var forms = word.Word.Also.Select(form => ImmutableArray.Create(form)).Prepend(word.Parts);
        foreach (var stems in forms.Where(form => form.Any(Stemming.CanBeStemmed)).SelectMany(form => StemsOf(form)))
        {
            variants.Add(new QueryVariant { Terms = stems, Form = TermForm.Stem, Kind = MatchKind.Stem, Weight = weights.Stem });
        }
    }

    /// <summary>The French stems of the parts, and the English ones where they differ; words of grammar have none.</summary>
    private static IEnumerable<ImmutableArray<string>> StemsOf(ImmutableArray<string> parts)
    {
        var stems = parts.Where(part => !StopWords.Contains(part)).Select(Stemming.Stems).ToList();
        if (stems.Count > 0)
        {
            yield return [.. stems.Select(both => both[0])];
        }

        if (stems.Any(both => both.Count > 1))
        {
            yield return [.. stems.Select(both => both[^1])];
        }
    }

    private void AddPrefix(TypedWord word, List<QueryVariant> variants)
    {
        if (word.IsOpen && word.Whole.Length >= ShortestPrefix && !char.IsAsciiDigit(word.Whole[^1]) && !names.IsTechnology(word.Whole))
        {
            var weight = IsKnown(word.Whole) ? weights.Prefix / 2 : weights.Prefix;
            variants.Add(Exact([word.Whole], MatchKind.Prefix, weight));
        }
    }

    private void AddTypos(TypedWord word, List<QueryVariant> variants)
    {
        var whole = word.Whole;
        var found = vocabulary?.DocumentFrequency(whole) ?? 0;
        if (found > (whole.Length >= TypoRules.TwoEditsFrom ? HardlyKnown : 0) || names.IsName(whole) || StopWords.Contains(whole))
        {
            return;
        }

        var weight = found > 0 ? weights.Fuzzy / 2 : weights.Fuzzy;
        if (TypoRules.MaxEdits(whole) is > 0 and var edits)
        {
            variants.Add(Exact([whole], MatchKind.Fuzzy, weight) with { MaxEdits = edits });
        }

        variants.AddRange(TypoRules.Swaps(whole).Select(swapped => Exact([swapped], MatchKind.Fuzzy, weight)));
    }

    private bool CanMatch(QueryVariant variant) =>
        variant.Form == TermForm.Stem || variant.Kind == MatchKind.Prefix || variant.MaxEdits > 0 || variant.Terms.All(IsKnown);

    private bool IsKnown(string word) => vocabulary?.DocumentFrequency(word) > 0;

    private static QueryVariant Exact(ImmutableArray<string> terms, MatchKind kind, float weight) =>
        new() { Terms = terms, Form = TermForm.Exact, Kind = kind, Weight = weight };
}
