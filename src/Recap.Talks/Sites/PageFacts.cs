using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites;

/// <summary>What the address of a page is made from.</summary>
internal sealed record PageFacts
{
    /// <summary>Path below the content folder, without extension; an <c>index</c> file is its folder.</summary>
    public required string Content { get; init; }

    /// <summary>Path below the folder of the site, as the file lies there.</summary>
    public required string Below { get; init; }

    public required DataNode Fields { get; init; }

    public string? Title { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>A pattern that the page has for itself; null where it has none.</summary>
    public string? Pattern { get; init; }

    /// <summary>Name of the file, or of the folder of an <c>index</c> file.</summary>
    public string File => Content[(Content.LastIndexOf('/') + 1)..];

    /// <summary>Whether the file stands for its folder.</summary>
    public bool IsIndex => Path.GetFileNameWithoutExtension(Below.AsSpan()) is "index" or "_index" or "README";

    /// <summary>The content path as it is where pages are files: of an index its folder.</summary>
    public string AsFile(string extension) => Content.Length == 0 ? "" : IsIndex ? Content + "/" : Content + extension;

    /// <summary>The name the author gave the page in its address; null where there is none.</summary>
    public string? Slug => Fields["slug"].Text is { Length: > 0 } slug ? slug.Trim('/') : null;

    /// <summary>The content path with the author's name for the page in place of the file's.</summary>
    public string WithSlug() => Slug is { } slug ? Content[..(Content.LastIndexOf('/') + 1)] + slug : Content;
}
