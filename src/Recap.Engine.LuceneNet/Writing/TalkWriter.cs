using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Schema;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// One reindex. Changes go to segments that no reader sees; the commit makes them durable and publishes them, and
/// segments are merged only then, while readers have the new generation already.
/// An index built with something else is rebuilt: every post is asked for again, and those that are neither put
/// nor deleted are made anew from what was stored.
/// </summary>
internal sealed class TalkWriter : ITalkWriter
{
    private readonly LockedWriter _locked;
    private readonly SnapshotShelf _shelf;
    private readonly Snapshot _before;
    private readonly string _fingerprint;
    private readonly TimeProvider _time;
    private readonly ISentenceEmbedder? _sentences;
    private readonly bool _rebuilds;

    // How many talks each post tells now that was put or deleted; null for those that are gone.
    private readonly Dictionary<PostKey, int?> _touched = [];
    private readonly Dictionary<string, Dictionary<string, Lazy<PostInSeries>>> _series = new(StringComparer.Ordinal);
    private bool _changed;
    private bool _committed;

    private TalkWriter(LockedWriter locked, SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        _locked = locked;
        _shelf = shelf;
        _time = options.TimeProvider;
        _sentences = options.Sentences;
        _fingerprint = fingerprint;
        _before = shelf.Refresh();
        _rebuilds = _before.Generation.Number > 0 && _before.Generation.Fingerprint != fingerprint;
        if (_rebuilds)
        {
            _locked.Lucene.DeleteAll();
            _changed = true;
        }
    }

    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    /// <exception cref="IndexUnusableException">The folder cannot be written.</exception>
    public static TalkWriter Open(SnapshotShelf shelf, LuceneIndexOptions options, string fingerprint)
    {
        var locked = LockedWriter.Open(shelf.Directory, options);
        try
        {
            return new TalkWriter(locked, shelf, options, fingerprint);
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<PostKey, string>> ListFingerprintsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // What is to be made anew may be of another schema, and must look changed whatever its file says.
        IReadOnlyDictionary<PostKey, string> fingerprints = _rebuilds
            ? _before.Posts(cancellationToken).ToDictionary(post => post.Key, _ => "")
            : _before.Fingerprints();
        return Task.FromResult(fingerprints);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Lazy<PostInSeries>>> ListSeriesAsync(string source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyDictionary<string, Lazy<PostInSeries>>>(SeriesOf(source));
    }

    /// <inheritdoc/>
    public Task PutAsync(IndexedPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        cancellationToken.ThrowIfCancellationRequested();
        _locked.Lucene.UpdateDocuments(TalkDocuments.PostTerm(post.Key), TalkDocuments.Of(post, _sentences));
        _touched[post.Key] = post.Talks.Count(talk => talk.Talk.Kind != TalkKind.Notes);
        _changed = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(PostKey post, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = _touched.ContainsKey(post) || _before.Holds(post);
        _touched[post] = null;
        if (known)
        {
            _locked.Lucene.DeleteDocuments(TalkDocuments.PostTerm(post));
            _changed = true;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task DoubtAsync(PostKey post, CancellationToken cancellationToken)
    {
        if (_before.Find(post) is { } stored)
        {
            await DeleteAsync(post, cancellationToken);
            Copy(stored with { Fingerprint = "" }, SeriesOf(post.Source).GetValueOrDefault(post.Path)?.Value);
        }
    }

    /// <inheritdoc/>
    public Task<Generation> CommitAsync(CancellationToken cancellationToken)
    {
        if (!_changed)
        {
            return Task.FromResult(_before.Generation);
        }

        if (_rebuilds)
        {
            CarryOver(cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var generation = NextGeneration();
        _locked.Lucene.SetCommitData(CommitData.Write(generation));
        _locked.Commit();
        _committed = true;
        var published = _shelf.Refresh();
        published.Release();
        return Task.FromResult(published.Generation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _locked.Dispose();
        _before.Release();
        if (_committed)
        {
            // The same generation, in fewer segments.
            _shelf.Refresh().Release();
        }

        return ValueTask.CompletedTask;
    }

    private void CarryOver(CancellationToken cancellationToken)
    {
        foreach (var post in _before.Posts(cancellationToken).Where(post => !_touched.ContainsKey(post.Key)))
        {
            Copy(post, SeriesOf(post.Source).GetValueOrDefault(post.Path)?.Value);
        }
    }

    private Dictionary<string, Lazy<PostInSeries>> SeriesOf(string source) =>
        _series.TryGetValue(source, out var series) ? series : _series[source] = _before.SeriesOf(source);

    private void Copy(StoredPost post, PostInSeries? series)
    {
        var talks = _before.TalksOf(post.Key).ToList();
        _locked.Lucene.AddDocuments(talks.Select(talk => TalkDocuments.OfTalk(talk, post.Key, _sentences)).Prepend(TalkDocuments.OfPost(post, series)));
        _touched[post.Key] = talks.Count(talk => talk.Talk.Kind != TalkKind.Notes);
    }

    // Counted by what was touched: to ask the writer would open a reader of every segment.
    private Generation NextGeneration()
    {
        var replaced = _touched.Keys.Where(post => !_rebuilds && _before.Holds(post)).ToList();
        var stay = _rebuilds ? (Posts: 0, Talks: 0) : (Posts: _before.Generation.Posts - replaced.Count, Talks: _before.Generation.Talks - replaced.Sum(_before.CountTalks));
        return new Generation
        {
            Number = _before.Generation.Number + 1,
            BuiltAt = _time.GetUtcNow(),
            Posts = stay.Posts + _touched.Values.Count(talks => talks is not null),
            Talks = stay.Talks + _touched.Values.Sum(talks => talks ?? 0),
            Fingerprint = _fingerprint,
        };
    }
}
