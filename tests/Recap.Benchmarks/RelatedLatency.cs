using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Relating;

namespace Recap.Benchmarks;

/// <summary>
/// How long related talks take: in process, one thread, five for each of some talks, worked out and from memory. To compare
/// with: BM25 with the words of the talk as the query.
/// </summary>
internal static class RelatedLatency
{
    private const int Asked = 300;

    public static async Task RunAsync(GeneratedIndex generated)
    {
        var talks = await TalksAsync(generated.Index);
        var ids = talks.ConvertAll(talk => talk.Talk.Id);
        var relater = new TalkRelater(generated.Index.Neighbourhood, RelatedModel.Default, new FreeTextReader());
        var cached = new CachedRelatedTalks(relater, generated.Index.Neighbourhood);
        await Latency.PrintAsync("related", ids, i => AskAsync(relater, ids[i]));
        await Latency.PrintAsync("related, from memory", ids, i => AskAsync(cached, ids[i]));
        await Latency.PrintAsync("related, plain BM25", ids, i => Task.FromResult(generated.Plain.Search($"{talks[i].Talk.Title}\n{talks[i].Talk.Text}", RelatedQuery.DefaultLimit)));
    }

    private static async Task<int> AskAsync(IRelatedTalks related, string id)
    {
        var answer = await related.SuggestAsync(new RelatedQuery { About = new RelatedSubject.OfTalk(id) }, CancellationToken.None);
        return answer.Groups[0].Suggestions.Length;
    }

    /// <summary>Talks from all over the index.</summary>
    private static async Task<List<IndexedTalk>> TalksAsync(LuceneTalkIndex index)
    {
        var step = Math.Max(1, index.Current.Talks / Asked);
        var talks = new List<IndexedTalk>();
        for (var number = 0; number < index.Current.Talks && talks.Count < Asked; number += step)
        {
            talks.Add(await index.Searcher.GetAsync(GeneratedTalks.IdOf(number), CancellationToken.None));
        }

        return talks;
    }
}
