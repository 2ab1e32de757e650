using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>The posts of a folder that share one generator's settings.</summary>
internal sealed record Site
{
    /// <summary>Folder below the root of the source, with forward slashes; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>Reads the posts of this site.</summary>
    public required PostReader Reader { get; init; }

    /// <summary>Hash of everything but a post's bytes that decides what the reader makes of it.</summary>
    public required string SettingsHash { get; init; }

    /// <summary>The posts, in ordinal order of paths.</summary>
    public required ImmutableArray<ContentFile> Posts { get; init; }
}

/// <summary>A post, and the site it belongs to.</summary>
internal sealed record SitePost(Site Site, ContentFile File);
