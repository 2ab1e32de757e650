namespace Recap.Engine.Relating;

/// <summary>The talks compared so far, and what would be picked of them. Talks come by the most that they may score, best first.</summary>
internal sealed class Shortlist(RelatedSeed seed, RelatedModel model, int limit)
{
    /// <summary>Looking whether enough has been seen costs as much as comparing some talks: it is done at this many, and whenever they are half as many again.</summary>
    private const int FirstLook = 16;

    private readonly List<ScoredTalk> _talks = [];
    private readonly HashSet<int> _compared = [];
    private int _nextLook = FirstLook;

    /// <summary>Features and evidence of the talks.</summary>
    public Comparison Comparison { get; } = new(seed);

    /// <summary>Compares a talk closely; once, however often it is found.</summary>
    public void Compare(Neighbour neighbour)
    {
        if (!_compared.Add(neighbour.Handle) || SessionIdentity.IsCopy(seed.Profile, neighbour.Profile))
        {
            return;
        }

        var features = Comparison.With(neighbour.Profile);
        var talk = new ScoredTalk
        {
            Neighbour = neighbour,
            Features = features,
            Score = model.Score(features),
            SameTalk = SessionIdentity.IsSame(seed.Profile, neighbour.Profile),
        };
        if (talk.SameTalk || talk.Score >= model.Floor)
        {
            _talks.Add(talk);
        }
    }

    /// <summary>Whether what would be picked stays the same whatever else there is that scores so much or less.</summary>
    public bool Stands(double most)
    {
        if (_talks.Count < _nextLook)
        {
            return false;
        }

        _nextLook += _nextLook / 2;
        return Pick().Stands > most;
    }

    /// <summary>What is picked of the talks compared.</summary>
    public Selection Pick() => Diversity.Pick(
        new Sessions([.. _talks.OrderByDescending(talk => talk.Score)
            .ThenBy(talk => talk.Neighbour.Id, StringComparer.Ordinal)
            .ThenBy(talk => talk.Neighbour.Post.Source, StringComparer.Ordinal)]),
        limit);
}
