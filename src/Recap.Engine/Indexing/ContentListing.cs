using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>What a folder of posts holds.</summary>
public sealed record ContentListing
{
    /// <summary>Every file that may be read, in ordinal order of paths.</summary>
    public required ImmutableArray<ContentFile> Files { get; init; }

    /// <summary>Folders, and of pushed sources also files, that could not be read; what they hold is not known, so nothing of it is gone.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>What was noticed on the way.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A file of a folder of posts.</summary>
/// <param name="Path">Path below the root, with forward slashes.</param>
/// <param name="FullPath">Absolute path.</param>
public sealed record ContentFile(string Path, string FullPath)
{
    /// <summary>Folder below the root that holds the file, with forward slashes; empty for the root.</summary>
    public string Folder => ContentFolder.ParentOf(Path);
}
