namespace Recap.Engine.Querying.Highlighting;

/// <summary>Gathers where the terms of one mark stand in a text, and tells which stand near all the others.</summary>
internal sealed class ScatteredMark(int terms, int window)
{
    private readonly List<(int Term, int Place, ShownWord Word)> _met = [];

    /// <summary>Adds where a term stands; to be called in the order of the text.</summary>
    public void Add(int term, int place, ShownWord word) => _met.Add((term, place, word));

    /// <summary>The words of the terms wherever all of them stand within the window, in the order of the text, each once.</summary>
    public IEnumerable<ShownWord> Found()
    {
        var done = 0;
        for (var first = 0; first < _met.Count; first++)
        {
            var last = LastOf(first);
            for (var at = Math.Max(first, done); at <= last; at++)
            {
                yield return _met[at].Word;
            }

            done = Math.Max(done, last + 1);
        }
    }

    /// <summary>Where all terms have been met that begin with one; -1 where they are not within the window.</summary>
    private int LastOf(int first)
    {
        var missing = Enumerable.Range(0, terms).ToHashSet();
        for (var at = first; at < _met.Count && _met[at].Place - _met[first].Place <= window; at++)
        {
            missing.Remove(_met[at].Term);
            if (missing.Count == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
