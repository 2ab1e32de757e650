using Recap.Engine.Relating;

namespace Recap.Engine.Querying;

/// <summary>Lists a session that several posts tell, or that was given twice, once: by the hit that comes first.</summary>
public static class SessionCollapse
{
    /// <summary>Hits that are looked at, in order; what comes after them stands for itself. A bound on the work of one answer.</summary>
    public const int Depth = 1000;

    /// <summary>Finds the tellings among the first hits of an answer.</summary>
    /// <param name="ranked">What the hits can be compared by, in their order; null for what is no talk, which is never another's telling.</param>
    /// <returns>The hits that stay, in their order.</returns>
    public static IReadOnlyList<CollapsedHit> Collapse(IReadOnlyList<TalkProfile?> ranked)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        var sessions = new List<CollapsedHit>();
        var byTitleWord = new Dictionary<uint, List<CollapsedHit>>();
        for (var place = 0; place < ranked.Count; place++)
        {
            if (place < Depth && ranked[place] is { } profile)
            {
                Add(profile, place);
            }
            else
            {
                sessions.Add(new CollapsedHit(place, []));
            }
        }

        return sessions;

        void Add(TalkProfile profile, int place)
        {
            // Tellings of one session share a word of the title, so most sessions need no look.
            var told = profile.TitleWords
                .SelectMany(word => byTitleWord.GetValueOrDefault(word.Key) ?? [])
                .Where(session => SessionIdentity.IsSame(ranked[session.Place]!, profile))
                .MinBy(session => session.Place);
            if (told is not null)
            {
                told.Tellings.Add(place);
                return;
            }

            var session = new CollapsedHit(place, []);
            sessions.Add(session);
            foreach (var word in profile.TitleWords)
            {
                if (!byTitleWord.TryGetValue(word.Key, out var having))
                {
                    byTitleWord[word.Key] = having = [];
                }

                having.Add(session);
            }
        }
    }
}

/// <summary>A hit that stays.</summary>
/// <param name="Place">Its place before, from 0.</param>
/// <param name="Tellings">The places of the further tellings of its session, in order.</param>
public sealed record CollapsedHit(int Place, IList<int> Tellings);
