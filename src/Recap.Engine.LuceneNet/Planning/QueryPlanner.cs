using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>Turns an understood query into terms of one generation, weighed by how rare they are there.</summary>
internal sealed class QueryPlanner(Vocabulary vocabulary, int talks, RankingOptions ranking)
{
    /// <summary>Words taken of one beginning, and of one typing error: more would be guesses.</summary>
    private const int MostCompletions = 10;
    private const int MostCorrections = 6;

    /// <summary>Words and stems found through a typing error two letters off, or in the first letter, are worth half.</summary>
    private const float FarError = 0.5f;
    private const float StemOfCorrection = 0.9f;

    public QueryPlan Plan(ParsedQuery query) => new()
    {
        Query = query,
        Nodes = [.. query.Clauses.Select(Plan)],
        Excluded = [.. query.Excluded.Where(clause => clause is not FieldClause).Select(Plan)],
    };

    private PlannedNode Plan(QueryClause clause) => clause switch
    {
        QueryWord word => Plan(word),
        QueryPhrase phrase => Plan(phrase),
        QueryRun run => Plan(run),
        QueryAlternatives alternatives => Plan(alternatives),
        _ => throw new ArgumentOutOfRangeException(nameof(clause), clause.GetType().Name, "A clause that no field holds."),
    };

    private PlannedWord Plan(QueryWord word)
    {
        var forms = FormsOf(word.Variants);
        var idf = IdfOf(forms);
        return new PlannedWord
        {
            Text = word.Text,
            Forms = forms,
            Gain = word.IsStopWord ? idf * ranking.StopWords : idf,
            Mass = word.IsStopWord ? 0 : idf,
            IsGrammar = word.IsStopWord,
        };
    }

    private PlannedWord Plan(QueryPhrase phrase)
    {
        var form = new PlannedForm { Terms = phrase.Terms, Form = TermForm.Exact, Kind = MatchKind.Exact, Worth = 1 };
        // A phrase is as telling as its words together.
        var idf = phrase.Terms.Sum(term => IdfOf([form with { Terms = [term] }]));
        return new PlannedWord { Text = string.Join(' ', phrase.Terms), Forms = [form], Gain = idf, Mass = idf, IsRequired = true };
    }

    private PlannedRun Plan(QueryRun run)
    {
        var words = run.Words.Select(Plan).ToImmutableArray();
        var forms = FormsOf(run.Variants);
        var gain = Math.Max(words.Sum(word => word.Gain), IdfOf(forms));
        return new PlannedRun
        {
            Words = words,
            Together = new PlannedWord { Text = string.Join(' ', words.Select(word => word.Text)), Forms = forms, Gain = gain, Mass = gain },
            Mass = Math.Max(words.Sum(word => word.Mass), gain),
        };
    }

    private PlannedChoice Plan(QueryAlternatives alternatives)
    {
        var options = alternatives.Options.Select(Plan).ToImmutableArray();
        return new PlannedChoice { Options = options, Mass = options.Max(option => option.Mass) };
    }

    private ImmutableArray<PlannedForm> FormsOf(ImmutableArray<QueryVariant> variants) =>
    [
        .. variants.SelectMany(FormsOf)
            .OrderByDescending(form => form.Worth)
            .DistinctBy(form => (form.Form, string.Join(' ', form.Terms))),
    ];

    private IEnumerable<PlannedForm> FormsOf(QueryVariant variant)
    {
        var form = new PlannedForm
        {
            Terms = variant.Terms,
            Window = variant.MayScatter ? ranking.ClosenessWindow : 0,
            Form = variant.Form,
            Kind = variant.Kind,
            Worth = variant.Weight,
            Through = variant.Through,
        };
        return variant switch
        {
            { Kind: MatchKind.Prefix, Terms: [var beginning] } =>
                vocabulary.BeginningWith(beginning, MostCompletions).Select(word => form with { Terms = [word] }),
            { MaxEdits: > 0, Terms: [var typed] } =>
                vocabulary.Near(typed, variant.MaxEdits, MostCorrections).Where(word => !StopWords.Contains(word)).SelectMany(word => Corrected(form, typed, word)),
            _ => [form],
        };
    }

    private static IEnumerable<PlannedForm> Corrected(PlannedForm form, string typed, string word)
    {
        var isFar = word[0] != typed[0] || EditDistance.Between(typed, word) > 1;
        var corrected = form with { Terms = [word], Worth = isFar ? form.Worth * FarError : form.Worth };
        var stems = Stemming.Stems(word).Select(stem => corrected with
        {
            Terms = [stem],
            Form = TermForm.Stem,
            Worth = corrected.Worth * StemOfCorrection,
        });
        return stems.Prepend(corrected);
    }

    /// <summary>
    /// How rare what was meant is: the most frequent of its names and inflections says so, since a rare spelling of a
    /// common thing is no rare thing. Beginnings and errors count only where nothing else is in the index.
    /// </summary>
    private float IdfOf(ImmutableArray<PlannedForm> forms)
    {
        var known = forms.Where(form => form.Kind <= MatchKind.Alias).Select(FrequencyOf).DefaultIfEmpty(0).Max();
        var frequency = known > 0 ? known : forms.Where(form => form.Kind > MatchKind.Alias).Select(FrequencyOf).DefaultIfEmpty(0).Max();
        return frequency == 0 ? 0 : MathF.Log(1 + ((talks - frequency + 0.5f) / (frequency + 0.5f)));
    }

    private int FrequencyOf(PlannedForm form) => Math.Min(talks, form.Terms.Min(term => vocabulary.DocumentFrequency(term, form.Form)));
}
