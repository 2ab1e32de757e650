using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Recap.Talks;

namespace Recap.Cli.Output;

/// <summary>A talk as <c>recap talks</c> writes it.</summary>
internal sealed record TalkRow
{
    public required string Id { get; init; }

    public required string Post { get; init; }

    public required int Line { get; init; }

    public required string Title { get; init; }

    public required ImmutableArray<Speaker> Speakers { get; init; }

    public required ImmutableArray<string> Organizations { get; init; }

    public required TalkKind Kind { get; init; }

    public required EventRow? Event { get; init; }

    public required string Language { get; init; }

    public required ImmutableArray<string> Technologies { get; init; }

    public required ImmutableSortedDictionary<string, float> Topics { get; init; }

    public required string? Url { get; init; }

    public required ImmutableArray<TalkLink> Links { get; init; }

    public required string Text { get; init; }

    /// <summary>Why it was taken for a talk; only where that was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TalkEvidence? Evidence { get; init; }

    public static TalkRow Of(Talk talk, ImmutableSortedDictionary<string, float> topics, TalkEvidence? evidence) => new()
    {
        Id = talk.Id,
        Post = talk.Post,
        Line = talk.Line,
        Title = talk.Title,
        Speakers = talk.Speakers,
        Organizations = talk.Organizations,
        Kind = talk.Kind,
        Event = talk.Event is { } @event ? new EventRow(@event.Name, @event.Year) : null,
        Language = talk.Language,
        Technologies = talk.Technologies,
        Topics = topics,
        Url = talk.Url,
        Links = talk.Links,
        Text = talk.Text,
        Evidence = evidence,
    };
}

/// <summary>An event as the tool writes it.</summary>
internal sealed record EventRow(string Name, int? Year);
