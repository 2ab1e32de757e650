using System.Collections.Immutable;

namespace Recap.Talks;

/// <summary>One session told in a post: the unit that is indexed, searched and related.</summary>
public sealed record Talk
{
    /// <summary>Resource name <c>talks/{post slug}~{heading slug}</c>: URL-safe, unique in its source, stable when other talks of the post change.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the post below the root of its source, with forward slashes.</summary>
    public required string Post { get; init; }

    /// <summary>Line of the post on which the talk begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Plain title without speakers, numbering or decoration. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>Who speaks, in the order told; empty where the post does not say.</summary>
    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>What sort of session it is.</summary>
    public TalkKind Kind { get; init; } = TalkKind.Talk;

    /// <summary>The conference edition it was given at; null where neither post nor site says.</summary>
    public ConferenceEvent? Event { get; init; }

    /// <summary>Day of the post or of the session, where one is known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Language the talk is told in, BCP 47 (<c>fr</c>, <c>en</c>).</summary>
    public string Language { get; init; } = "fr";

    /// <summary>Language of its title, BCP 47; recaps told in French keep the titles of English talks.</summary>
    public string TitleLanguage { get; init; } = "fr";

    /// <summary>Technologies named, in the glossary's canonical spelling, in order of first mention, each once.</summary>
    public ImmutableArray<string> Technologies { get; init; } = [];

    /// <summary>Links worth following, each once, in order of appearance.</summary>
    public ImmutableArray<TalkLink> Links { get; init; } = [];

    /// <summary>Public address of the talk with its anchor; null where the site's address is not known.</summary>
    public string? Url { get; init; }

    /// <summary>What the post tells of the talk, plain text; paragraphs are parted by one newline. May be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Organisations of the speakers, each once, in the order told.</summary>
    public ImmutableArray<string> Organizations =>
        [.. Speakers.Select(speaker => speaker.Organization).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>A person on stage.</summary>
/// <param name="Name">Name as the post spells it, without title or handle sign.</param>
/// <param name="Organization">Company or project the person speaks for; null where the post does not say.</param>
public sealed record Speaker(string Name, string? Organization = null);

/// <summary>What sort of session a talk is.</summary>
public enum TalkKind
{
    /// <summary>An ordinary session.</summary>
    Talk,

    /// <summary>A plenary.</summary>
    Keynote,

    /// <summary>Several speakers in discussion.</summary>
    Panel,

    /// <summary>A hands-on session.</summary>
    Workshop,

    /// <summary>A talk of a few minutes.</summary>
    Lightning,

    /// <summary>A discussion without slides (BOF).</summary>
    BirdsOfAFeather,

    /// <summary>No talk: what a post tells outside its talks, one entry a post. Findable, ranked below talks, never suggested.</summary>
    Notes,
}

/// <summary>A conference edition.</summary>
public sealed record ConferenceEvent
{
    /// <summary>Series and year as people name the edition, such as <c>KubeCon Europe 2023</c>.</summary>
    public string Name => Year is { } year ? $"{Series} {year}" : Series;

    /// <summary>Name of the series without year, such as <c>KubeCon Europe</c>.</summary>
    public required string Series { get; init; }

    /// <summary>Year of the edition.</summary>
    public int? Year { get; init; }

    /// <summary>City it was held in.</summary>
    public string? City { get; init; }

    /// <summary>Day of the edition that the post tells, from 1.</summary>
    public int? Day { get; init; }
}

/// <summary>A link of a talk.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Label">Plain text of the link; may be empty.</param>
public sealed record TalkLink(LinkKind Kind, string Url, string Label);

/// <summary>What a link of a talk leads to.</summary>
public enum LinkKind
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>The session's page in the conference's programme.</summary>
    Schedule,

    /// <summary>A recording.</summary>
    Video,

    /// <summary>The slides.</summary>
    Slides,

    /// <summary>Source code shown in the talk.</summary>
    Code,

    /// <summary>The site of a project told of.</summary>
    Project,
}
