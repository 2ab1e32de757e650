using System.Buffers;
using System.Collections.Immutable;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A sentence that is being masked; one that names nobody and nothing is no more than a piece of the text.</summary>
internal struct Masking
{
    // Letters keep each mark two characters long.
    private const int MostMarks = 26;
    private const int MarkLength = 2;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…");

    private readonly string _text;
    private readonly char[] _masked;
    private readonly List<Token> _tokens = [];
    private int _start;
    private int _written;
    private int _length;

    private Masking(string text, char[] masked) => (_text, _masked) = (text, masked);

    /// <summary>Cuts a text into those of its sentences that may name something.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">What is masked in it, in order.</param>
    public static ImmutableArray<MaskedSentence> Cut(string text, List<Token> tokens)
    {
        if (tokens.Count == 0 && !MayName(text))
        {
            return [];
        }

        var sentences = new List<MaskedSentence>();
        var masked = ArrayPool<char>.Shared.Rent(text.Length + MarkLength * tokens.Count);
        var masking = new Masking(text, masked);
        masking.Cut(tokens, sentences);
        ArrayPool<char>.Shared.Return(masked);
        return [.. sentences];
    }

    private void Cut(List<Token> tokens, List<MaskedSentence> sentences)
    {
        var next = 0;
        for (var at = 0; at < _text.Length;)
        {
            while (next < tokens.Count && tokens[next].Start < at)
            {
                next++;
            }

            if (next < tokens.Count && tokens[next].Start == at && _tokens.Count < MostMarks)
            {
                at = Math.Max(at + 1, tokens[next].End);
                Mask(tokens[next++], at);
                continue;
            }

            var until = next < tokens.Count && tokens[next].Start > at ? tokens[next].Start : _text.Length;
            at = _text.AsSpan(at, until - at).IndexOfAny(SentenceEnds) is var found and >= 0 ? at + found + 1 : until;
            if (at < _text.Length && EndsSentence(_text, at))
            {
                End(at, sentences);
            }
        }

        End(_text.Length, sentences);
    }

    private void Mask(Token token, int end)
    {
        Write(token.Start);
        token.At = _length;
        _tokens.Add(token);
        (_masked[_length], _masked[_length + 1]) = (token.IsTitle ? '¤' : '§', (char)('a' + _tokens.Count - 1));
        (_length, _written) = (_length + MarkLength, end);
    }

    private void End(int at, List<MaskedSentence> sentences)
    {
        if (_tokens.Count > 0)
        {
            Write(at);
            sentences.Add(new MaskedSentence(new string(_masked, 0, _length), _start, [.. _tokens]));
            _length = 0;
            _tokens.Clear();
        }
        else if (MayName(_text.AsSpan(_start, at - _start)))
        {
            sentences.Add(new MaskedSentence(_text[_start..at], _start, []));
        }

        (_start, _written) = (at, at);
    }

    // The words up to a place.
    private void Write(int until)
    {
        _text.CopyTo(_written, _masked, _length, until - _written);
        _length += until - _written;
    }

    // Without people and titles, a sentence names a talk by "intitulé …", "de Company sur …", "j'ai présenté …".
    private static readonly SearchValues<string> Naming = SearchValues.Create(["ntitul", " sur ", "'ai ", " nous ", "ession : ", "talk : ", "sentation : ", "onférence : ", "eynote : ", "a présent"], StringComparison.Ordinal);

    // What has a sign that is not ASCII among its first letters makes a search for all of them at once a slow one.
    private static bool MayName(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Naming) || sentence.Contains("’ai ", StringComparison.Ordinal);

    private static bool EndsSentence(string text, int at) =>
        text[at - 1] is '.' or '!' or '?' or '…' && at < text.Length && text[at] == ' ' && !(at > 1 && char.IsUpper(text[at - 2]))
        && at + 1 < text.Length && (char.IsUpper(text[at + 1]) || text[at + 1] is '«' or '"' or '“' or '2' or '[');
}
