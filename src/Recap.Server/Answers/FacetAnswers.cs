using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf.Reflection;
using Recap.Engine.Querying;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Answers;

/// <summary>Puts counts into the contract's words, with values as a filter takes them.</summary>
internal static class FacetAnswers
{
    /// <param name="counts">The counts.</param>
    /// <param name="filter">What the answers were narrowed by.</param>
    /// <param name="nameOfTopic">Name of a topic by its id.</param>
    public static V1.FacetCounts ToCounts(FacetCounts counts, TalkFilter filter, Func<string, string> nameOfTopic) => new()
    {
        Field = ToField(counts.Facet),
        Values = { counts.Values.Select(value => ToValue(counts.Facet, value, filter, nameOfTopic)) },
    };

    /// <summary>Whether a filter names a value of a facet.</summary>
    public static bool IsSelected(TalkFacet facet, string value, TalkFilter filter) => facet switch
    {
        TalkFacet.Topic => Names(filter.Topics, value),
        TalkFacet.Event => Names(filter.Events, value),
        TalkFacet.Year => IsInYears(value, filter),
        TalkFacet.Speaker => Names(filter.Speakers, value),
        TalkFacet.Organization => Names(filter.Organizations, value),
        TalkFacet.Technology => Names(filter.Technologies, value),
        TalkFacet.Kind => Enum.TryParse<TalkKind>(value, ignoreCase: true, out var kind) && filter.Kinds.Contains(kind),
        TalkFacet.Language => Names(filter.Languages, value),
        TalkFacet.Source => Names(filter.Sources, value),
        _ => false,
    };

    private static V1.FacetValue ToValue(TalkFacet facet, FacetValue value, TalkFilter filter, Func<string, string> nameOfTopic)
    {
        var name = facet == TalkFacet.Kind && Enum.TryParse<TalkKind>(value.Value, ignoreCase: true, out var kind)
            ? WireNameOf(TalkAnswers.ToKind(kind))
            : value.Value;
        var label = facet == TalkFacet.Topic ? nameOfTopic(value.Value) : value.Value;
        return new V1.FacetValue { Value = name, Label = label, Count = value.Count, Selected = IsSelected(facet, value.Value, filter) };
    }

    private static string WireNameOf(V1.TalkKind kind) =>
        V1.TalkReflection.Descriptor.FindTypeByName<EnumDescriptor>("TalkKind").FindValueByNumber((int)kind).Name;

    // Engines compare without accents, too; a value of theirs that a filter spells otherwise is at worst shown as not chosen.
    private static bool Names(ImmutableArray<string> names, string value) => names.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool IsInYears(string value, TalkFilter filter) =>
        (filter.YearFrom is not null || filter.YearTo is not null)
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year >= (filter.YearFrom ?? int.MinValue) && year <= (filter.YearTo ?? int.MaxValue);

    private static V1.FacetField ToField(TalkFacet facet) => facet switch
    {
        TalkFacet.Topic => V1.FacetField.Topic,
        TalkFacet.Event => V1.FacetField.Event,
        TalkFacet.Year => V1.FacetField.Year,
        TalkFacet.Speaker => V1.FacetField.Speaker,
        TalkFacet.Organization => V1.FacetField.Organization,
        TalkFacet.Technology => V1.FacetField.Technology,
        TalkFacet.Kind => V1.FacetField.Kind,
        TalkFacet.Language => V1.FacetField.Language,
        TalkFacet.Source => V1.FacetField.Source,
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "The contract has no such facet."),
    };
}
