using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.Relating;

namespace Recap.Engine.Tests.Relating;

/// <summary>Talks without an index: every one is a neighbour that may score anything, so that every one is compared. Filters by year alone.</summary>
internal sealed class EveryTalk(IReadOnlyList<IndexedTalk> talks) : INeighbourhood, INeighbourhoodView
{
    public Generation Current => Generation;

    public Generation Generation { get; } = new() { Number = 1, BuiltAt = default, Posts = 0, Talks = talks.Count, Fingerprint = "" };

    public Task<INeighbourhoodView> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<INeighbourhoodView>(this);

    public Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(talks.Single(talk => talk.Talk.Id == id));

    public Task<ImmutableArray<IndexedTalk>> TalksOfPageAsync(PageKey page, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<KeyCounts> CountAsync(ImmutableArray<string> keys, CancellationToken cancellationToken)
    {
        var held = talks.SelectMany(talk => TalkTraits.Of(talk).Keys).CountBy(key => key.Key).ToDictionary();
        return Task.FromResult(new KeyCounts(talks.Count, held));
    }

    public IAsyncEnumerable<Neighbour> FindAsync(NeighbourQuery query, CancellationToken cancellationToken) => talks
        .Index()
        .Where(talk => query.Filter.YearFrom is not { } from || talk.Item.Talk.Event?.Year >= from)
        .Where(talk => query.Without is not { } post || post != new PostKey(talk.Item.Source, talk.Item.Talk.Post))
        .Select(talk => ToNeighbour(talk.Index, talk.Item))
        .ToAsyncEnumerable();

    public Task<ImmutableArray<IndexedTalk>> LoadAsync(ImmutableArray<Neighbour> neighbours, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<IndexedTalk>>([.. neighbours.Select(neighbour => talks[neighbour.Handle])]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Neighbour ToNeighbour(int number, IndexedTalk talk) => new()
    {
        Handle = number,
        Id = talk.Talk.Id,
        Post = new PostKey(talk.Source, talk.Talk.Post),
        Event = talk.Talk.Event?.Name,
        Most = double.PositiveInfinity,
        Profile = TalkProfile.FromBytes(TalkProfile.Of(TalkTraits.Of(talk)).ToBytes()),
    };
}
