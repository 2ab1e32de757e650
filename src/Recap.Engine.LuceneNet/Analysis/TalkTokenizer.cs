using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Recap.Engine.Analysis;

namespace Recap.Engine.LuceneNet.Analysis;

/// <summary>Hands the terms of a whole text to Lucene one by one.</summary>
internal sealed class TalkTokenizer : Tokenizer
{
    private readonly Func<string, ImmutableArray<TextToken>> _analyze;
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _position;
    private ImmutableArray<TextToken> _tokens = [];
    private int _next;
    private int _length;

    public TalkTokenizer(TextReader input, Func<string, ImmutableArray<TextToken>> analyze)
        : base(input)
    {
        _analyze = analyze;
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        var text = ReadAll();
        (_tokens, _next, _length) = (_analyze(text), 0, text.Length);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next >= _tokens.Length)
        {
            return false;
        }

        var token = _tokens[_next++];
        _term.SetEmpty().Append(token.Text);
        _offset.SetOffset(CorrectOffset(token.Start), CorrectOffset(token.End));
        _position.PositionIncrement = token.PositionIncrement;
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        var end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    /// <summary>Lucene's reusable reader fails in <c>ReadToEnd</c> of an empty text; reading by pieces it can.</summary>
    private string ReadAll()
    {
        var text = new StringBuilder();
        var buffer = ArrayPool<char>.Shared.Rent(8192);
        for (var read = m_input.Read(buffer, 0, buffer.Length); read > 0; read = m_input.Read(buffer, 0, buffer.Length))
        {
            text.Append(buffer, 0, read);
        }

        ArrayPool<char>.Shared.Return(buffer);
        return text.ToString();
    }
}
