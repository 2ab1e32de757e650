namespace Recap.Engine.Relating;

/// <summary>Leaves one talk of each session, the best, of talks in order of decreasing score; looks through them no further than asked.</summary>
internal sealed class Sessions(IReadOnlyList<ScoredTalk> ranked)
{
    private readonly List<ScoredTalk> _firsts = [];
    private readonly List<(ScoredTalk First, ScoredTalk Telling)> _tellings = [];
    private int _seen;

    /// <summary>The best talk of each session, in order.</summary>
    public IEnumerable<ScoredTalk> Firsts()
    {
        for (var i = 0; i < _firsts.Count || FindNext(); i++)
        {
            yield return _firsts[i];
        }
    }

    /// <summary>Names of further talks of a session that were passed on the way, best first, down to a score.</summary>
    public IEnumerable<string> TellingsOf(ScoredTalk first, double least) =>
        _tellings.Where(pair => pair.First == first && pair.Telling.Score >= least).Select(pair => pair.Telling.Neighbour.Id);

    private bool FindNext()
    {
        while (_seen < ranked.Count)
        {
            var talk = ranked[_seen++];
            // Every telling of the session started from is worth a place of its own; of another session one is enough.
            var first = talk.SameTalk ? null : _firsts.Find(other => !other.SameTalk && SessionIdentity.IsSame(other.Neighbour.Profile, talk.Neighbour.Profile));
            if (first is null)
            {
                _firsts.Add(talk);
                return true;
            }

            _tellings.Add((first, talk));
        }

        return false;
    }
}
