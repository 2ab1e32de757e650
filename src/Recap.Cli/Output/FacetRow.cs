using System.Collections.Immutable;
using Recap.Engine.Querying;

namespace Recap.Cli.Output;

/// <summary>How many of the talks that answer have a value, as <c>recap search --count-by</c> writes it.</summary>
internal sealed record FacetRow(string Qid, TalkFacet Facet, string Value, int Count)
{
    public static IEnumerable<FacetRow> Of(string qid, ImmutableArray<FacetCounts> facets) =>
        facets.SelectMany(facet => facet.Values.Select(value => new FacetRow(qid, facet.Facet, value.Value, value.Count)));

    /// <summary>Writes the rows for people: under each facet a line for each value.</summary>
    public static void WriteTable(TextWriter output, IEnumerable<FacetRow> rows)
    {
        foreach (var facet in rows.GroupBy(row => row.Facet))
        {
            output.WriteLine(facet.Key.ToString().ToLowerInvariant());
            foreach (var row in facet)
            {
                output.WriteLine($"{row.Count,6}  {Printable.Plain(row.Value)}");
            }
        }
    }
}
