using System.Collections.Frozen;
using Recap.Talks.Posts;

namespace Recap.Talks.Judging;

/// <summary>Tells a post that announces a conference from one that comes home from it: by its tenses, and by calls to come.</summary>
internal static class Announcement
{
    private const int LongestWord = 24;
    private const double SurelyAhead = 2;
    private const double LikelyAhead = 1;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Calls = Words(
        "billetterie inscription inscriptions inscrire inscrivez réserver réservez venez prochain prochains prochaines déroulera dérouleront tiendra tiendront");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ahead = Words(
        "aura auront aurez aurons viendra viendront tiendra tiendront pourra pourront pourrez ira iront");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Behind = Words(
        "était étaient étais avait avaient avais ai avons étions avions fut furent suis");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Auxiliaries = Words("a ont est sont");

    /// <param name="blocks">All that the post says.</param>
    public static bool IsMadeBy(IEnumerable<Block> blocks)
    {
        var (ahead, calls, behind) = (0, 0, 0);
        Span<char> room = stackalloc char[LongestWord];
        foreach (var block in blocks)
        {
            var afterAuxiliary = false;
            foreach (var range in new WordRanges(block.Text))
            {
                var word = room[..block.Text.AsSpan(range).ToLowerInvariant(room)];
                calls += Calls.Contains(word) ? 1 : 0;
                ahead += IsAhead(word) ? 1 : 0;
                behind += Behind.Contains(word) || afterAuxiliary && IsParticiple(word) ? 1 : 0;
                afterAuxiliary = Auxiliaries.Contains(word);
            }
        }

        var share = (ahead + 2.0 * calls) / (behind + 1);
        return calls >= 2 && ahead >= 2 && share >= LikelyAhead || calls + ahead >= 4 && share >= SurelyAhead;
    }

    private static bool IsAhead(ReadOnlySpan<char> word) =>
        word.EndsWith("era") || word.EndsWith("eront") || word.EndsWith("erez") || word.EndsWith("erons") || Ahead.Contains(word);

    private static bool IsParticiple(ReadOnlySpan<char> word) => word is [_, _, .., 'é' or 'u'] or [_, .., 'i', 't' or 's'];

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of a text that are short enough to be looked at.</summary>
    private ref struct WordRanges(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        public Range Current { get; private set; }

        public readonly WordRanges GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < _text.Length)
            {
                while (_at < _text.Length && !char.IsLetter(_text[_at]))
                {
                    _at++;
                }

                var start = _at;
                while (_at < _text.Length && char.IsLetter(_text[_at]))
                {
                    _at++;
                }

                if (_at > start && _at - start <= LongestWord)
                {
                    Current = start.._at;
                    return true;
                }
            }

            return false;
        }
    }
}
