using Recap.Talks.Judging;

namespace Recap.Talks.Splitting.Titles;

/// <summary>The words of a title, to tell whether another one gives it again: writers shorten titles, and misspell them.</summary>
internal sealed class TitleWords
{
    // Of two titles that are one, most words are in both.
    private const double Most = 0.75;

    // Of two that the same people gave, half are enough.
    private const double Half = 0.5;

    // Titles of fewer words share them by chance.
    private const int Fewest = 3;

    private readonly string _folded;
    private readonly HashSet<string> _words;

    public TitleWords(string title)
    {
        _folded = SectionWords.Fold(title);
        _words = new HashSet<string>(_folded.Split([' ', '\'', '-', ':', ',', '.', '?', '!', '(', ')', '/', '"'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    }

    /// <summary>Whether both are one title.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="samePeople">Whether somebody is named with both.</param>
    public bool Repeats(TitleWords other, bool samePeople) => _folded == other._folded
        || Math.Min(_words.Count, other._words.Count) >= Fewest && 2.0 * _words.Count(other._words.Contains) / (_words.Count + other._words.Count) >= (samePeople ? Half : Most);

    /// <summary>Whether they are the most of another title's: "Le BDD remplace-t-il le TDD ?", below "Part 2 : Le. BDD remplace-t-il le TDD ? - A".</summary>
    public bool AreWithin(TitleWords other) => _words.Count >= Fewest && _words.Count * 2 > other._words.Count && _words.IsSubsetOf(other._words);
}
