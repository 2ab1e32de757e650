using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>A source as it was last pushed.</summary>
public sealed record PushedSource
{
    /// <summary>Name of the source.</summary>
    public required string Name { get; init; }

    /// <summary>Its files, each path once.</summary>
    public required ImmutableArray<PushedFile> Files { get; init; }

    /// <summary>When it was pushed.</summary>
    public required DateTimeOffset PushedAt { get; init; }

    /// <summary>What the push had to say of files that are not indexed, and of settings; posts keep their own.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A file of a pushed source.</summary>
/// <param name="Path">Path below the root of the source, with forward slashes. It names the file and is never one of this machine's.</param>
/// <param name="Hash">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
public sealed record PushedFile(string Path, string Hash);

/// <summary>A push that does not hold together; nothing was changed.</summary>
public sealed class PushException(string message) : Exception(message);
