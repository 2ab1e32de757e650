using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Cli.Verbs;

/// <summary>The options that say which talks may answer. Those given several times are alternatives.</summary>
internal sealed class FilterOptions
{
    private static readonly string[] KindNames =
        [.. Enum.GetNames<TalkKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    private readonly Option<string[]> _events = Many("--event", "NAME", "Only talks of an event, with or without its year");
    private readonly Option<string[]> _speakers = Many("--speaker", "NAME", "Only talks of a speaker");
    private readonly Option<string[]> _organizations = Many("--organization", "NAME", "Only talks of people of an organisation");
    private readonly Option<string[]> _topics = Many("--topic", "ID", "Only talks about a topic: recap topics list names them");
    private readonly Option<string[]> _technologies = Many("--technology", "NAME", "Only talks that name a technology");
    private readonly Option<string[]> _languages = Many("--language", "CODE", "Only talks told in a language: fr, en");
    private readonly Option<string[]> _sources = Many("--source", "NAME", "Only talks of a source");
    private readonly Option<string[]> _kinds = Many("--kind", "KIND", $"Only sessions of a kind: {string.Join(", ", KindNames)}");

    private readonly Option<YearRange?> _years = new("--year")
    {
        Description = "Only talks of a year, or of a range: 2023, 2022..2024, 2023..",
        HelpName = "YEAR",
        CustomParser = ParseYears,
    };

    public FilterOptions() => _kinds.AcceptOnlyFromAmong(KindNames);

    public IReadOnlyList<Option> All => [_events, _years, _speakers, _organizations, _topics, _technologies, _kinds, _languages, _sources];

    /// <summary>Whether the talks of a topic are wanted.</summary>
    public bool NamesTopic(CommandResult result) => result.GetResult(_topics) is { Implicit: false };

    public TalkFilter Read(ParseResult parsed)
    {
        var years = parsed.GetValue(_years);
        return new TalkFilter
        {
            Events = [.. parsed.GetValue(_events) ?? []],
            YearFrom = years?.From,
            YearTo = years?.To,
            Speakers = [.. parsed.GetValue(_speakers) ?? []],
            Organizations = [.. parsed.GetValue(_organizations) ?? []],
            Topics = [.. parsed.GetValue(_topics) ?? []],
            Technologies = [.. parsed.GetValue(_technologies) ?? []],
            Languages = [.. parsed.GetValue(_languages) ?? []],
            Kinds = [.. (parsed.GetValue(_kinds) ?? []).Select(KindOf)],
            Sources = [.. parsed.GetValue(_sources) ?? []],
        };
    }

    private static Option<string[]> Many(string name, string valueName, string description) =>
        new(name) { Description = description, HelpName = valueName };

    private static TalkKind KindOf(string name) => (TalkKind)Array.IndexOf(KindNames, name);

    private static YearRange? ParseYears(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        var ends = text.Split("..");
        if (ends.Length <= 2 && TryYear(ends[0], out var from) && TryYear(ends[^1], out var to)
            && (from ?? to) is not null && (from is null || to is null || from <= to))
        {
            return new YearRange(from, to);
        }

        result.AddError($"'{text}' is no year: 2023, 2022..2024, 2023.. or ..2024.");
        return null;
    }

    private static bool TryYear(string text, out int? year)
    {
        year = null;
        if (text.Length == 0)
        {
            return true;
        }

        var known = text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        year = known ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        return known;
    }

    private sealed record YearRange(int? From, int? To);
}
