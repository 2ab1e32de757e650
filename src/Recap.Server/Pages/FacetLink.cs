using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Server.Pages;

/// <summary>A value of a facet as a link that chooses it, or takes the choice back.</summary>
internal sealed record FacetLink(string Label, int Count, bool Chosen, string Address)
{
    /// <summary>What the search page counts by, in the order shown.</summary>
    public static ImmutableArray<TalkFacet> Facets { get; } =
        [TalkFacet.Topic, TalkFacet.Event, TalkFacet.Year, TalkFacet.Technology, TalkFacet.Speaker, TalkFacet.Organization, TalkFacet.Kind, TalkFacet.Source];

    public static List<FacetLink> Of(PageContext page, FacetCounts counts) => [.. counts.Values.Select(value => Of(page, counts.Facet, value))];

    private static FacetLink Of(PageContext page, TalkFacet facet, FacetValue value)
    {
        var filters = FiltersOf(facet, value.Value);
        var question = page.Question;
        var chosen = filters.All(filter => question.Filters.Contains(filter));
        // A range of years has one beginning and one end: another year takes the place of the one before.
        var others = facet == TalkFacet.Year
            ? question.Without(question.Filters.Where(filter => filter.Field is FilterField.YearFrom or FilterField.YearTo))
            : question;
        var label = facet is TalkFacet.Kind or TalkFacet.Topic ? page.Show(filters[0]) : value.Value;
        return new FacetLink(label, value.Count, chosen, (chosen ? question.Without(filters) : others.With(filters)).Address());
    }

    /// <summary>What narrows a search to a value of a facet.</summary>
    public static PageFilter[] FiltersOf(TalkFacet facet, string value) => facet switch
    {
        TalkFacet.Topic => [new(FilterField.Topic, value)],
        TalkFacet.Event => [new(FilterField.Event, value)],
        TalkFacet.Year => [new(FilterField.YearFrom, value), new(FilterField.YearTo, value)],
        TalkFacet.Technology => [new(FilterField.Technology, value)],
        TalkFacet.Speaker => [new(FilterField.Speaker, value)],
        TalkFacet.Organization => [new(FilterField.Organization, value)],
        TalkFacet.Kind => [new(FilterField.Kind, Enum.TryParse<TalkKind>(value, ignoreCase: true, out var kind) ? PageQuestion.NameOf(kind) : value)],
        TalkFacet.Source => [new(FilterField.Source, value)],
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "No page filters by it."),
    };
}
