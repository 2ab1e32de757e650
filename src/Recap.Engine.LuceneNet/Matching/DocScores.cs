namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the documents of one segment have gained so far, and how much of the query's mass they answer.</summary>
internal sealed class DocScores(int maxDoc) : IDisposable
{
    private readonly Tally _scores = new(maxDoc);
    private readonly Tally _masses = new(maxDoc);

    /// <summary>The documents that have gained anything, in the order they first did.</summary>
    public ReadOnlySpan<int> Docs => _scores.Docs;

    public float ScoreOf(int doc) => _scores.Of(doc);

    /// <summary>How much of the query's mass the document answers.</summary>
    public float MassOf(int doc) => _masses.Of(doc);

    /// <summary>Adds what a word brought, and its mass where it brought anything.</summary>
    public void Add(Tally word, float mass)
    {
        foreach (var doc in word.Docs)
        {
            _scores.Add(doc, word.Of(doc));
            AddMass(doc, mass);
        }
    }

    public void Add(DocScores other)
    {
        foreach (var doc in other.Docs)
        {
            _scores.Add(doc, other.ScoreOf(doc));
            AddMass(doc, other.MassOf(doc));
        }
    }

    /// <summary>Raises both to those of another way to answer, where these are larger.</summary>
    public void RaiseTo(DocScores other)
    {
        _scores.RaiseTo(other._scores);
        _masses.RaiseTo(other._masses);
    }

    public void Reset()
    {
        _scores.Reset();
        _masses.Reset();
    }

    public void Dispose()
    {
        _scores.Dispose();
        _masses.Dispose();
    }

    private void AddMass(int doc, float mass)
    {
        if (mass != 0)
        {
            _masses.Add(doc, mass);
        }
    }
}
