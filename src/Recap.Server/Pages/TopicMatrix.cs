using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying;

namespace Recap.Server.Pages;

/// <summary>How many talks are about each topic, in all and by year or event.</summary>
public sealed class TopicMatrix
{
    // As many as stand side by side on a screen.
    private const int MostColumns = 12;

    private TopicMatrix(IEnumerable<TopicColumn> columns, TalkPage all)
    {
        Columns = [.. columns.OrderBy(column => column.Year).ThenBy(column => column.Label, StringComparer.Ordinal)];
        Rows = [.. all.Facets[0].Values.Select(topic => new TopicRow(topic.Value, topic.Count, [.. Columns.Select(column => column.CountOf(topic.Value))]))];
        Talks = all.Generation.Talks;
    }

    /// <summary>Oldest first.</summary>
    internal ImmutableArray<TopicColumn> Columns { get; }

    /// <summary>Topics that have talks, most talks first; ties by id.</summary>
    internal ImmutableArray<TopicRow> Rows { get; }

    /// <summary>Talks of the index, notes not counted.</summary>
    internal int Talks { get; }

    /// <summary>The largest number in a cell; 0 where there are none.</summary>
    internal int Largest => Rows.SelectMany(row => row.Counts).DefaultIfEmpty(0).Max();

    /// <summary>Counts the talks of an index: one question for the whole, one for each column.</summary>
    internal static async Task<TopicMatrix> ReadAsync(ITalkSearcher searcher, TalkFacet by, CancellationToken cancellationToken)
    {
        var all = await searcher.SearchAsync(Counting(TalkFilter.None, by), cancellationToken);
        var columns = new List<TopicColumn>();
        foreach (var value in Shown(all.Facets[1], by))
        {
            var page = await searcher.SearchAsync(Counting(FilterOf(by, value), by), cancellationToken);
            columns.Add(TopicColumn.Of(by, value, page));
        }

        return new TopicMatrix(columns, all);
    }

    private static TalkQuery Counting(TalkFilter filter, TalkFacet by) => new()
    {
        Filter = filter,
        Sort = TalkSort.Newest,
        PageSize = 1,
        IncludeNotes = false,
        Facets = [TalkFacet.Topic, by],
        FacetSize = TalkQuery.MaxFacetSize,
    };

    // The latest years, but the largest events: of those there may be many small ones.
    private static IEnumerable<string> Shown(FacetCounts counts, TalkFacet by)
    {
        var values = counts.Values.Select(value => value.Value);
        return (by == TalkFacet.Year ? values.OrderDescending(StringComparer.Ordinal) : values).Take(MostColumns);
    }

    private static TalkFilter FilterOf(TalkFacet by, string value)
    {
        if (by != TalkFacet.Year)
        {
            return new TalkFilter { Events = [value] };
        }

        var year = int.Parse(value, CultureInfo.InvariantCulture);
        return new TalkFilter { YearFrom = year, YearTo = year };
    }
}

/// <summary>A topic and its talks.</summary>
/// <param name="Id">Id of the topic.</param>
/// <param name="Talks">Talks about it in all.</param>
/// <param name="Counts">Talks about it in each column.</param>
internal sealed record TopicRow(string Id, int Talks, ImmutableArray<int> Counts);

/// <summary>A year or an event and its talks.</summary>
internal sealed record TopicColumn
{
    /// <summary>The year, or the name of the event with its year.</summary>
    public required string Label { get; init; }

    /// <summary>The year; <see cref="int.MaxValue"/> where it is not known.</summary>
    public required int Year { get; init; }

    /// <summary>What narrows a search to it.</summary>
    public required ImmutableArray<PageFilter> Filters { get; init; }

    private ImmutableDictionary<string, int> Counts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int CountOf(string topic) => Counts.GetValueOrDefault(topic);

    public static TopicColumn Of(TalkFacet by, string value, TalkPage page) => new()
    {
        Label = value,
        Year = page.Hits is [var newest, ..] ? newest.Talk.Talk.Event?.Year ?? newest.Talk.Talk.Date?.Year ?? int.MaxValue : int.MaxValue,
        Filters = [.. FacetLink.FiltersOf(by, value)],
        Counts = page.Facets[0].Values.ToImmutableDictionary(topic => topic.Value, topic => topic.Count, StringComparer.Ordinal),
    };
}
