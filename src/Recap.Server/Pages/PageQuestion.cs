using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Recap.Talks;

namespace Recap.Server.Pages;

/// <summary>What the address of a page asks for. It can be written as an address again, so that every state of the search is a link.</summary>
internal sealed record PageQuestion
{
    /// <summary>Free text as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Events, with or without year.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>Whole names of speakers.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>Names of sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Kinds of session as addresses write them: <c>keynote</c>, <c>bof</c>.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>First year, as typed.</summary>
    public string YearFrom { get; init; } = "";

    /// <summary>Last year, as typed.</summary>
    public string YearTo { get; init; } = "";

    /// <summary><c>newest</c>, <c>title</c>, or empty for the usual order.</summary>
    public string Order { get; init; } = "";

    /// <summary>Token of the page wanted; empty for the first.</summary>
    public string PageToken { get; init; } = "";

    /// <summary>Language that the address names; empty where the browser's choice holds.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether anything but text narrows the answer.</summary>
    public bool HasFilter => !(Events.IsEmpty && Speakers.IsEmpty && Sources.IsEmpty && Kinds.IsEmpty) || YearFrom.Length > 0 || YearTo.Length > 0;

    /// <summary>Whether nothing at all is asked for: the way in.</summary>
    public bool IsBlank => Text.Length == 0 && !HasFilter;

    /// <summary>Reads the parameters of an address. Any can be read; whether they make sense is asked when they are put to the engine.</summary>
    public static PageQuestion Read(IQueryCollection parameters)
    {
        return new PageQuestion
        {
            Text = One(parameters, "q"),
            Events = Many(parameters, "event"),
            Speakers = Many(parameters, "speaker"),
            Sources = Many(parameters, "source"),
            Kinds = Many(parameters, "kind"),
            YearFrom = One(parameters, "from"),
            YearTo = One(parameters, "to"),
            Order = One(parameters, "order"),
            PageToken = One(parameters, "page"),
            Language = One(parameters, "lang"),
        };
    }

    /// <summary>The address that asks this question, below <paramref name="path"/>.</summary>
    public string Address(string path = "/") => QueryHelpers.AddQueryString(path, Parameters());

    /// <summary>The same question without any filter.</summary>
    public PageQuestion WithoutFilter() => new() { Text = Text, Order = Order, Language = Language };

    /// <summary>A question about nothing but one thing, in the same language.</summary>
    public PageQuestion Anew() => new() { Language = Language };

    /// <summary>Every filter with its kind and the question that is left without it.</summary>
    public IEnumerable<(FilterField Field, string Value, PageQuestion Without)> Filters()
    {
        var first = this with { PageToken = "" };
        return Each(Events, FilterField.Event, value => first with { Events = Events.Remove(value) })
            .Concat(Each(Speakers, FilterField.Speaker, value => first with { Speakers = Speakers.Remove(value) }))
            .Concat(Each(Sources, FilterField.Source, value => first with { Sources = Sources.Remove(value) }))
            .Concat(Each(Kinds, FilterField.Kind, value => first with { Kinds = Kinds.Remove(value) }))
            .Concat(Each(YearFrom.Length == 0 ? [] : [YearFrom], FilterField.YearFrom, _ => first with { YearFrom = "" }))
            .Concat(Each(YearTo.Length == 0 ? [] : [YearTo], FilterField.YearTo, _ => first with { YearTo = "" }));
    }

    /// <summary>How addresses write a kind of session.</summary>
    public static string NameOf(TalkKind kind) => kind == TalkKind.BirdsOfAFeather ? "bof" : kind.ToString().ToLowerInvariant();

    private static IEnumerable<(FilterField Field, string Value, PageQuestion Without)> Each(
        ImmutableArray<string> values, FilterField field, Func<string, PageQuestion> without) =>
        values.Select(value => (field, value, without(value)));

    // A form sends what was left empty, too.
    private static ImmutableArray<string> Many(IQueryCollection parameters, string name) =>
        [.. parameters[name].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string One(IQueryCollection parameters, string name) => parameters[name].FirstOrDefault()?.Trim() ?? "";

    private IEnumerable<KeyValuePair<string, string?>> Parameters()
    {
        IEnumerable<(string Name, string Value)> all =
        [
            ("q", Text),
            .. Events.Select(value => ("event", value)),
            .. Speakers.Select(value => ("speaker", value)),
            .. Sources.Select(value => ("source", value)),
            .. Kinds.Select(value => ("kind", value)),
            ("from", YearFrom),
            ("to", YearTo),
            ("order", Order),
            ("page", PageToken),
            ("lang", Language),
        ];
        return all.Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value));
    }
}

/// <summary>What a filter of a page is about.</summary>
internal enum FilterField
{
    /// <summary>A conference, with or without year.</summary>
    Event,

    /// <summary>A person on stage.</summary>
    Speaker,

    /// <summary>The site that tells.</summary>
    Source,

    /// <summary>The sort of session.</summary>
    Kind,

    /// <summary>The first year.</summary>
    YearFrom,

    /// <summary>The last year.</summary>
    YearTo,
}
