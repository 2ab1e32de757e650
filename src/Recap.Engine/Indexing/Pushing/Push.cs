using System.Collections.Immutable;

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
}
