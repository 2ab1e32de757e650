using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>A post as indexed: what is needed to tell whether it must be read again, and its talks.</summary>
public sealed record IndexedPost
{
    /// <summary>Which post it is.</summary>
    public required PostKey Key { get; init; }

    /// <summary>SHA-256 of the file's bytes and of the settings it was read with, lower-case hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The talks, and at most one entry of kind notes.</summary>
    public required ImmutableArray<IndexedTalk> Talks { get; init; }

    /// <summary>What reading the post had to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the other posts of its source need to know of it; null where that is not known, and it must be read when they change.</summary>
    public PostInSeries? Series { get; init; }
}

/// <summary>A post among the others of its source.</summary>
/// <param name="Entry">What it is to them.</param>
/// <param name="Place">What became of it among them.</param>
public sealed record PostInSeries(SeriesEntry Entry, SeriesPlace Place);

/// <summary>Names a post in an index that may hold several sources.</summary>
/// <param name="Source">Name of the site or folder the post comes from.</param>
/// <param name="Path">Path below the root of the source, with forward slashes.</param>
public readonly record struct PostKey(string Source, string Path);

/// <summary>A talk with what indexing adds to it.</summary>
public sealed record IndexedTalk
{
    /// <summary>Name of the site or folder the talk comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The talk as the post tells it.</summary>
    public required Talk Talk { get; init; }

    /// <summary>Affinity by topic id, each a calibrated probability 0..1; topics below the storing floor are left out.</summary>
    public ImmutableSortedDictionary<string, float> Topics { get; init; } = ImmutableSortedDictionary<string, float>.Empty;

    /// <summary>The topics, highest affinity first; ties by id.</summary>
    public IEnumerable<KeyValuePair<string, float>> ByAffinity() =>
        Topics.OrderByDescending(topic => topic.Value).ThenBy(topic => topic.Key, StringComparer.Ordinal);
}
