using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>What a passage has in common with those that are marked alike.</summary>
internal static class PeerTraits
{
    // What is told in a quarter of the usual length is an aside, and none of the others.
    private const int MuchShorter = 4;

    // Where little is told of any, nothing follows from it.
    private const int Enough = 200;

    public static void Add(Candidate candidate, Peers peers, List<Trait> traits)
    {
        var others = peers.All.Count - 1;
        if (others < 1)
        {
            traits.Add(new Trait("alone", 1));
            return;
        }

        AddPeople(candidate, peers, others, traits);
        AddTitles(candidate, peers, others, traits);
        AddText(candidate, peers, others, traits);
    }

    private static void AddPeople(Candidate candidate, Peers peers, int others, List<Trait> traits)
    {
        // Among peers that say who speaks, one that does not is no talk, most of the time.
        traits.Add(PlaceTraits.IsNamed(candidate) || !candidate.InProse.IsEmpty
            ? Trait.Share("peers-name-speakers", peers.Named - (PlaceTraits.IsNamed(candidate) ? 1 : 0), others)
            : Trait.Share("peers-name-speakers-and-it-does-not", peers.Named, others));
        traits.Add(Trait.Share("peers-speak-of-people", peers.Speaking - (candidate.InProse.IsEmpty ? 0 : 1), others));
    }

    private static void AddTitles(Candidate candidate, Peers peers, int others, List<Trait> traits)
    {
        traits.Add(Trait.Share("peers-are-asides", peers.Asides - (PlaceTraits.IsAside(candidate) ? 1 : 0), others));

        // Who writes in French does not head the parts of a journey in English, or by products.
        traits.Add(Trait.Share("peers-in-english", peers.English - (candidate.IsEnglish ? 1 : 0), others));
        if (!candidate.IsEnglish)
        {
            traits.Add(Trait.Share("peers-in-english-and-it-is-not", peers.English, others));
        }

        traits.Add(Trait.Share("peers-name-technologies", peers.Technical - (candidate.NamesTechnology ? 1 : 0), others));
    }

    private static void AddText(Candidate candidate, Peers peers, int others, List<Trait> traits)
    {
        if (others > 1 && peers.Length >= Enough && candidate.Length * MuchShorter < peers.Length)
        {
            traits.Add(new Trait("much-shorter-than-peers", 1, $"{candidate.Length} of {peers.Length} characters"));
        }

        if (peers.All[^1] == candidate)
        {
            traits.Add(new Trait("last", 1));
        }
    }
}
