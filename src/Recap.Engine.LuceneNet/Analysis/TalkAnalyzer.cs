using Lucene.Net.Analysis;
using Recap.Engine.Analysis;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>
/// Turns text into terms as <see cref="TextAnalysis"/> says: fields whose name ends in <see cref="ExactSuffix"/> hold folded
/// words, all others their stems.
/// </summary>
internal sealed class TalkAnalyzer : Analyzer
{
    /// <summary>Ends the names of fields that hold whole words.</summary>
    public const string ExactSuffix = ".exact";

    /// <summary>Changes whenever the same text gives other terms: an index made before is rebuilt by the next reindex.</summary>
    public const string Version = TextAnalysis.Version;

    /// <summary>Places left free between two values of a field, so that no phrase reaches from one into the next.</summary>
    private const int GapBetweenValues = 100;

    public TalkAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => GapBetweenValues;

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var isExact = fieldName.EndsWith(ExactSuffix, StringComparison.Ordinal);
        return new TokenStreamComponents(new TalkTokenizer(reader, isExact ? TextAnalysis.Words : TextAnalysis.Stems));
    }
}
