using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Recap.Engine.Analysis;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>Tokens made once and handed to several fields, since analysing is most of the work of indexing.</summary>
internal sealed class TokenList : TokenStream
{
    private readonly ImmutableArray<TextToken> _tokens;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _position;
    private int _next;

    public TokenList(ImmutableArray<TextToken> tokens)
    {
        _tokens = tokens;
        _term = AddAttribute<ICharTermAttribute>();
        _position = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset() => _next = 0;

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
        _position.PositionIncrement = token.PositionIncrement;
        return true;
    }
}
