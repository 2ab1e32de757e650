using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>Writes a word without accents and ligatures, whether composed (NFC) or decomposed (NFD).</summary>
internal sealed class AccentFoldingFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public AccentFoldingFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = _term.Buffer.AsSpan(0, _term.Length);
        if (word.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            var folded = FoldedText.Of(word);
            _term.SetEmpty().Append(folded);
        }

        return true;
    }
}
