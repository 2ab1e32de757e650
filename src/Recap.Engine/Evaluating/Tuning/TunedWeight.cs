using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Evaluating.Tuning;

/// <summary>One number of <see cref="RankingOptions"/> that may be tuned.</summary>
/// <param name="Read">The number.</param>
/// <param name="Write">The same options with another one.</param>
/// <param name="Most">Largest value that makes sense.</param>
internal sealed record TunedWeight(Func<RankingOptions, float> Read, Func<RankingOptions, float, RankingOptions> Write, float Most)
{
    private const float MostWeight = 50;

    /// <summary>Steps tried, as factors of the value at hand: finer ones fit the queries at hand and no others.</summary>
    private static readonly float[] Steps = [0.5f, 0.7f, 1.4f, 2f];

    /// <summary>All there are, those that matter most first.</summary>
    public static ImmutableArray<TunedWeight> All { get; } =
    [
        .. OfField(options => options.Title, (options, field) => options with { Title = field }),
        .. OfField(options => options.Text, (options, field) => options with { Text = field }).Skip(1),
        new(options => options.Saturation, (options, value) => options with { Saturation = value }, MostWeight),
        new(options => options.CoveragePower, (options, value) => options with { CoveragePower = value }, 4),
        new(options => options.Topics, (options, value) => options with { Topics = value }, MostWeight),
        new(options => options.Meaning, (options, value) => options with { Meaning = value }, MostWeight),
        new(options => options.TopicsAlone, (options, value) => options with { TopicsAlone = value }, 1),
        new(options => options.Closeness, (options, value) => options with { Closeness = value }, 4),
        OfForm(forms => forms.Stem, (forms, value) => forms with { Stem = value }),
        OfForm(forms => forms.Alias, (forms, value) => forms with { Alias = value }),
        OfForm(forms => forms.Translation, (forms, value) => forms with { Translation = value }),
        OfForm(forms => forms.DoubtfulAlias, (forms, value) => forms with { DoubtfulAlias = value }),
        OfForm(forms => forms.Related, (forms, value) => forms with { Related = value }),
        OfForm(forms => forms.Kind, (forms, value) => forms with { Kind = value }),
        OfForm(forms => forms.Prefix, (forms, value) => forms with { Prefix = value }),
        OfForm(forms => forms.Fuzzy, (forms, value) => forms with { Fuzzy = value }),
        .. OfField(options => options.Technologies, (options, field) => options with { Technologies = field }),
        .. OfField(options => options.Speakers, (options, field) => options with { Speakers = field }).Take(1),
        .. OfField(options => options.Organizations, (options, field) => options with { Organizations = field }).Take(1),
        .. OfField(options => options.Event, (options, field) => options with { Event = field }).Take(1),
        new(options => options.StopWords, (options, value) => options with { StopWords = value }, 1),
        new(options => options.Notes, (options, value) => options with { Notes = value }, 1),
    ];

    /// <summary>The options one step away.</summary>
    public IEnumerable<RankingOptions> Around(RankingOptions options) => Steps
        .Select(step => MathF.Round(Math.Min(Most, Read(options) * step), 3))
        .Where(value => value != Read(options)).Distinct()
        .Select(value => Write(options, value));

    /// <summary>Weight and length penalty of a field.</summary>
    private static TunedWeight[] OfField(Func<RankingOptions, FieldRanking> read, Func<RankingOptions, FieldRanking, RankingOptions> write) =>
    [
        new(options => read(options).Weight, (options, value) => write(options, read(options) with { Weight = value }), MostWeight),
        new(options => read(options).LengthPenalty, (options, value) => write(options, read(options) with { LengthPenalty = value }), 1),
    ];

    private static TunedWeight OfForm(Func<UnderstandingWeights, float> read, Func<UnderstandingWeights, float, UnderstandingWeights> write) =>
        new(options => read(options.Understanding), (options, value) => options with { Understanding = write(options.Understanding, value) }, 1);
}
