using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Finds the posts that a change of others concerns: those that join or leave a series, repeat another post, or share the
/// name of a talk with one. It knows of posts that did not change what the index keeps of them, and reads the others.
/// </summary>
/// <param name="known">Posts as indexed, by path.</param>
/// <param name="read">Reads posts.</param>
internal sealed class SeriesChanges(IReadOnlyDictionary<string, PostInSeries> known, Func<ImmutableArray<SitePost>, ImmutableArray<ReadPost>> read)
{
    private static readonly ImmutableDictionary<string, SeriesPlace> Nothing = ImmutableDictionary<string, SeriesPlace>.Empty;

    /// <param name="changed">Posts that were read since they changed, whether or not they could be.</param>
    /// <param name="same">Posts that did not change.</param>
    /// <param name="kept">Paths of all posts that are indexed and not gone.</param>
    public PlacedPosts Place(ImmutableArray<ReadPost> changed, ImmutableArray<SitePost> same, ImmutableArray<string> kept)
    {
        var readings = changed;
        while (true)
        {
            var told = readings.Where(post => !post.Told.Failed).ToDictionary(post => post.Path, StringComparer.Ordinal);
            var entries = told.Values.Select(post => SeriesEntry.Of(post.Told))
                .Concat(kept.Where(path => !told.ContainsKey(path) && known.ContainsKey(path)).Select(path => known[path].Entry)).ToImmutableArray();
            var settled = Settled(entries, told, same);
            var places = PostSeries.PlacesOf(entries, settled);
            var moved = same.RemoveAll(post => places.TryGetValue(post.File.Path, out var place) && place.IsAs(known[post.File.Path].Place));
            if (moved.IsEmpty)
            {
                return new PlacedPosts
                {
                    Posts = [.. told.Values.Select(post => Placed(post, places[post.Path])).OrderBy(post => post.Path, StringComparer.Ordinal)],
                    Failed = readings.RemoveAll(post => !post.Told.Failed),
                    Doubtful = settled.Count == 0 ? [] : Doubtful(settled, PostSeries.PlacesOf(entries, Nothing)),
                };
            }

            // Once read they count as what they are now: they may have changed in between.
            same = same.RemoveRange(moved);
            readings = readings.AddRange(read(moved));
        }
    }

    // What cannot be read now stays as it was, and the others make way for it.
    private Dictionary<string, SeriesPlace> Settled(ImmutableArray<SeriesEntry> entries, Dictionary<string, ReadPost> told, ImmutableArray<SitePost> same)
    {
        var readable = same.Select(post => post.File.Path).ToHashSet(StringComparer.Ordinal);
        return entries.Select(entry => entry.Post).Where(path => !told.ContainsKey(path) && !readable.Contains(path))
            .ToDictionary(path => path, path => known[path].Place, StringComparer.Ordinal);
    }

    private static ReadPost Placed(ReadPost post, SeriesPlace place) =>
        post with { Told = PostSeries.Placed(post.Told, place), Series = new PostInSeries(SeriesEntry.Of(post.Told), place) };

    private static ImmutableArray<string> Doubtful(Dictionary<string, SeriesPlace> settled, ImmutableDictionary<string, SeriesPlace> free) =>
        [.. settled.Where(post => !free[post.Key].IsAs(post.Value)).Select(post => post.Key)];
}

/// <summary>Posts that have their place among the others.</summary>
internal sealed record PlacedPosts
{
    /// <summary>The posts that were read, in ordinal order of paths.</summary>
    public required ImmutableArray<ReadPost> Posts { get; init; }

    /// <summary>Posts that could not be read.</summary>
    public required ImmutableArray<ReadPost> Failed { get; init; }

    /// <summary>Paths of posts that would have another place if they could be read.</summary>
    public required ImmutableArray<string> Doubtful { get; init; }
}
