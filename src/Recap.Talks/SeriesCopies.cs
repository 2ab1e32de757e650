using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>Finds which post another one repeats: one that tells four fifths of its talks word for word.</summary>
internal sealed class SeriesCopies
{
    // The first by path are looked at: a hundred thousand copies of one post must not be compared each with each.
    private const int MostOriginals = 16;

    private readonly Dictionary<string, List<string>> _byBeginning = new(StringComparer.Ordinal);

    /// <param name="entries">The posts in order of path.</param>
    public SeriesCopies(ImmutableArray<SeriesEntry> entries)
    {
        foreach (var entry in entries.Where(entry => !entry.IsDraft))
        {
            foreach (var beginning in entry.Beginnings)
            {
                if (!_byBeginning.TryGetValue(beginning, out var posts))
                {
                    _byBeginning[beginning] = posts = [];
                }

                if (posts.Count < MostOriginals)
                {
                    posts.Add(entry.Post);
                }
            }
        }
    }

    /// <summary>Path of the post that is repeated; the final version stands before a draft, the first by path before the others.</summary>
    public string? OriginalOf(SeriesEntry post)
    {
        if (post.Beginnings.IsEmpty)
        {
            return null;
        }

        return post.Beginnings.SelectMany(beginning => _byBeginning.GetValueOrDefault(beginning, []))
            .Where(other => other != post.Post && (post.IsDraft || string.CompareOrdinal(other, post.Post) < 0))
            .GroupBy(other => other, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() * 5 >= post.Beginnings.Length * 4)?.Key;
    }
}
