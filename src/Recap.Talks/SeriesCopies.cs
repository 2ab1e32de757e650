using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>Finds which post another one repeats: one that tells four fifths of its talks word for word.</summary>
internal sealed class SeriesCopies
{
    // The first by path are looked at: a hundred thousand copies of one post must not be compared each with each.
    private const int MostOriginals = 16;

    // Nearly every beginning is told once: a list is made only for those that are not.
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _several = new(StringComparer.Ordinal);

    /// <param name="entries">The posts in order of path.</param>
    public SeriesCopies(ImmutableArray<SeriesEntry> entries)
    {
        foreach (var entry in entries.Where(entry => !entry.IsDraft))
        {
            foreach (var beginning in entry.Beginnings)
            {
                Add(beginning, entry.Post);
            }
        }
    }

    /// <summary>Path of the post that is repeated; the final version stands before a draft, the first by path before the others.</summary>
    public string? OriginalOf(SeriesEntry post)
    {
        if (!post.Beginnings.Any(beginning => IsToldByAnother(post, beginning)))
        {
            return null;
        }

        return post.Beginnings.SelectMany(TellersOf)
            .Where(other => other != post.Post && (post.IsDraft || string.CompareOrdinal(other, post.Post) < 0))
            .GroupBy(other => other, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() * 5 >= post.Beginnings.Length * 4)?.Key;
    }

    private void Add(string beginning, string post)
    {
        if (_first.TryAdd(beginning, post))
        {
            return;
        }

        if (!_several.TryGetValue(beginning, out var posts))
        {
            _several[beginning] = posts = [_first[beginning]];
        }

        if (posts.Count < MostOriginals)
        {
            posts.Add(post);
        }
    }

    private bool IsToldByAnother(SeriesEntry post, string beginning) =>
        _several.ContainsKey(beginning) || (_first.TryGetValue(beginning, out var first) && first != post.Post);

    private IEnumerable<string> TellersOf(string beginning) =>
        _several.TryGetValue(beginning, out var posts) ? posts : _first.TryGetValue(beginning, out var first) ? [first] : [];
}
