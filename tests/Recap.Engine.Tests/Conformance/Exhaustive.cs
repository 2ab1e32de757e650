using System.Globalization;
using CsCheck;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;

namespace Recap.Engine.Tests.Conformance;

/// <summary>Whatever an engine leaves out for speed: its answer is that of asking about every single talk.</summary>
public abstract partial class TalkIndexConformance
{
    private const float NearTopic = 0.5f;

    [Theory]
    [InlineData(Catalogue.Words)]
    [InlineData(Catalogue.SampleSite)]
    public async Task Hits_and_counts_are_those_of_asking_about_each_talk_alone(Catalogue catalogue)
    {
        await PutCatalogueAsync(catalogue);
        var talks = (await SearchAsync(new TalkQuery { PageSize = TalkQuery.MaxPageSize })).Hits.Select(hit => hit.Talk).ToArray();

        await QueriesOver(catalogue).Where(text => text.Any(char.IsLetter)).SampleAsync(
            async text =>
            {
                var page = await SearchAsync(new TalkQuery
                {
                    Text = text,
                    PageSize = 7,
                    Facets = [TalkFacet.Technology, TalkFacet.Year, TalkFacet.Topic],
                    FacetSize = TalkQuery.MaxFacetSize,
                    Filter = TalkFilter.None with { MinAffinity = NearTopic },
                });

                var alone = new List<TalkHit>();
                foreach (var talk in talks)
                {
                    alone.AddRange((await SearchAsync(new TalkQuery { Text = text, Filter = TalkFilter.None with { Ids = [talk.Talk.Id] } })).Hits);
                }

                page.Total.Value.ShouldBe(alone.Count);
                alone = [.. alone.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Talk.Talk.Id, StringComparer.Ordinal)];
                if (page.Hits.Any(hit => hit.Score > 0))
                {
                    page.Hits.Select(hit => (hit.Talk.Talk.Id, hit.Score)).ShouldBe(alone.Take(7).Select(hit => (hit.Talk.Talk.Id, hit.Score)));
                }

                ValuesOf(page.Facets[0]).ShouldBe(Counted(alone, talk => talk.Talk.Technologies));
                ValuesOf(page.Facets[1]).ShouldBe(Counted(alone, YearsOf));
                ValuesOf(page.Facets[2]).ShouldBe(Counted(alone, talk => talk.Topics.Where(topic => topic.Value >= NearTopic).Select(topic => topic.Key)));
            },
            seed: "0000KpBVx4s2",
            iter: 30,
            threads: 1);
    }

    private static IEnumerable<(string Value, int Count)> ValuesOf(FacetCounts facet) => facet.Values.Select(value => (value.Value, value.Count));

    private static IEnumerable<(string Value, int Count)> Counted(IEnumerable<TalkHit> hits, Func<IndexedTalk, IEnumerable<string>> valuesOf) => hits
        .SelectMany(hit => valuesOf(hit.Talk))
        .CountBy(value => value)
        .Select(value => (value.Key, value.Value))
        .OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal);

    private static IEnumerable<string> YearsOf(IndexedTalk talk) =>
        (talk.Talk.Event?.Year ?? talk.Talk.Date?.Year) is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [];
}
