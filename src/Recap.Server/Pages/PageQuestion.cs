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

    /// <summary>What narrows the answer, each once, by field.</summary>
    public ImmutableArray<PageFilter> Filters { get; init; } = [];

    /// <summary><c>newest</c>, <c>title</c>, <c>affinity</c>, or empty for the usual order.</summary>
    public string Order { get; init; } = "";

    /// <summary>Token of the page wanted; empty for the first.</summary>
    public string PageToken { get; init; } = "";

    /// <summary>Language that the address names; empty where the browser's choice holds.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether nothing at all is asked for: the way in.</summary>
    public bool IsBlank => Text.Length == 0 && Filters.IsEmpty;

    /// <summary>Reads the parameters of an address. Any can be read; whether they make sense is asked when they are put to the engine.</summary>
    public static PageQuestion Read(IQueryCollection parameters) => new()
    {
        Text = One(parameters, "q"),
        Filters = [.. Enum.GetValues<FilterField>().SelectMany(field => Many(parameters, field))],
        Order = One(parameters, "order"),
        PageToken = One(parameters, "page"),
        Language = One(parameters, "lang"),
    };

    /// <summary>How addresses write a kind of session.</summary>
    public static string NameOf(TalkKind kind) => kind == TalkKind.BirdsOfAFeather ? "bof" : kind.ToString().ToLowerInvariant();

    /// <summary>The address that asks this question, below <paramref name="path"/>.</summary>
    public string Address(string path = "/") => QueryHelpers.AddQueryString(path, Parameters());

    /// <summary>The values of one filter field.</summary>
    public IEnumerable<string> Of(FilterField field) => Filters.Where(filter => filter.Field == field).Select(filter => filter.Value);

    /// <summary>The same question, narrowed further, from its first page on.</summary>
    public PageQuestion With(params IEnumerable<PageFilter> filters) => this with { Filters = [.. Filters.Union(filters)], PageToken = "" };

    /// <summary>The same question without some filters, from its first page on.</summary>
    public PageQuestion Without(params IEnumerable<PageFilter> filters) => this with { Filters = [.. Filters.Except(filters)], PageToken = "" };

    /// <summary>A question about nothing yet, in the same language.</summary>
    public PageQuestion Anew() => new() { Language = Language };

    // A form sends what was left empty, too.
    private static IEnumerable<PageFilter> Many(IQueryCollection parameters, FilterField field) =>
        parameters[PageFilter.NameOf(field)].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal).Select(value => new PageFilter(field, value));

    private static string One(IQueryCollection parameters, string name) => parameters[name].FirstOrDefault()?.Trim() ?? "";

    private IEnumerable<KeyValuePair<string, string?>> Parameters()
    {
        IEnumerable<(string Name, string Value)> all =
        [
            ("q", Text),
            .. Filters.Select(filter => (PageFilter.NameOf(filter.Field), filter.Value)),
            ("order", Order),
            ("page", PageToken),
            ("lang", Language),
        ];
        return all.Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value));
    }
}
