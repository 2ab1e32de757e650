using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>Brings an index up to date with folders of posts: reads what changed, and publishes it as one generation.</summary>
public sealed class Reindexer(ITalkIndex index, ReadingRules rules)
{
    /// <summary>Does what is asked, all of it or, where it throws, nothing.</summary>
    /// <exception cref="ContentException">A folder is not there, has no posts, or clashes with what is indexed.</exception>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    public Task<ReindexReport> RunAsync(ReindexRequest request, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(request, () => Task.FromResult(ContentLook.Take(request, rules, progress, cancellationToken)), progress, cancellationToken);

    /// <summary>The same, where the look at the folders has been taken, or is being taken.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="look">Answers with what the folders of the request hold, looked at with the same rules.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops it before its commit.</param>
    /// <exception cref="ContentException">A folder is not there, has no posts, or clashes with what is indexed.</exception>
    /// <exception cref="IndexInUseException">Another writer holds the index.</exception>
    public async Task<ReindexReport> RunAsync(
        ReindexRequest request, Func<Task<ContentLook>> look, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        RequireDistinctNames(request);
        await using var writer = await index.OpenWriterAsync(cancellationToken);
        var looked = await look();
        var indexed = await writer.ListFingerprintsAsync(cancellationToken);
        var names = indexed.Keys.Select(post => post.Source).Concat(request.Sources.Select(source => source.Name)).Distinct().Take(2).Count() > 1
            ? new TalkNames(index)
            : null;
        var reports = ImmutableArray.CreateBuilder<SourceReport>();
        foreach (var (at, source) in request.Sources.Index())
        {
            var fingerprints = indexed.Where(post => post.Key.Source == source.Name)
                .ToDictionary(post => post.Key.Path, post => post.Value, StringComparer.Ordinal);
            var changes = await new SourceComparison(request, source, looked.Of(at), fingerprints, progress).CompareAsync(writer, cancellationToken);
            reports.Add(changes.Report);
            if (!request.DryRun)
            {
                await WriteAsync(writer, changes, names, progress, cancellationToken);
            }
        }

        return new ReindexReport
        {
            Sources = reports.ToImmutable(),
            Generation = request.DryRun ? index.Current : await CommitAsync(writer, progress, cancellationToken),
            DryRun = request.DryRun,
        };
    }

    private static void RequireDistinctNames(ReindexRequest request)
    {
        foreach (var group in request.Sources.GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            throw new ContentException(
                $"Two folders would be the source '{group.Key}': {string.Join(" and ", group.Select(source => source.Root))}. Index them one at a time, each with its own --source.");
        }
    }

    private async Task WriteAsync(ITalkWriter writer, SourceChanges changes, TalkNames? names, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        var source = changes.Report.Source.Name;
        foreach (var path in changes.Report.Removed)
        {
            await writer.DeleteAsync(new PostKey(source, path), cancellationToken);
        }

        foreach (var path in changes.Doubtful)
        {
            await writer.DoubtAsync(new PostKey(source, path), cancellationToken);
        }

        for (var i = 0; i < changes.Puts.Length; i++)
        {
            await writer.PutAsync(await ToIndexAsync(source, changes.Puts[i], names, cancellationToken), cancellationToken);
            progress?.Report(new ReindexProgress(ReindexPhase.Writing, i + 1, changes.Puts.Length));
        }
    }

    private async Task<IndexedPost> ToIndexAsync(string source, ReadPost post, TalkNames? names, CancellationToken cancellationToken)
    {
        var talks = ImmutableArray.CreateBuilder<IndexedTalk>(post.Told.Talks.Length);
        foreach (var talk in post.Told.Talks)
        {
            var named = names is null ? talk : await names.NameAsync(source, talk, cancellationToken);
            talks.Add(new IndexedTalk { Source = source, Talk = named, Topics = TopicsOf(talk) });
        }

        return new IndexedPost
        {
            Key = new PostKey(source, post.Path),
            Fingerprint = PostFingerprint.Of(post),
            Talks = talks.DrainToImmutable(),
            Diagnostics = post.Told.Diagnostics,
            Series = post.Series,
        };
    }

    private ImmutableSortedDictionary<string, float> TopicsOf(Talk talk) =>
        talk.Kind == TalkKind.Notes ? ImmutableSortedDictionary<string, float>.Empty : rules.Topics.Score(talk);

    private static Task<Generation> CommitAsync(ITalkWriter writer, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ReindexProgress(ReindexPhase.Committing, 0, 0));
        return writer.CommitAsync(cancellationToken);
    }
}
