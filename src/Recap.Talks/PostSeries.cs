using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks;

/// <summary>What only all posts of a site together tell.</summary>
public static class PostSeries
{
    /// <summary>Gives posts of a series one event, drops drafts that were published since, and makes ids unique across the site.</summary>
    /// <param name="posts">The posts of one site, in any order.</param>
    /// <returns>The posts in order of path.</returns>
    public static ImmutableArray<PostTalks> Join(ImmutableArray<PostTalks> posts)
    {
        var sorted = posts.OrderBy(post => post.Post, StringComparer.Ordinal).ToImmutableArray();
        return WithUniqueIds(sorted);
    }

    private static ImmutableArray<PostTalks> WithUniqueIds(ImmutableArray<PostTalks> posts)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<PostTalks>(posts.Length);
        foreach (var post in posts)
        {
            var remarks = new List<Remark>();
            var talks = post.Talks.Select(talk =>
            {
                var id = talk.Id;
                for (var number = 2; !taken.Add(id); number++)
                {
                    id = $"{talk.Id}-{number}";
                }

                if (id != talk.Id)
                {
                    remarks.Add(Codes.DuplicateId.At(talk.Line, $"Another post has a talk {talk.Id}; this one is {id}."));
                }

                return id == talk.Id ? talk : talk with { Id = id };
            }).ToImmutableArray();
            result.Add(remarks.Count == 0 ? post : post with { Talks = talks, Diagnostics = [.. post.Diagnostics, .. remarks.Select(remark => remark.In(post.Post))] });
        }

        return result.MoveToImmutable();
    }
}
