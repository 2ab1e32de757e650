using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>Cuts an elided article or conjunction off a word, with either apostrophe, so that highlights mark the word alone.</summary>
internal sealed class FrenchElisionFilter : TokenFilter
{
    private static readonly FrozenSet<string> Elided =
        new[] { "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu" }.ToFrozenSet();

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;

    public FrenchElisionFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        var word = _term.Buffer.AsSpan(0, _term.Length);
        var cut = word.IndexOfAny('\'', '\u2019') + 1;
        if (cut > 1 && cut < word.Length && Elided.Contains(word[..(cut - 1)].ToString()))
        {
            _offset.SetOffset(Math.Min(_offset.StartOffset + cut, _offset.EndOffset), _offset.EndOffset);
            word[cut..].CopyTo(_term.Buffer);
            _term.Length = word.Length - cut;
        }

        return true;
    }
}
