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

    /// <summary>Adds what documents of the window gain by a form, and a mass to each.</summary>
    /// <param name="form">The form.</param>
    /// <param name="from">Place of its first document in the window.</param>
    /// <param name="worth">What its values are multiplied with.</param>
    /// <param name="mass">What each document answers.</param>
    /// <returns>Place of its first document after the window.</returns>
    public int Add(FormScores form, int from, float worth, float mass)
    {
        var (scores, masses, touched, start) = (_scores, _masses, _touched, Start);
        var (docs, values) = (form.Docs, form.Values);
        var at = from;
        for (; at < docs.Length && docs[at] - start < Size; at++)
        {
            var place = docs[at] - start;
            scores[place] += worth * values[at];
            masses[place] += mass;
            touched[place >> DocBits.Shift] |= 1UL << place;
        }

        return at;
    }

    /// <summary>Raises scores to what a form is worth where that is more. Leaves masses alone.</summary>
    /// <inheritdoc cref="Add(FormScores, int, float, float)"/>
    public int RaiseTo(FormScores form, int from, float worth)
    {
        var (scores, touched, start) = (_scores, _touched, Start);
        var (docs, values) = (form.Docs, form.Values);
        var at = from;
        for (; at < docs.Length && docs[at] - start < Size; at++)
        {
            var place = docs[at] - start;
            var score = worth * values[at];
            scores[place] = score > scores[place] ? score : scores[place];
            touched[place >> DocBits.Shift] |= 1UL << place;
        }

        return at;
    }

    /// <summary>Adds the scores of another window of the same documents, and a mass to each that has one.</summary>
    public void Add(ScoreWindow other, float mass)
    {
        foreach (var place in DocBits.In(other._touched))
        {
            _scores[place] += other._scores[place];
            _masses[place] += mass;
        }

        Touch(other);
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
