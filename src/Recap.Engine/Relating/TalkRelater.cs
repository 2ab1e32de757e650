using System.Collections.Immutable;
using Recap.Engine.Indexing;

namespace Recap.Engine.Relating;

/// <summary>Suggests related talks.</summary>
public interface IRelatedTalks
{
    /// <summary>The suggestions for a talk, for every talk of a page, or for a text, all from one generation.</summary>
    /// <exception cref="Querying.TalkNotFoundException">There is no such talk.</exception>
    /// <exception cref="PageNotFoundException">No post is at that address.</exception>
    Task<RelatedAnswer> SuggestAsync(RelatedQuery query, CancellationToken cancellationToken);
}

/// <summary>Finds what shares most with a talk, compares closely, scores, and picks.</summary>
/// <param name="neighbourhood">The index.</param>
/// <param name="model">How features become a score.</param>
/// <param name="reader">Reads free text as a talk, so that its technologies and topics count.</param>
public sealed class TalkRelater(INeighbourhood neighbourhood, RelatedModel model, ITextReader reader) : IRelatedTalks
{
    /// <summary>Talks compared closely: a bound on the work of one answer. Of 100,000 talks, 800 would give 1 % more score for four times the comparing.</summary>
    private const int Compared = 200;

    /// <inheritdoc/>
    public async Task<RelatedAnswer> SuggestAsync(RelatedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        await using var view = await neighbourhood.OpenAsync(cancellationToken);
        var groups = ImmutableArray.CreateBuilder<RelatedGroup>();
        foreach (var (talk, isIndexed) in await SubjectsAsync(view, query.About, cancellationToken))
        {
            var group = await SuggestAsync(view, query, talk, cancellationToken);
            groups.Add(isIndexed ? group with { About = talk } : group);
        }

        return new RelatedAnswer { Groups = groups.ToImmutable(), Generation = view.Generation };
    }

    private async Task<ImmutableArray<(IndexedTalk Talk, bool IsIndexed)>> SubjectsAsync(
        INeighbourhoodView view, RelatedSubject about, CancellationToken cancellationToken)
    {
        switch (about)
        {
            case RelatedSubject.OfTalk talk:
                return [(await view.GetAsync(talk.Id, cancellationToken), true)];
            case RelatedSubject.OfPage page:
                var talks = await view.TalksOfPageAsync(PageKey.Of(page.Uri), cancellationToken);
                return talks.IsEmpty ? throw new PageNotFoundException(page.Uri) : [.. talks.Select(talk => (talk, true))];
            case RelatedSubject.OfText text:
                var length = Math.Min(text.Text.Length, RelatedSubject.OfText.MaxLength);
                return [(reader.Read(text.Text[..length]), false)];
            default:
                throw new ArgumentException($"Unknown subject {about.GetType().Name}.", nameof(about));
        }
    }

    private async Task<RelatedGroup> SuggestAsync(INeighbourhoodView view, RelatedQuery query, IndexedTalk talk, CancellationToken cancellationToken)
    {
        var traits = TalkTraits.Of(talk);
        var seed = new RelatedSeed(traits, await view.CountAsync(RelatedSeed.KeysToCount(traits), cancellationToken));
        if (seed.IsEmpty)
        {
            return new RelatedGroup { Suggestions = [], EmptyReason = EmptyReason.NothingToGoBy };
        }

        var neighbours = await view.FindAsync(Look(seed, query, talk), cancellationToken);
        var comparison = new Comparison(seed);
        var ranked = Collapse(Rank(seed, comparison, neighbours.Where(neighbour => !IsItself(neighbour, talk))));
        var picked = Diversity.Pick(ranked, Math.Min(query.Limit, RelatedQuery.MaxLimit));
        var talks = await view.LoadAsync([.. picked.Select(pick => pick.Neighbour)], cancellationToken);
        var reasons = new ReasonFinder(model, comparison);
        return new RelatedGroup
        {
            Suggestions = [.. picked.Zip(talks, (pick, found) => Told(pick, found, reasons.Of(pick)))],
            EmptyReason = picked.Count == 0 ? EmptyReason.NoCloseTalk : null,
        };
    }

    private static NeighbourQuery Look(RelatedSeed seed, RelatedQuery query, IndexedTalk talk) => new()
    {
        Keys = seed.KeysToFind(),
        Filter = query.Filter,
        Without = query.SamePost ? null : new PostKey(talk.Source, talk.Talk.Post),
        Limit = Compared + 1,
    };

    private static bool IsItself(Neighbour neighbour, IndexedTalk talk) =>
        neighbour.Id == talk.Talk.Id && neighbour.Post == new PostKey(talk.Source, talk.Talk.Post);

    private IEnumerable<ScoredTalk> Rank(RelatedSeed seed, Comparison comparison, IEnumerable<Neighbour> neighbours)
    {
        var scored = neighbours
            .Select(neighbour => (neighbour, features: comparison.With(neighbour.Profile)))
            .Select(pair => new ScoredTalk
            {
                Neighbour = pair.neighbour,
                Features = pair.features,
                Score = model.Score(pair.features),
                SameTalk = SessionIdentity.IsSame(seed.Profile, pair.neighbour.Profile),
            });
        return scored
            .Where(talk => (talk.SameTalk || talk.Score >= model.Floor) && !SessionIdentity.IsCopy(seed.Profile, talk.Neighbour.Profile))
            .OrderByDescending(talk => talk.Score)
            .ThenBy(talk => talk.Neighbour.Id, StringComparer.Ordinal)
            .ThenBy(talk => talk.Neighbour.Post.Source, StringComparer.Ordinal);
    }

    /// <summary>Leaves one talk of each session, the best; the others become its tellings.</summary>
    private static List<ScoredTalk> Collapse(IEnumerable<ScoredTalk> ranked)
    {
        var sessions = new List<ScoredTalk>();
        foreach (var talk in ranked)
        {
            // Every telling of the session started from is worth a place of its own; of another session one is enough.
            var session = talk.SameTalk ? null : sessions.Find(other => !other.SameTalk && SessionIdentity.IsSame(other.Neighbour.Profile, talk.Neighbour.Profile));
            if (session is null)
            {
                sessions.Add(talk);
            }
            else
            {
                session.Tellings.Add(talk.Neighbour.Id);
            }
        }

        return sessions;
    }

    private static RelatedTalk Told(ScoredTalk pick, IndexedTalk talk, ImmutableArray<RelatedReason> reasons) => new()
    {
        Talk = talk,
        Score = pick.Score,
        SameTalk = pick.SameTalk,
        Tellings = [.. pick.Tellings],
        Reasons = reasons,
    };
}

/// <summary>Reads free text as a talk.</summary>
public interface ITextReader
{
    /// <summary>A talk with no title, that text, and what the text tells: technologies, topics.</summary>
    IndexedTalk Read(string text);
}
