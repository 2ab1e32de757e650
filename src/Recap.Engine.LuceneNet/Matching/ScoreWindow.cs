namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// What neighbouring documents have gained so far, and how much of the query's mass they answer. So few at a time that all of
/// it stays near the processor.
/// </summary>
internal sealed class ScoreWindow
{
    /// <summary>Documents of a window.</summary>
    public const int Size = 2048;

    private readonly float[] _scores = new float[Size];
    private readonly float[] _masses = new float[Size];
    private readonly ulong[] _touched = new ulong[Size >> DocBits.Shift];

    /// <summary>The first document.</summary>
    public int Start { get; private set; }

    /// <summary>Scores by place in the window.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>How much of the query's mass each place answers.</summary>
    public ReadOnlySpan<float> Masses => _masses;

    /// <summary>The places that have gained anything.</summary>
    public ReadOnlySpan<ulong> Touched => _touched;

    /// <summary>Begins anew.</summary>
    public void Begin(int start)
    {
        Start = start;
        if (_touched.AsSpan().ContainsAnyExcept(0UL))
        {
            Array.Clear(_scores);
            Array.Clear(_masses);
            Array.Clear(_touched);
        }
    }

    /// <summary>Adds what documents of the window gain by a word, and a mass to each.</summary>
    /// <param name="word">What documents gain.</param>
    /// <param name="from">Place of its first document in the window.</param>
    /// <param name="mass">What each document answers.</param>
    /// <returns>Place of its first document after the window.</returns>
    public int Add(FormScores word, int from, float mass)
    {
        var (scores, masses, touched, start) = (_scores, _masses, _touched, Start);
        var (docs, values) = (word.Docs, word.Values);
        var at = from;
        for (; at < docs.Length && docs[at] - start < Size; at++)
        {
            var place = docs[at] - start;
            scores[place] += values[at];
            masses[place] += mass;
            touched[place >> DocBits.Shift] |= 1UL << place;
        }

        return at;
    }

    /// <summary>Adds scores and masses of another window of the same documents.</summary>
    public void Add(ScoreWindow other)
    {
        foreach (var place in DocBits.In(other._touched))
        {
            _scores[place] += other._scores[place];
            _masses[place] += other._masses[place];
        }

        Touch(other);
    }

    /// <summary>Raises both to those of another way to answer, where these are larger.</summary>
    public void RaiseTo(ScoreWindow other)
    {
        foreach (var place in DocBits.In(other._touched))
        {
            _scores[place] = Math.Max(_scores[place], other._scores[place]);
            _masses[place] = Math.Max(_masses[place], other._masses[place]);
        }

        Touch(other);
    }

    private void Touch(ScoreWindow other)
    {
        for (var word = 0; word < _touched.Length; word++)
        {
            _touched[word] |= other._touched[word];
        }
    }
}
