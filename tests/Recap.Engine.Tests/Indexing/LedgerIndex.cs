using System.Collections.Concurrent;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Tests.Indexing;

/// <summary>An index that is a dictionary: shows what a reindex wrote, and holds to "all or nothing".</summary>
internal sealed class LedgerIndex : ITalkIndex
{
    public Dictionary<PostKey, IndexedPost> Posts { get; private set; } = [];

    public Generation Current { get; private set; } =
        new() { Number = 0, BuiltAt = DateTimeOffset.UnixEpoch, Posts = 0, Talks = 0, Fingerprint = "" };

    public ITalkSearcher Searcher => new Looker(this);

    /// <summary>Posts put by the last reindex.</summary>
    public List<string> LastPuts { get; } = [];

    /// <summary>Posts whose place among the others was asked for since it was cleared.</summary>
    public ConcurrentBag<string> LookedAt { get; } = [];

    public IEnumerable<string> Titles => Posts.Values.SelectMany(post => post.Talks)
        .Where(talk => talk.Talk.Kind != Talks.TalkKind.Notes).Select(talk => talk.Talk.Title).Order(StringComparer.Ordinal);

    public Task<ITalkWriter> OpenWriterAsync(CancellationToken cancellationToken) => Task.FromResult<ITalkWriter>(new Writer(this));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private PostInSeries LookAt(IndexedPost post)
    {
        LookedAt.Add(post.Key.Path);
        return post.Series!;
    }

    private sealed class Looker(LedgerIndex ledger) : ITalkSearcher
    {
        public Task<TalkPage> SearchAsync(TalkQuery query, CancellationToken cancellationToken) =>
            throw new NotSupportedException("A ledger is not searched.");

        public Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken) =>
            Task.FromResult(ledger.Posts.Values.SelectMany(post => post.Talks).FirstOrDefault(talk => talk.Talk.Id == id) ?? throw new TalkNotFoundException(id));
    }

    private sealed class Writer(LedgerIndex ledger) : ITalkWriter
    {
        private readonly Dictionary<PostKey, IndexedPost> _posts = new(ledger.Posts);
        private readonly List<string> _puts = [];
        private bool _changed;

        public Task<IReadOnlyDictionary<PostKey, string>> ListFingerprintsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<PostKey, string>>(ledger.Posts.ToDictionary(post => post.Key, post => post.Value.Fingerprint));

        public Task<IReadOnlyDictionary<string, Lazy<PostInSeries>>> ListSeriesAsync(string source, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, Lazy<PostInSeries>>>(ledger.Posts.Values.Where(post => post.Key.Source == source && post.Series is not null)
                .ToDictionary(post => post.Key.Path, post => new Lazy<PostInSeries>(() => ledger.LookAt(post)), StringComparer.Ordinal));

        public Task DoubtAsync(PostKey post, CancellationToken cancellationToken)
        {
            _posts[post] = _posts[post] with { Fingerprint = "" };
            _changed = true;
            return Task.CompletedTask;
        }

        public Task PutAsync(IndexedPost post, CancellationToken cancellationToken)
        {
            _posts[post.Key] = post;
            _puts.Add(post.Key.Path);
            _changed = true;
            return Task.CompletedTask;
        }

        public Task DeleteAsync(PostKey post, CancellationToken cancellationToken)
        {
            _changed |= _posts.Remove(post);
            return Task.CompletedTask;
        }

        public Task<Generation> CommitAsync(CancellationToken cancellationToken)
        {
            ledger.LastPuts.Clear();
            ledger.LastPuts.AddRange(_puts);
            if (_changed)
            {
                ledger.Posts = _posts;
                ledger.Current = ledger.Current with { Number = ledger.Current.Number + 1, Posts = _posts.Count };
            }

            return Task.FromResult(ledger.Current);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
