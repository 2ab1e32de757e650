using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks;

/// <summary>What only all posts of a site together tell: each post has a place among them, which is found from little of each.</summary>
public static partial class PostSeries
{
    private static readonly ImmutableDictionary<string, SeriesPlace> NoneSettled = ImmutableDictionary<string, SeriesPlace>.Empty;

    /// <summary>Gives posts of a series one event, tells posts that repeat another, empties drafts that do, and makes ids unique across the site.</summary>
    /// <param name="posts">The posts of one site, in any order.</param>
    /// <returns>The posts in order of path; ids depend on nothing but the posts.</returns>
    public static ImmutableArray<PostTalks> Join(ImmutableArray<PostTalks> posts)
    {
        var places = PlacesOf([.. posts.Select(SeriesEntry.Of)], NoneSettled);
        return [.. posts.OrderBy(post => post.Post, StringComparer.Ordinal).Select(post => Placed(post, places[post.Post]))];
    }

    /// <summary>Finds the place of every post.</summary>
    /// <param name="entries">The posts of one site, in any order.</param>
    /// <param name="settled">Places that posts keep, by path: of those that cannot be read again. The others make way.</param>
    /// <returns>The places by path.</returns>
    public static ImmutableDictionary<string, SeriesPlace> PlacesOf(ImmutableArray<SeriesEntry> entries, IReadOnlyDictionary<string, SeriesPlace> settled)
    {
        ArgumentNullException.ThrowIfNull(settled);
        var sorted = entries.Sort((left, right) => string.CompareOrdinal(left.Post, right.Post));
        var copies = new SeriesCopies(sorted);
        var events = EventsOfSeries(sorted);
        var ids = new SeriesIds(sorted.Where(entry => settled.ContainsKey(entry.Post)).SelectMany(entry => IdsOf(entry, settled[entry.Post])));
        return sorted.ToImmutableDictionary(entry => entry.Post, PlaceOf, StringComparer.Ordinal);

        SeriesPlace PlaceOf(SeriesEntry entry)
        {
            if (settled.TryGetValue(entry.Post, out var place))
            {
                return place;
            }

            var repeats = copies.OriginalOf(entry);
            return new SeriesPlace
            {
                Repeats = repeats,
                Event = entry.Event is null && events.TryGetValue(SeriesKey(entry.Post), out var found) ? found with { Day = null } : null,
                Ids = GivesWay(entry, repeats) ? [] : ids.Take(entry.Ids),
            };
        }
    }

    /// <summary>A post as its reader told it, put in its place.</summary>
    public static PostTalks Placed(PostTalks post, SeriesPlace place)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(place);
        return Renamed(Joined(Remarked(post, place.Repeats), place.Event), place.Ids);
    }

    // Only a draft gives way: two published copies are both there for readers, and search may collapse them.
    private static bool GivesWay(SeriesEntry entry, string? repeats) => entry.IsDraft && repeats is not null;

    private static ImmutableArray<string> IdsOf(SeriesEntry entry, SeriesPlace place) =>
        GivesWay(entry, place.Repeats) ? [] : place.Ids.IsEmpty ? entry.Ids : place.Ids;

    private static PostTalks Remarked(PostTalks post, string? original) => original is null ? post : post with
    {
        Talks = post.IsDraft ? [] : post.Talks,
        Diagnostics =
        [
            .. post.Diagnostics,
            Codes.DuplicatePost.At(1, $"The post repeats {original}{(post.IsDraft ? "; its talks are indexed from there" : "")}.").In(post.Post),
        ],
    };

    private static Dictionary<string, ConferenceEvent> EventsOfSeries(ImmutableArray<SeriesEntry> entries) => entries
        .Where(entry => entry.Event is not null).GroupBy(entry => SeriesKey(entry.Post), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(entry => entry.Event!).OrderBy(found => found.Name, StringComparer.Ordinal).First(), StringComparer.Ordinal);

    private static PostTalks Joined(PostTalks post, ConferenceEvent? found) => found is null ? post
        : post with { Event = found, Talks = [.. post.Talks.Select(talk => talk.Event is null ? talk with { Event = found } : talk)] };

    private static PostTalks Renamed(PostTalks post, ImmutableArray<string> ids)
    {
        if (ids.IsEmpty)
        {
            return post;
        }

        var renamed = post.Talks.Zip(ids).Where(pair => pair.First.Id != pair.Second).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
        return post with
        {
            Talks = [.. post.Talks.Zip(ids, (talk, id) => talk with { Id = id })],
            Evidence = [.. post.Evidence.Select(item => item.Talk is { } talk && renamed.TryGetValue(talk, out var id) ? item with { Talk = id } : item)],
            Diagnostics =
            [
                .. post.Diagnostics,
                .. post.Talks.Where(talk => renamed.ContainsKey(talk.Id))
                    .Select(talk => Codes.DuplicateId.At(talk.Line, $"Another post has a talk {talk.Id}; this one is {renamed[talk.Id]}.").In(post.Post)),
            ],
        };
    }

    // "2024-02-03-x-jour-1" and "2024-02-04-x-jour-2" are two parts of "2024-x"; next year's are of another edition, and "article_12" is no part of anything.
    private static string SeriesKey(string post)
    {
        var path = post.EndsWith("/index.md", StringComparison.Ordinal) ? post[..^"/index.md".Length] : Path.ChangeExtension(post, null);
        var key = Part().Replace(path.ToLowerInvariant(), "${year}");
        var name = key[(key.LastIndexOf('/') + 1)..];
        return EventNames.IsEveryday(name) && !name.AsSpan().ContainsAny('-', '_') ? path : key;
    }

    [GeneratedRegex(@"(?<year>\d{4}-)\d{2}-\d{2}[-_]?|[-_ ]?(?:jour|day|partie|part|pt|j|episode)[-_ ]?\d|[-_ ]\d{1,2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
