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

/// <summary>Compares the talks that may score most with a talk, until no other can matter, and picks.</summary>
/// <param name="neighbourhood">The index.</param>
/// <param name="model">How features become a score.</param>
/// <param name="reader">Reads free text as a talk, so that its technologies and topics count.</param>
public sealed class TalkRelater(INeighbourhood neighbourhood, RelatedModel model, ITextReader reader) : IRelatedTalks
{
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

        var shortlist = new Shortlist(seed, model, Math.Min(query.Limit, RelatedQuery.MaxLimit));
        var picked = await PickAsync(view, query, talk, seed, shortlist, cancellationToken);
        var talks = await view.LoadAsync([.. picked.Talks.Select(pick => pick.Neighbour)], cancellationToken);
        var reasons = new ReasonFinder(model, shortlist.Comparison);
        return new RelatedGroup
        {
            Suggestions = [.. picked.Talks.Zip(talks, (pick, found) => Told(pick, found, picked, reasons))],
            EmptyReason = picked.Talks.Count == 0 ? EmptyReason.NoCloseTalk : null,
        };
    }

    /// <summary>Compares talks until no further one can change what is picked.</summary>
    private async Task<Selection> PickAsync(
        INeighbourhoodView view, RelatedQuery query, IndexedTalk talk, RelatedSeed seed, Shortlist shortlist, CancellationToken cancellationToken)
    {
        var look = new NeighbourQuery
        {
            Groups = FeatureBounds.Of(seed, model),
            Filter = query.Filter,
            Without = query.SamePost ? null : new PostKey(talk.Source, talk.Talk.Post),
            Least = model.LeastSum,
        };
        await foreach (var neighbour in Others(view.FindAsync(look, cancellationToken), talk))
        {
            if (shortlist.Stands(model.ScoreOf(neighbour.Most)))
            {
                return shortlist.Pick();
            }

            shortlist.Compare(neighbour);
        }

        // There is room left: further tellings of the talk itself are shown even where they score below the floor.
        var (title, least) = FeatureBounds.OfTitle(seed);
        await foreach (var neighbour in Others(view.FindAsync(look with { Groups = [title], Least = least }, cancellationToken), talk))
        {
            shortlist.Compare(neighbour);
        }

        return shortlist.Pick();
    }

    private static IAsyncEnumerable<Neighbour> Others(IAsyncEnumerable<Neighbour> found, IndexedTalk talk)
    {
        var post = new PostKey(talk.Source, talk.Talk.Post);
        return found.Where(neighbour => neighbour.Id != talk.Talk.Id || neighbour.Post != post);
    }

    private static RelatedTalk Told(ScoredTalk pick, IndexedTalk talk, Selection picked, ReasonFinder reasons) => new()
    {
        Talk = talk,
        Score = pick.Score,
        SameTalk = pick.SameTalk,
        Tellings = [.. picked.TellingsOf(pick)],
        Reasons = reasons.Of(pick),
    };
}

/// <summary>Reads free text as a talk.</summary>
public interface ITextReader
{
    /// <summary>A talk with no title, that text, and what the text tells: technologies, topics.</summary>
    IndexedTalk Read(string text);
}
