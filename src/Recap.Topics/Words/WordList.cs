namespace Recap.Topics.Words;

/// <summary>A word of a text.</summary>
/// <param name="At">Start of its stem in the list's characters.</param>
/// <param name="Length">Length of its stem.</param>
/// <param name="Start">Start of the word in the text it was read from.</param>
/// <param name="End">End of the word in that text.</param>
/// <param name="IsStop">Whether it says nothing about a topic.</param>
internal readonly record struct Word(int At, int Length, int Start, int End, bool IsStop);

/// <summary>The words of a title and a text, as folded stems parted by one blank each, so that a run of words is a span too.</summary>
internal sealed class WordList
{
    // A long talk has 2,000 words; what follows the first 4,000 of a text does not change what it is about.
    private const int Most = 4000;

    private readonly List<Word> _words = [];
    private char[] _chars = new char[1024];
    private int _used;

    private WordList(string title, string text) => (Title, Text) = (title, text);

    public string Title { get; }

    public string Text { get; }

    public int Count => _words.Count;

    /// <summary>Number of words of the title; those of the text follow.</summary>
    public int TitleCount { get; private set; }

    /// <summary>Whether there is no text.</summary>
    public bool IsTitleAlone => Count == TitleCount;

    public Word this[int index] => _words[index];

    public static WordList Of(string title, string text)
    {
        var list = new WordList(title, text);
        WordReader.Read(title, list);
        list.TitleCount = list.Count;
        // No run of words crosses from the title into the text.
        list.Append('\n');
        WordReader.Read(text, list);
        return list;
    }

    public bool IsFull => _words.Count >= Most;

    public ReadOnlySpan<char> Stem(int index) => _chars.AsSpan(_words[index].At, _words[index].Length);

    /// <summary>The stems from one word to another, parted by blanks.</summary>
    public ReadOnlySpan<char> Run(int first, int last) => _chars.AsSpan(_words[first].At, _words[last].At + _words[last].Length - _words[first].At);

    /// <summary>The words as written, from the first to the last.</summary>
    public string Written(int first, int last) => (first < TitleCount ? Title : Text)[_words[first].Start.._words[last].End];

    public void Add(ReadOnlySpan<char> folded, int start, int end)
    {
        var stop = folded.Length < 2 || StopWords.Contains(folded);
        Append(' ');
        var at = _used;
        var length = Stemming.Stem(folded, Room(folded.Length + 1));
        _used += length;
        _words.Add(new Word(at, length, start, end, stop));
    }

    private void Append(char character)
    {
        Room(1)[0] = character;
        _used++;
    }

    private Span<char> Room(int length)
    {
        if (_used + length > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _used + length));
        }

        return _chars.AsSpan(_used);
    }
}
