using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Recap.Talks.Judging;

namespace Recap.Talks;

/// <summary>What the other posts of a site need to know of a post: little enough to be kept, so that they need not be read again when it changes.</summary>
public sealed record SeriesEntry
{
    // Two tellings of one talk differ from their first words; two copies do not.
    private const int Beginning = 160;

    // Shorter ones are the same in posts that have nothing to do with each other.
    private const int ShortestTelling = 80;

    /// <summary>Path of the post below the root of its source, with forward slashes.</summary>
    public required string Post { get; init; }

    /// <summary>True for a post its author marked as unpublished.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The conference edition that the post itself tells of; null where it does not say.</summary>
    public ConferenceEvent? Event { get; init; }

    /// <summary>Ids of its entries in the order told, as the post alone would have them.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Hashes of title and first words of each talk that is told at some length, 16 hexadecimal digits each.</summary>
    public ImmutableArray<string> Beginnings { get; init; } = [];

    /// <summary>Whether two entries come to the same.</summary>
    public bool IsAs(SeriesEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Post == other.Post && IsDraft == other.IsDraft && Event == other.Event
            && Ids.SequenceEqual(other.Ids) && Beginnings.SequenceEqual(other.Beginnings);
    }

    /// <summary>The entry of a post as its reader told it.</summary>
    public static SeriesEntry Of(PostTalks post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new SeriesEntry
        {
            Post = post.Post,
            IsDraft = post.IsDraft,
            Event = post.Event,
            Ids = [.. post.Talks.Select(talk => talk.Id)],
            Beginnings = [.. post.Talks.Where(talk => talk.Kind != TalkKind.Notes && talk.Text.Length >= ShortestTelling).Select(BeginningOf)],
        };
    }

    private static string BeginningOf(Talk talk) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        SectionWords.Fold(talk.Title) + "\n" + talk.Text[..Math.Min(Beginning, talk.Text.Length)])).AsSpan(0, sizeof(ulong)));
}
