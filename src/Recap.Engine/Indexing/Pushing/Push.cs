using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>A push whose contents are all there.</summary>
public sealed record Push
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Its files, each path once.</summary>
    public required ImmutableArray<PushedFile> Files { get; init; }

    /// <summary>Folders and files that the caller could not read; what is indexed of them stays.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>As <see cref="ReindexRequest.Full"/>.</summary>
    public bool Full { get; init; }

    /// <summary>As <see cref="ReindexRequest.DryRun"/>.</summary>
    public bool DryRun { get; init; }

    /// <summary>As <see cref="ReindexRequest.KeepMissing"/>.</summary>
    public bool KeepMissing { get; init; }

    /// <summary>The files that the source has after the push: those that it brings, and the posts that stay indexed without them.</summary>
    /// <param name="before">The source as it was last pushed; null where it never was.</param>
    internal ImmutableArray<PushedFile> After(PushedSource? before)
    {
        var brought = Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. Files, .. (before?.Files ?? []).Where(file => !brought.Contains(file.Path) && Keeps(file.Path))];
    }

    // A configuration that is gone holds for nothing.
    private bool Keeps(string path) => SiteSettings.ConfiguredBy(path) is null
        && (KeepMissing || Unreadable.Any(other => path == other || ContentFolder.IsBelow(path, other)));
}
