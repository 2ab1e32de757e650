using System.Numerics;

namespace Recap.Talks.Facts;

/// <summary>Words and what each of them says. A word that is none of them, as most words of a text, is told by one look.</summary>
/// <typeparam name="TSense">What a word says.</typeparam>
internal sealed class Vocabulary<TSense>
    where TSense : struct
{
    // The room is four times what the words take, so that most others meet an empty place.
    private const int Room = 4;

    private readonly int _bits;

    // By their hashes, each at the first free place from where its hash leads; 0 where there is none.
    private readonly uint[] _hashes;
    private readonly (string Word, TSense Sense)[] _words;

    /// <param name="senses">Words parted by blanks, each once, whatever their capitals, and what they say.</param>
    public Vocabulary(params ReadOnlySpan<(string Words, TSense Sense)> senses)
    {
        var words = new List<(string Word, TSense Sense)>();
        foreach (var (same, sense) in senses)
        {
            words.AddRange(same.Split(' ').Select(word => (word, sense)));
        }

        _bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)(words.Count * Room)));
        _hashes = new uint[1 << _bits];
        _words = new (string, TSense)[_hashes.Length];
        foreach (var word in words)
        {
            var hash = WordHash.Of(word.Word);
            var at = WordHash.Fold(hash, _bits);
            while (_hashes[at] != 0)
            {
                at = Next(at);
            }

            (_hashes[at], _words[at]) = (hash, word);
        }
    }

    /// <summary>What a word says, whatever its capitals; the default where it is none of them.</summary>
    public TSense Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return default;
        }

        var hash = WordHash.Of(word);
        for (var at = WordHash.Fold(hash, _bits); _hashes[at] != 0; at = Next(at))
        {
            // Most words are in lower case, and to compare them as they are is quicker.
            if (_hashes[at] == hash && (word.SequenceEqual(_words[at].Word) || word.Equals(_words[at].Word, StringComparison.OrdinalIgnoreCase)))
            {
                return _words[at].Sense;
            }
        }

        return default;
    }

    private int Next(int at) => (at + 1) & (_hashes.Length - 1);
}
