using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Finds the posts that a change of others concerns: those that join or leave a series, repeat another post, or share the
/// name of a talk with one. It knows of posts that did not change what the index keeps of them, and reads the others.
/// </summary>
/// <param name="known">Posts as indexed, by path.</param>
/// <param name="read">Reads posts.</param>
internal sealed class SeriesChanges(IReadOnlyDictionary<string, Lazy<PostInSeries>> known, Func<ImmutableArray<SitePost>, ImmutableArray<ReadPost>> read)
{
    private static readonly ImmutableDictionary<string, SeriesPlace> Nothing = ImmutableDictionary<string, SeriesPlace>.Empty;

    /// <summary>
    /// The posts that changed, where what they are to the others is as it was: then nobody's place is another, and no other post
    /// need be looked at. Null where something else came of one.
    /// </summary>
    /// <param name="changed">Posts that were read since they changed, whether or not they could be; none of them doubted.</param>
    /// <param name="same">Posts that did not change.</param>
    public PlacedPosts? PlaceAsBefore(ImmutableArray<ReadPost> changed, ImmutableArray<SitePost> same)
    {
        var told = changed.RemoveAll(post => post.Told.Failed);
        return told.All(IsAsBefore) && same.All(post => known.ContainsKey(post.File.Path))
            ? new PlacedPosts
            {
                Posts = [.. told.Select(post => Placed(post, known[post.Path].Value.Place))],
                Failed = changed.RemoveAll(post => !post.Told.Failed),
                Doubtful = [],
            }
            : null;
    }

    /// <summary>The posts that changed and those that this concerns, each in its place.</summary>
    /// <param name="changed">Posts that were read since they changed, whether or not they could be.</param>
    /// <param name="same">Posts that did not change.</param>
    /// <param name="kept">Paths of all posts that are indexed and not gone.</param>
    public PlacedPosts Place(ImmutableArray<ReadPost> changed, ImmutableArray<SitePost> same, ImmutableArray<string> kept)
    {
        var readings = changed;

        // All of them are asked for below: on all cores at once rather than one after the other.
        known.Values.AsParallel().ForAll(post => _ = post.Value);
        while (true)
        {
            var told = readings.Where(post => !post.Told.Failed).ToDictionary(post => post.Path, StringComparer.Ordinal);
            var entries = told.Values.Select(post => SeriesEntry.Of(post.Told))
                .Concat(kept.Where(path => !told.ContainsKey(path) && known.ContainsKey(path)).Select(path => known[path].Value.Entry)).ToImmutableArray();
            var settled = Settled(entries, told, same);
            var places = PostSeries.PlacesOf(entries, settled);
            var moved = same.RemoveAll(post => places.TryGetValue(post.File.Path, out var place) && place.IsAs(known[post.File.Path].Value.Place));
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
            .ToDictionary(path => path, path => known[path].Value.Place, StringComparer.Ordinal);
    }

    private bool IsAsBefore(ReadPost post) =>
        known.TryGetValue(post.Path, out var before) && SeriesEntry.Of(post.Told).IsAs(before.Value.Entry);

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
