namespace Recap.Engine.Querying.Understanding;

/// <summary>The words of an index. Lets a query be understood by what there is to find.</summary>
public interface IVocabulary
{
    /// <summary>How many talks hold the folded word (<see cref="TermForm.Exact"/>) in any field; 0 where none does.</summary>
    int DocumentFrequency(string term);

    /// <summary>Whether any talk holds a longer word that begins so.</summary>
    /// <param name="beginning">A folded beginning of a word.</param>
    bool HasLonger(string beginning);

    /// <summary>The nearest folded words within some edits, a swap of neighbours counting as one; the nearer first, then the more frequent.</summary>
    /// <param name="typed">The folded word as typed; it is not among them.</param>
    /// <param name="maxEdits">Letters that may differ, 0..2.</param>
    /// <param name="most">Words wanted at most, 1 or more.</param>
    IEnumerable<string> Near(string typed, int maxEdits, int most);
}
