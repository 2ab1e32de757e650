using System.Collections.Immutable;

namespace Recap.Engine.Querying;

/// <summary>What talks can be counted by.</summary>
public enum TalkFacet
{
    /// <summary>Topic ids of affinity <see cref="TalkFilter.MinAffinity"/> or more.</summary>
    Topic,

    /// <summary>Names of events with their year.</summary>
    Event,

    /// <summary>Year of the event, else of the date.</summary>
    Year,

    /// <summary>Names of speakers.</summary>
    Speaker,

    /// <summary>Organisations of speakers.</summary>
    Organization,

    /// <summary>Technologies.</summary>
    Technology,

    /// <summary>Kinds of session.</summary>
    Kind,

    /// <summary>Languages, BCP 47.</summary>
    Language,

    /// <summary>Names of sources.</summary>
    Source,
}

/// <summary>
/// How many talks have each value of a facet. They answer the query and every filter but the facet's own, so that
/// choosing a value does not make the others vanish.
/// </summary>
/// <param name="Facet">What is counted by.</param>
/// <param name="Values">Most talks first, ties by value; at most <see cref="TalkQuery.FacetSize"/>.</param>
public sealed record FacetCounts(TalkFacet Facet, ImmutableArray<FacetValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">As talks spell it; where they differ by case or accents, as the first by code point.</param>
/// <param name="Count">Talks that have it, 1 or more.</param>
public readonly record struct FacetValue(string Value, int Count);
