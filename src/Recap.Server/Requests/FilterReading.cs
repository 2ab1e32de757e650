using System.Collections.Immutable;
using Google.Protobuf.Collections;
using Recap.Engine.Querying;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>Validates a filter: strict, since a filter that is not understood would admit talks it was meant to keep out.</summary>
internal static class FilterReading
{
    /// <summary>Earliest year that may be asked for.</summary>
    public const int FirstYear = 1900;

    /// <summary>Latest year that may be asked for.</summary>
    public const int LastYear = 9999;

    private const int MaxValues = 50;
    private const int MaxValueLength = 200;

    public static TalkFilter Read(V1.TalkFilter? filter, FieldFaults faults)
    {
        if (filter is null)
        {
            return TalkFilter.None;
        }

        CheckYears(filter, faults);
        return new TalkFilter
        {
            Events = ReadNames("filter.events", filter.Events, faults),
            YearFrom = filter.HasYearFrom ? filter.YearFrom : null,
            YearTo = filter.HasYearTo ? filter.YearTo : null,
            Speakers = ReadNames("filter.speakers", filter.Speakers, faults),
            Kinds = ReadKinds(filter.Kinds, faults),
            Sources = ReadNames("filter.sources", filter.Sources, faults),
            Organizations = ReadNames("filter.organizations", filter.Organizations, faults),
            Technologies = ReadNames("filter.technologies", filter.Technologies, faults),
            Languages = ReadNames("filter.languages", filter.Languages, faults),
            Topics = ReadNames("filter.topics", filter.Topics, faults),
            MinAffinity = ReadAffinity(filter, faults),
        };
    }

    private static void CheckYears(V1.TalkFilter filter, FieldFaults faults)
    {
        CheckYear("filter.year_from", filter.HasYearFrom, filter.YearFrom, faults);
        CheckYear("filter.year_to", filter.HasYearTo, filter.YearTo, faults);
        faults.AddIf(
            filter.HasYearFrom && filter.HasYearTo && filter.YearTo < filter.YearFrom,
            "filter.year_to",
            $"must not be before filter.year_from ({filter.YearFrom}).");
    }

    private static void CheckYear(string field, bool given, int year, FieldFaults faults) =>
        faults.AddIf(given && year is < FirstYear or > LastYear, field, $"must be a year from {FirstYear} to {LastYear}.");

    private static ImmutableArray<string> ReadNames(string field, RepeatedField<string> names, FieldFaults faults)
    {
        faults.AddIf(names.Count > MaxValues, field, $"holds {names.Count} values; {MaxValues} are allowed.");
        for (var at = 0; at < names.Count; at++)
        {
            faults.AddIf(string.IsNullOrWhiteSpace(names[at]), $"{field}[{at}]", "must not be blank.");
            faults.AddIf(names[at].Length > MaxValueLength, $"{field}[{at}]", $"is longer than {MaxValueLength} characters.");
        }

        return [.. names];
    }

    private static float ReadAffinity(V1.TalkFilter filter, FieldFaults faults)
    {
        if (!filter.HasMinAffinity)
        {
            return TalkFilter.None.MinAffinity;
        }

        // A NaN lies in no range.
        faults.AddIf(filter.MinAffinity is not (>= 0 and <= 1), "filter.min_affinity", "must be from 0 to 1.");
        return filter.MinAffinity;
    }

    private static ImmutableArray<TalkKind> ReadKinds(RepeatedField<V1.TalkKind> kinds, FieldFaults faults)
    {
        var read = ImmutableArray.CreateBuilder<TalkKind>();
        for (var at = 0; at < kinds.Count; at++)
        {
            if (KindOf(kinds[at]) is not { } kind)
            {
                faults.Add($"filter.kinds[{at}]", $"{(int)kinds[at]} is no kind of session.");
            }
            else if (!read.Contains(kind))
            {
                read.Add(kind);
            }
        }

        return read.ToImmutable();
    }

    private static TalkKind? KindOf(V1.TalkKind kind) => kind switch
    {
        V1.TalkKind.Talk => TalkKind.Talk,
        V1.TalkKind.Keynote => TalkKind.Keynote,
        V1.TalkKind.Panel => TalkKind.Panel,
        V1.TalkKind.Workshop => TalkKind.Workshop,
        V1.TalkKind.Lightning => TalkKind.Lightning,
        V1.TalkKind.BirdsOfAFeather => TalkKind.BirdsOfAFeather,
        V1.TalkKind.Notes => TalkKind.Notes,
        _ => null,
    };
}
