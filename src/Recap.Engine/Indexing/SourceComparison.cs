using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Finds out what changed in a source since it was indexed. Where no post changed, none is read. Where one did, all
/// are, since the posts of a source are joined (a series shares its event, ids are unique), but only those whose
/// talks came out otherwise are written.
/// </summary>
/// <param name="request">What is to be done.</param>
/// <param name="rules">How posts are read.</param>
/// <param name="source">The source.</param>
/// <param name="indexed">Fingerprints of its posts as indexed, by path.</param>
/// <param name="progress">Told how far it has come.</param>
internal sealed class SourceComparison(
    ReindexRequest request, ReadingRules rules, ContentSource source, ImmutableSortedDictionary<string, string> indexed, IProgress<ReindexProgress>? progress)
{
    public SourceChanges Compare(CancellationToken cancellationToken)
    {
        var found = SourcePosts.Find(source, rules, cancellationToken);
        RefuseAnotherFolder(found.Posts);

        var gone = Gone(found);
        var readings = ReadWhatMatters(found.Posts, gone, cancellationToken);
        var joined = Join(readings);
        var puts = joined.RemoveAll(IsAsIndexed);
        var failed = readings.Where(reading => reading.Told.Failed).ToImmutableArray();
        var dropped = readings.Length - failed.Length - joined.Length;
        var report = new SourceReport
        {
            Source = source,
            Added = [.. puts.Select(put => put.Path).Where(path => !indexed.ContainsKey(path))],
            Changed = [.. puts.Select(put => put.Path).Where(indexed.ContainsKey)],
            Removed = [.. gone.Concat(Dropped(readings, joined)).Order(StringComparer.Ordinal)],
            Unchanged = found.Posts.Length - puts.Length - failed.Length - dropped,
            Failed = [.. failed.Select(reading => reading.Path)],
            TalksWritten = puts.Sum(put => put.Told.Talks.Count(talk => talk.Kind != TalkKind.Notes)),
            Diagnostics = [.. found.Diagnostics, .. failed.Concat(joined).SelectMany(post => post.Told.Diagnostics)],
        };
        return new SourceChanges(report, puts);
    }

    private void RefuseAnotherFolder(ImmutableArray<SitePost> posts)
    {
        var replaced = indexed.Count > 0 && !request.Full && !request.KeepMissing && source.OnlyPost is null;
        if (replaced && !posts.Any(post => indexed.ContainsKey(post.File.Path)))
        {
            throw new ContentException(
                $"The source '{source.Name}' is indexed with {indexed.Count} posts, and none of them is under '{source.Root}'. "
                + "Give this folder another name (--source), or replace the source (--full).");
        }
    }

    private ImmutableArray<string> Gone(SourcePosts found)
    {
        if (request.KeepMissing || source.OnlyPost is not null)
        {
            return [];
        }

        var there = found.Posts.Select(post => post.File.Path).ToHashSet(StringComparer.Ordinal);
        return [.. indexed.Keys.Where(path => !there.Contains(path)
            && !found.Unreadable.Any(other => path == other || ContentFolder.IsBelow(path, other)))];
    }

    private ImmutableArray<ReadPost> ReadWhatMatters(ImmutableArray<SitePost> posts, ImmutableArray<string> gone, CancellationToken cancellationToken)
    {
        var hashes = PostBatch.Hash(posts, Reporter(ReindexPhase.Comparing, posts.Length), cancellationToken);
        var changed = ImmutableArray.CreateBuilder<SitePost>();
        var rest = ImmutableArray.CreateBuilder<SitePost>();
        for (var i = 0; i < posts.Length; i++)
        {
            var same = !request.Full && PostFingerprint.WasReadFrom(indexed.GetValueOrDefault(posts[i].File.Path), hashes[i]);
            (same ? rest : changed).Add(posts[i]);
        }

        var total = changed.Count;
        var readings = PostBatch.Read(changed.ToImmutable(), Reporter(ReindexPhase.Reading, total), cancellationToken);

        // A post that stays broken changes nothing for the others.
        if (rest.Count == 0 || (gone.Length == 0 && readings.All(reading => reading.Told.Failed)))
        {
            return readings;
        }

        var others = PostBatch.Read(rest.ToImmutable(), Reporter(ReindexPhase.Reading, rest.Count), cancellationToken);
        return [.. readings.Concat(others).OrderBy(reading => reading.Path, StringComparer.Ordinal)];
    }

    private static ImmutableArray<ReadPost> Join(ImmutableArray<ReadPost> readings)
    {
        var hashes = readings.ToDictionary(reading => reading.Path, reading => reading.InputHash, StringComparer.Ordinal);
        return [.. PostSeries.Join([.. readings.Where(reading => !reading.Told.Failed).Select(reading => reading.Told)])
            .Select(told => new ReadPost { Path = told.Post, InputHash = hashes[told.Post], Told = told })];
    }

    private bool IsAsIndexed(ReadPost post) =>
        !request.Full && indexed.GetValueOrDefault(post.Path) == PostFingerprint.Of(post.InputHash, post.Told);

    // Posts that are there and count for nothing: drafts of which the published post has come.
    private IEnumerable<string> Dropped(ImmutableArray<ReadPost> readings, ImmutableArray<ReadPost> joined)
    {
        var kept = joined.Select(post => post.Path).ToHashSet(StringComparer.Ordinal);
        return readings.Where(reading => !reading.Told.Failed && !kept.Contains(reading.Path) && indexed.ContainsKey(reading.Path))
            .Select(reading => reading.Path);
    }

    private Action<int> Reporter(ReindexPhase phase, int total) =>
        done => progress?.Report(new ReindexProgress(phase, done, total));
}
