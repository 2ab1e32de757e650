namespace Recap.Engine.Relating;

/// <summary>Keeps five suggestions from being one event or one post. The best is always first.</summary>
internal static class Diversity
{
    /// <summary>Of a list, the share that one event or post may have before others are preferred.</summary>
    private const double Share = 0.6;

    /// <summary>A talk from elsewhere must have this share of the score of the one it displaces; less is clearly worse.</summary>
    private const double CloseEnough = 0.8;

    /// <summary>Picks from the sessions in order of decreasing score, looking no further than it must.</summary>
    public static Selection Pick(Sessions sessions, int limit)
    {
        var most = Math.Max(1, (int)Math.Ceiling(limit * Share));
        var picked = new List<ScoredTalk>();
        var stands = 1.0;
        while (picked.Count < limit)
        {
            var rest = sessions.Firsts().Where(talk => !picked.Contains(talk));
            if (rest.FirstOrDefault() is not { } best)
            {
                return new Selection { Sessions = sessions, Talks = picked, Stands = 0 };
            }

            var enough = best.Score * CloseEnough;
            var next = rest.TakeWhile(talk => talk.Score >= enough).FirstOrDefault(talk => CountLike(picked, talk) < most);
            stands = Math.Min(stands, next?.Score ?? enough);
            picked.Add(next ?? best);
        }

        return new Selection { Sessions = sessions, Talks = picked, Stands = stands };
    }

    private static int CountLike(List<ScoredTalk> picked, ScoredTalk talk) =>
        picked.Count(other => other.Neighbour.Post == talk.Neighbour.Post
            || (other.Neighbour.Event is not null && other.Neighbour.Event == talk.Neighbour.Event));
}

/// <summary>What was picked.</summary>
internal sealed record Selection
{
    /// <summary>What it was picked from.</summary>
    public required Sessions Sessions { get; init; }

    /// <summary>The talks picked, in the order they are shown.</summary>
    public required IReadOnlyList<ScoredTalk> Talks { get; init; }

    /// <summary>Talks that score less than this, however many, would change nothing; 0 where any talk would, since there are too few.</summary>
    public required double Stands { get; init; }

    /// <summary>Names of further tellings of a talk's session, those that might have been picked themselves.</summary>
    public IEnumerable<string> TellingsOf(ScoredTalk talk) => Sessions.TellingsOf(talk, Stands);
}
