using System.Buffers;
using System.Collections.Immutable;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A sentence that is being masked; one that names nobody and nothing is no more than a piece of the text.</summary>
internal sealed class Masking
{
    // Letters keep each mark two characters long.
    private const int MostMarks = 26;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…");

    private readonly string _text;
    private readonly ArrayBufferWriter<char> _masked = new();
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>(0);
    private int _start;
    private int _written;

    private Masking(string text) => _text = text;

    /// <summary>Cuts a text into those of its sentences that may name something.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">What is masked in it, in order.</param>
    public static ImmutableArray<MaskedSentence> Cut(string text, List<Token> tokens)
    {
        if (tokens.Count == 0 && !MayName(text))
        {
            return [];
        }

        var sentences = ImmutableArray.CreateBuilder<MaskedSentence>();
        var open = new Masking(text);
        var next = 0;
        for (var at = 0; at < text.Length;)
        {
            while (next < tokens.Count && tokens[next].Start < at)
            {
                next++;
            }

            if (next < tokens.Count && tokens[next].Start == at && open.HasRoom)
            {
                at = Math.Max(at + 1, tokens[next].End);
                open.Mask(tokens[next++], at);
                continue;
            }

            var until = next < tokens.Count && tokens[next].Start > at ? tokens[next].Start : text.Length;
            at = text.AsSpan(at, until - at).IndexOfAny(SentenceEnds) is var found and >= 0 ? at + found + 1 : until;
            if (at < text.Length && EndsSentence(text, at))
            {
                open.End(at, sentences);
            }
        }

        open.End(text.Length, sentences);
        return sentences.ToImmutable();
    }

    private bool HasRoom => _tokens.Count < MostMarks;

    private void Mask(Token token, int end)
    {
        _masked.Write(_text.AsSpan(_written, token.Start - _written));
        _tokens.Add(token with { At = _masked.WrittenCount });
        _masked.Write([token.IsTitle ? '¤' : '§', (char)('a' + _tokens.Count - 1)]);
        _written = end;
    }

    private void End(int at, ImmutableArray<MaskedSentence>.Builder sentences)
    {
        if (_tokens.Count > 0)
        {
            _masked.Write(_text.AsSpan(_written, at - _written));
            sentences.Add(new MaskedSentence(_masked.WrittenSpan.ToString(), _start, _tokens.ToImmutable()));
            _masked.ResetWrittenCount();
            _tokens.Clear();
        }
        else if (MayName(_text.AsSpan(_start, at - _start)))
        {
            sentences.Add(new MaskedSentence(_text[_start..at], _start, []));
        }

        (_start, _written) = (at, at);
    }

    // Without people and titles, a sentence names a talk by "intitulé …", "de Company sur …", "j'ai présenté …".
    private static readonly SearchValues<string> Naming = SearchValues.Create(["ntitul", " sur ", "'ai ", " nous ", "ession : ", "talk : ", "sentation : ", "onférence : ", "eynote : ", "a présent"], StringComparison.Ordinal);

    // What has a sign that is not ASCII among its first letters makes a search for all of them at once a slow one.
    private static bool MayName(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Naming) || sentence.Contains("’ai ", StringComparison.Ordinal);

    private static bool EndsSentence(string text, int at) =>
        text[at - 1] is '.' or '!' or '?' or '…' && at < text.Length && text[at] == ' ' && !(at > 1 && char.IsUpper(text[at - 2]))
        && at + 1 < text.Length && (char.IsUpper(text[at + 1]) || text[at + 1] is '«' or '"' or '“' or '2' or '[');
}
