using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>What a reindex did, or would do.</summary>
public sealed record ReindexReport
{
    /// <summary>What happened to each source, in the order asked.</summary>
    public required ImmutableArray<SourceReport> Sources { get; init; }

    /// <summary>What readers see now.</summary>
    public required Generation Generation { get; init; }

    /// <summary>True where nothing was written, because only the differences were asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether a post, a folder or a site's settings could not be read.</summary>
    public bool HasErrors => Sources.Any(source => source.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error));

    /// <summary>Whether anything was written, or would be.</summary>
    public bool HasChanges => Sources.Any(source => source.Added.Length + source.Changed.Length + source.Removed.Length > 0);
}

/// <summary>What a reindex did to one source. Posts are named by path below its root, in ordinal order.</summary>
public sealed record SourceReport
{
    /// <summary>The source.</summary>
    public required ContentSource Source { get; init; }

    /// <summary>Posts that were not indexed before.</summary>
    public ImmutableArray<string> Added { get; init; } = [];

    /// <summary>Posts whose talks, or whose place among the others, are no longer as they were indexed.</summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>Posts that are no longer there.</summary>
    public ImmutableArray<string> Removed { get; init; } = [];

    /// <summary>How many posts are as they were indexed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Posts that could not be read; where they were indexed before, that version stays.</summary>
    public ImmutableArray<string> Failed { get; init; } = [];

    /// <summary>Talks in the posts added and changed, notes not counted.</summary>
    public int TalksWritten { get; init; }

    /// <summary>What the posts that were read, the folders and the settings had to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
