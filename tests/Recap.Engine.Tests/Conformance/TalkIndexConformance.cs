using Microsoft.Extensions.Time.Testing;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Tests.Conformance;

/// <summary>What the interfaces promise, for every engine. An engine's subclass says how its index is opened.</summary>
public abstract partial class TalkIndexConformance : IAsyncLifetime
{
    private ITalkIndex? _index;

    /// <summary>The time the index lives in.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 19, 9, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected ITalkIndex Index => _index ?? throw new InvalidOperationException("The index is opened before each test.");

    public async ValueTask InitializeAsync() => _index = await OpenEmptyAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_index is not null)
        {
            await _index.DisposeAsync();
        }

        await CleanUpAsync();
    }

    /// <summary>Opens an index that holds nothing and that nobody else sees.</summary>
    protected abstract Task<ITalkIndex> OpenEmptyAsync();

    /// <summary>Removes what a test left behind.</summary>
    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;

    private protected async Task<Generation> PutAsync(params IndexedPost[] posts)
    {
        await using var writer = await Index.OpenWriterAsync(Cancel);
        foreach (var post in posts)
        {
            await writer.PutAsync(post, Cancel);
        }

        return await writer.CommitAsync(Cancel);
    }

    private protected Task<Generation> PutTalksAsync(params IndexedTalk[] talks) => PutAsync(Sample.Post(talks));

    private protected async Task<Generation> DeleteAsync(PostKey post)
    {
        await using var writer = await Index.OpenWriterAsync(Cancel);
        await writer.DeleteAsync(post, Cancel);
        return await writer.CommitAsync(Cancel);
    }

    private protected Task<TalkPage> SearchAsync(string text) => SearchAsync(new TalkQuery { Text = text });

    private protected Task<TalkPage> SearchAsync(TalkQuery query) => Index.Searcher.SearchAsync(query, Cancel);

    private protected async Task<string[]> TitlesAsync(string text) => await TitlesAsync(new TalkQuery { Text = text });

    private protected async Task<string[]> TitlesAsync(TalkQuery query) =>
        [.. (await SearchAsync(query)).Hits.Select(hit => hit.Talk.Talk.Title)];
}
