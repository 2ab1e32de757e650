using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Querying;

/// <summary>What somebody asks of the index.</summary>
public sealed record TalkQuery
{
    /// <summary>Largest page that is served; larger asks are cut to it.</summary>
    public const int MaxPageSize = 100;

    /// <summary>Page size where none is asked for.</summary>
    public const int DefaultPageSize = 10;

    /// <summary>Most values of a facet that are served.</summary>
    public const int MaxFacetSize = 1000;

    /// <summary>Values of a facet where no number is asked for.</summary>
    public const int DefaultFacetSize = 10;

    /// <summary>Free text as typed. Any string is valid; empty or blank asks for every talk that the filter admits.</summary>
    public string Text { get; init; } = "";

    /// <summary>Which talks may answer.</summary>
    public TalkFilter Filter { get; init; } = TalkFilter.None;

    /// <summary>Order of the hits.</summary>
    public TalkSort Sort { get; init; } = TalkSort.Relevance;

    /// <summary>Hits a page, 1..<see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>Token of the page wanted, as the page before gave it; null for the first.</summary>
    public string? PageToken { get; init; }

    /// <summary>Whether entries of kind notes may answer too. They rank below talks that answer as well.</summary>
    public bool IncludeNotes { get; init; } = true;

    /// <summary>What to count the answering talks by; none by default.</summary>
    public ImmutableArray<TalkFacet> Facets { get; init; } = [];

    /// <summary>Most values counted a facet, 1..<see cref="MaxFacetSize"/>; larger asks are cut to it.</summary>
    public int FacetSize { get; init; } = DefaultFacetSize;

    /// <summary>Whether each hit says why it has its score.</summary>
    public bool Explain { get; init; }

    /// <summary>
    /// Whether a session that several posts tell, or that was given twice, is listed once, by the talk that comes first in
    /// order; <see cref="TalkHit.Tellings"/> names the others. Looks at the first <see cref="SessionCollapse.Depth"/> hits.
    /// </summary>
    public bool CollapseTellings { get; init; }
}

/// <summary>Which talks may answer. Values of one field are alternatives; fields are joined by "and". Names compare without case and accents.</summary>
public sealed record TalkFilter
{
    /// <summary>Admits every talk.</summary>
    public static TalkFilter None { get; } = new();

    /// <summary>Event names, with or without year: <c>KubeCon Europe 2023</c> or <c>KubeCon Europe</c>.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>First year admitted.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year admitted.</summary>
    public int? YearTo { get; init; }

    /// <summary>Whole names of speakers.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>Kinds of session.</summary>
    public ImmutableArray<TalkKind> Kinds { get; init; } = [];

    /// <summary>Names of sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Organisations of speakers.</summary>
    public ImmutableArray<string> Organizations { get; init; } = [];

    /// <summary>Technologies, in canonical spelling.</summary>
    public ImmutableArray<string> Technologies { get; init; } = [];

    /// <summary>Languages, BCP 47.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Names of talks, <c>talks/…</c>; compared as they are.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    /// <summary>Topic ids.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Least affinity that counts as being about a topic, 0..1.</summary>
    public float MinAffinity { get; init; } = 0.5f;
}

/// <summary>Order of hits; ties are broken by talk id.</summary>
public enum TalkSort
{
    /// <summary>Best answer first.</summary>
    Relevance,

    /// <summary>Newest first; undated last.</summary>
    Newest,

    /// <summary>By title, folded.</summary>
    Title,

    /// <summary>By affinity to the topics of the filter, the highest of a talk counting, to a thousandth; without such topics all are alike.</summary>
    Affinity,
}
