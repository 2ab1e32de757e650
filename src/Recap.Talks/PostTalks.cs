using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>A post file as read from disk or received by push.</summary>
/// <param name="Path">Path below the root of its source, with forward slashes.</param>
/// <param name="Content">The file's bytes, whatever their encoding.</param>
public sealed record PostFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>What one post gave: failure is a value, never an exception.</summary>
public sealed record PostTalks
{
    /// <summary>Path of the post below the root of its source, with forward slashes.</summary>
    public required string Post { get; init; }

    /// <summary>Title of the post; null where it has none or could not be read.</summary>
    public string? Title { get; init; }

    /// <summary>The talks in the order told, then at most one entry of kind <see cref="TalkKind.Notes"/>.</summary>
    public ImmutableArray<Talk> Talks { get; init; } = [];

    /// <summary>The conference edition the post as a whole tells of; null where it does not say.</summary>
    public ConferenceEvent? Event { get; init; }

    /// <summary>Day of publication, from front matter, file name or folder; null where none of them says.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>True for a post its author marked as unpublished.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Why the post's talks are left out, in words: it is a draft, or dated in the future; null where they are not.</summary>
    public string? LeftOut => Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == Posts.Codes.Draft.Id || diagnostic.Code == Posts.Codes.Future.Id)?.Message;

    /// <summary>True where the post is dated in the future: the same file may tell talks on another day.</summary>
    public bool AwaitsItsDay => Diagnostics.Any(diagnostic => diagnostic.Code == Posts.Codes.Future.Id);

    /// <summary>What the judge made of every passage it looked at, in order of lines: why it is a talk or why it is none.</summary>
    public ImmutableArray<TalkEvidence> Evidence { get; init; } = [];

    /// <summary>What was noticed while reading, in order of lines.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>True where the post could not be read: its talks are to be left as they were indexed before.</summary>
    public bool Failed => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
