using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>
/// Turns text into tokens: words folded (case, accents, ligatures) with elided articles outside their offsets;
/// fields whose name ends in <see cref="ExactSuffix"/> keep words whole, all others stem them.
/// </summary>
internal sealed class TalkAnalyzer : Analyzer
{
    /// <summary>Ends the names of fields that hold whole words.</summary>
    public const string ExactSuffix = ".exact";

    /// <summary>Changes whenever the same text gives other tokens: an index made before is rebuilt by the next reindex.</summary>
    public const string Version = "1";

    public TalkAnalyzer()
        : base(PER_FIELD_REUSE_STRATEGY)
    {
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream tokens = new LowerCaseFilter(LuceneVersion.LUCENE_48, tokenizer);
        tokens = new FrenchElisionFilter(tokens);
        tokens = new AccentFoldingFilter(tokens);
        return fieldName.EndsWith(ExactSuffix, StringComparison.Ordinal)
            ? new TokenStreamComponents(tokenizer, tokens)
            : new TokenStreamComponents(tokenizer, new FrenchLightStemFilter(tokens));
    }
}
