using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Finds out what changed in a source since it was indexed. Only posts whose own hash changed are read, and those whose
/// place among the others did (<see cref="SeriesChanges"/>); of these, those whose talks came out otherwise are written.
/// </summary>
/// <param name="request">What is to be done.</param>
/// <param name="source">The source.</param>
/// <param name="look">What it holds now.</param>
/// <param name="indexed">Fingerprints of its posts as indexed, by path.</param>
/// <param name="progress">Told how far it has come.</param>
internal sealed class SourceComparison(
    ReindexRequest request, ContentSource source, SourceLook look, IReadOnlyDictionary<string, string> indexed, IProgress<ReindexProgress>? progress)
{
    /// <param name="writer">Knows the posts among each other; nothing is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SourceChanges> CompareAsync(ITalkWriter writer, CancellationToken cancellationToken)
    {
        var found = look.Found;
        RefuseAnotherFolder(found.Posts);

        var gone = Gone(found);
        var parted = Part();
        var changed = Read([.. parted[false]], cancellationToken);

        // A post that stays broken changes nothing for the others.
        if (gone.Length == 0 && changed.All(post => post.Told.Failed))
        {
            return Changes(found, gone, changed, [], []);
        }

        var series = new SeriesChanges(await writer.ListSeriesAsync(source.Name, cancellationToken), posts => Read(posts, cancellationToken));
        ImmutableArray<SitePost> same = [.. parted[true]];
        var asBefore = gone.Length == 0 && !request.Full && !changed.Any(post => indexed.GetValueOrDefault(post.Path) is "");
        var placed = (asBefore ? series.PlaceAsBefore(changed, same) : null)
            ?? series.Place(changed, same, [.. indexed.Keys.Except(gone, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        return Changes(found, gone, placed.Failed, [.. placed.Posts.Where(post => !IsAsIndexed(post))], placed.Doubtful);
    }

    private SourceChanges Changes(
        SourcePosts found, ImmutableArray<string> gone, ImmutableArray<ReadPost> failed, ImmutableArray<ReadPost> puts, ImmutableArray<string> doubtful)
    {
        var report = new SourceReport
        {
            Source = source,
            Added = [.. puts.Select(put => put.Path).Where(path => !indexed.ContainsKey(path))],
            Changed = [.. puts.Select(put => put.Path).Where(indexed.ContainsKey)],
            Removed = gone,
            Unchanged = found.Posts.Length - puts.Length - failed.Length,
            Failed = [.. failed.Select(reading => reading.Path)],
            TalksWritten = puts.Sum(put => put.Told.Talks.Count(talk => talk.Kind != TalkKind.Notes)),
            Diagnostics = [.. found.Diagnostics, .. failed.Concat(puts).SelectMany(post => post.Told.Diagnostics)],
        };
        return new SourceChanges(report, puts, doubtful);
    }

    private void RefuseAnotherFolder(ImmutableArray<SitePost> posts)
    {
        var replaced = indexed.Count > 0 && !request.Full && !request.KeepMissing && request.Forget is null && source.OnlyPost is null;
        if (replaced && !posts.Any(post => indexed.ContainsKey(post.File.Path)) && !AnyMoved())
        {
            throw new ContentException(
                $"The source '{source.Name}' is indexed with {indexed.Count} posts, and none of them is under '{source.Root}'. "
                + "Give this folder another name (--source), or replace the source (--full).");
        }
    }

    // The folder that holds all posts may have been renamed: they are the same posts then, elsewhere.
    private bool AnyMoved()
    {
        var inputs = indexed.Values.Select(PostFingerprint.InputOf).ToHashSet(StringComparer.Ordinal);
        return look.Hashes.Any(hash => hash is not null && inputs.Contains(hash));
    }

    // In ordinal order of paths.
    private ImmutableArray<string> Gone(SourcePosts found)
    {
        if (request.Forget is { } forgotten)
        {
            return [.. indexed.Keys.Where(forgotten.Contains).Order(StringComparer.Ordinal)];
        }

        if (request.KeepMissing || source.OnlyPost is not null)
        {
            return [];
        }

        var there = found.Posts.Select(post => post.File.Path).ToHashSet(StringComparer.Ordinal);
        return [.. indexed.Keys.Where(path => !there.Contains(path)
            && !found.Unreadable.Any(other => path == other || ContentFolder.IsBelow(path, other))).Order(StringComparer.Ordinal)];
    }

    // Those that are as they were (true) and those that must be read (false).
    private ILookup<bool, SitePost> Part() => look.Found.Posts.Zip(look.Hashes).ToLookup(
        post => !request.Full && PostFingerprint.WasReadFrom(indexed.GetValueOrDefault(post.First.File.Path), post.Second),
        post => post.First);

    private ImmutableArray<ReadPost> Read(ImmutableArray<SitePost> posts, CancellationToken cancellationToken) =>
        PostBatch.Read(posts, done => progress?.Report(new ReindexProgress(ReindexPhase.Reading, done, posts.Length)), cancellationToken);

    private bool IsAsIndexed(ReadPost post) =>
        !request.Full && indexed.GetValueOrDefault(post.Path) == PostFingerprint.Of(post);
}
