using System.Globalization;
using Recap.Engine.Querying;
using Recap.Server.Requests;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Pages;

/// <summary>Puts the question of a page to the same validation that calls go through.</summary>
internal static class PageQuery
{
    /// <exception cref="InvalidRequestException">A parameter is faulty.</exception>
    public static TalkQuery Read(PageQuestion question, int pageSize)
    {
        var faults = new FieldFaults();
        var request = new V1.SearchTalksRequest
        {
            Query = question.Text,
            Filter = ReadFilter(question, faults),
            Order = ReadOrder(question, faults),
            PageSize = pageSize,
            PageToken = question.PageToken,
            // Without words to find in them, notes would only stand in the way of talks.
            ExcludeNotes = question.Text.Length == 0 && !question.Of(FilterField.Kind).Contains(PageQuestion.NameOf(TalkKind.Notes)),
        };
        faults.ThrowIfAny();
        return TalkQuestions.Read(request).Query;
    }

    private static V1.TalkFilter ReadFilter(PageQuestion question, FieldFaults faults)
    {
        var filter = new V1.TalkFilter
        {
            Events = { question.Of(FilterField.Event) },
            Speakers = { question.Of(FilterField.Speaker) },
            Organizations = { question.Of(FilterField.Organization) },
            Technologies = { question.Of(FilterField.Technology) },
            Topics = { question.Of(FilterField.Topic) },
            Sources = { question.Of(FilterField.Source) },
        };
        if (ReadYear(question, FilterField.YearFrom, faults) is { } from)
        {
            filter.YearFrom = from;
        }

        if (ReadYear(question, FilterField.YearTo, faults) is { } to)
        {
            filter.YearTo = to;
        }

        foreach (var name in question.Of(FilterField.Kind))
        {
            var kind = KindOf(name);
            faults.AddIf(kind == V1.TalkKind.Unspecified, PageFilter.NameOf(FilterField.Kind), "is no kind of session.");
            filter.Kinds.Add(kind);
        }

        return filter;
    }

    private static int? ReadYear(PageQuestion question, FilterField field, FieldFaults faults)
    {
        if (question.Of(field).FirstOrDefault() is not { } year)
        {
            return null;
        }

        var isYear = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= FilterReading.FirstYear and <= FilterReading.LastYear;
        faults.AddIf(!isYear, PageFilter.NameOf(field), $"must be a year from {FilterReading.FirstYear} to {FilterReading.LastYear}.");
        return number;
    }

    private static V1.TalkOrder ReadOrder(PageQuestion question, FieldFaults faults)
    {
        switch (question.Order)
        {
            case "newest":
                return V1.TalkOrder.Newest;
            case "title":
                return V1.TalkOrder.Title;
            case "affinity":
                // Where the topic was taken away, so was what the order was about.
                return question.Of(FilterField.Topic).Any() ? V1.TalkOrder.Affinity : ReadOrder(question with { Order = "" }, faults);
            case "":
                return question.Text.Length == 0 ? V1.TalkOrder.Newest : V1.TalkOrder.Relevance;
            default:
                faults.Add("order", "must be newest, title or affinity.");
                return V1.TalkOrder.Unspecified;
        }
    }

    private static V1.TalkKind KindOf(string name) => name switch
    {
        "talk" => V1.TalkKind.Talk,
        "keynote" => V1.TalkKind.Keynote,
        "panel" => V1.TalkKind.Panel,
        "workshop" => V1.TalkKind.Workshop,
        "lightning" => V1.TalkKind.Lightning,
        "bof" => V1.TalkKind.BirdsOfAFeather,
        "notes" => V1.TalkKind.Notes,
        _ => V1.TalkKind.Unspecified,
    };
}
