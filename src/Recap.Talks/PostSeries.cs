using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Judging;
using Recap.Talks.Posts;

namespace Recap.Talks;

/// <summary>What only all posts of a site together tell.</summary>
public static partial class PostSeries
{
    // Two tellings of one talk differ from their first words; two copies do not.
    private const int Beginning = 160;

    /// <summary>Gives posts of a series one event, tells posts that repeat another, empties drafts that do, and makes ids unique across the site.</summary>
    /// <param name="posts">The posts of one site, in any order.</param>
    /// <returns>The posts in order of path; ids depend on nothing but the posts.</returns>
    public static ImmutableArray<PostTalks> Join(ImmutableArray<PostTalks> posts)
    {
        var sorted = posts.OrderBy(post => post.Post, StringComparer.Ordinal).ToImmutableArray();
        return WithUniqueIds(WithEventsOfSeries(WithoutCopies(sorted)));
    }

    private static ImmutableArray<PostTalks> WithoutCopies(ImmutableArray<PostTalks> posts)
    {
        var byBeginning = posts.Where(post => !post.IsDraft).SelectMany(post => Beginnings(post).Select(beginning => (beginning, post)))
            .GroupBy(pair => pair.beginning, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.post).ToList(), StringComparer.Ordinal);
        return [.. posts.Select(post => OriginalOf(post, byBeginning) is { } original ? Remarked(post, original) : post)];
    }

    // A copy shares at least four fifths of its talks, word for word, with one other post; the final version stands before a draft.
    private static PostTalks? OriginalOf(PostTalks post, Dictionary<string, List<PostTalks>> byBeginning)
    {
        var beginnings = Beginnings(post).ToList();
        return beginnings.Count == 0 ? null : beginnings
            .SelectMany(beginning => byBeginning.GetValueOrDefault(beginning, []))
            .Where(other => other.Post != post.Post && (post.IsDraft || string.CompareOrdinal(other.Post, post.Post) < 0))
            .GroupBy(other => other.Post, StringComparer.Ordinal)
            .Where(group => group.Count() * 5 >= beginnings.Count * 4)
            .Select(group => group.First()).FirstOrDefault();
    }

    private static IEnumerable<string> Beginnings(PostTalks post) => post.Talks
        .Where(talk => talk.Kind != TalkKind.Notes && talk.Text.Length >= 80)
        .Select(talk => SectionWords.Fold(talk.Title) + "\n" + talk.Text[..Math.Min(Beginning, talk.Text.Length)]);

    // Only a draft gives way: two published copies are both there for readers, and search may collapse them.
    private static PostTalks Remarked(PostTalks post, PostTalks original) => post with
    {
        Talks = post.IsDraft ? [] : post.Talks,
        Diagnostics =
        [
            .. post.Diagnostics,
            Codes.DuplicatePost.At(1, $"The post repeats {original.Post}{(post.IsDraft ? "; its talks are indexed from there" : "")}.").In(post.Post),
        ],
    };

    private static ImmutableArray<PostTalks> WithEventsOfSeries(ImmutableArray<PostTalks> posts)
    {
        var events = posts.Where(post => post.Event is not null)
            .GroupBy(SeriesKey, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(post => post.Event!).OrderBy(found => found.Name, StringComparer.Ordinal).First(), StringComparer.Ordinal);
        return [.. posts.Select(post => post.Event is null && events.TryGetValue(SeriesKey(post), out var found) ? Joined(post, found with { Day = null }) : post)];
    }

    private static PostTalks Joined(PostTalks post, ConferenceEvent found) =>
        post with { Event = found, Talks = [.. post.Talks.Select(talk => talk.Event is null ? talk with { Event = found } : talk)] };

    // "2024-02-03-x-jour-1" and "2024-02-04-x-jour-2" are two parts of "x".
    private static string SeriesKey(PostTalks post)
    {
        var path = post.Post.EndsWith("/index.md", StringComparison.Ordinal) ? post.Post[..^"/index.md".Length] : Path.ChangeExtension(post.Post, null);
        return Part().Replace(path.ToLowerInvariant(), "");
    }

    private static ImmutableArray<PostTalks> WithUniqueIds(ImmutableArray<PostTalks> posts)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. posts.Select(post => WithUniqueIds(post, taken))];
    }

    private static PostTalks WithUniqueIds(PostTalks post, Dictionary<string, int> taken)
    {
        var remarks = new List<Remark>();
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var talk in post.Talks)
        {
            var id = talk.Id;
            while (!taken.TryAdd(id, 1))
            {
                id = $"{talk.Id}-{++taken[talk.Id]}";
            }

            if (id != talk.Id)
            {
                renamed[talk.Id] = id;
                remarks.Add(Codes.DuplicateId.At(talk.Line, $"Another post has a talk {talk.Id}; this one is {id}."));
            }
        }

        return renamed.Count == 0 ? post : post with
        {
            Talks = [.. post.Talks.Select(talk => renamed.TryGetValue(talk.Id, out var id) ? talk with { Id = id } : talk)],
            Evidence = [.. post.Evidence.Select(item => item.Talk is { } talk && renamed.TryGetValue(talk, out var id) ? item with { Talk = id } : item)],
            Diagnostics = [.. post.Diagnostics, .. remarks.Select(remark => remark.In(post.Post))],
        };
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}[-_]?|[-_ ]?(?:jour|day|partie|part|pt|j|episode)[-_ ]?\d|[-_ ]\d{1,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
