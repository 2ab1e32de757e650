using System.Text.Json;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Analysis;

/// <summary>
/// The acid test of French technical search, <c>data/analysis/acid.tsv</c>: the query of a row must find its document among
/// the first five, or never. <c>tests/acid</c> puts the same rows to other search engines.
/// </summary>
public sealed class AcidTests
{
    private const int Depth = 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recap_passes_every_row()
    {
        var rows = RulesTable.Read("analysis/acid.tsv").Select(row => row.Select(RulesTable.Decoded).ToArray()).ToList();
        var documents = rows.Select(row => row[1]).Distinct().ToList();
        await using var index = await IndexOfAsync(documents);

        var answers = new Dictionary<string, List<int>>();
        foreach (var query in rows.Select(row => row[2]).Distinct())
        {
            var page = await index.Searcher.SearchAsync(new TalkQuery { Text = query, PageSize = 100 }, Stop);
            answers[query] = [.. page.Hits.Select(hit => documents.IndexOf(hit.Talk.Talk.Title))];
        }

        await WriteAsync(answers);
        rows.Where(row => !Passes(row[3] == "yes", answers[row[2]], documents.IndexOf(row[1])))
            .Select(row => $"{row[1]} | {row[2]} | {row[3]}").ShouldBeEmpty();
    }

    private static bool Passes(bool finds, List<int> found, int document) =>
        finds ? found.Take(Depth).Contains(document) : !found.Contains(document);

    private static async Task<LuceneTalkIndex> IndexOfAsync(List<string> documents)
    {
        var glossary = Glossary.Parse("glossary.tsv", await File.ReadAllTextAsync(RulesTable.PathOf("glossary.tsv"), Stop)).Glossary;
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions
        {
            Reader = new QueryReader(new NameTable(NameGroups.Of(glossary).Concat(NameGroups.CommonNouns))),
        });
        await using var writer = await index.OpenWriterAsync(Stop);
        await writer.PutAsync(new IndexedPost { Key = new PostKey("acid", "acid.md"), Fingerprint = "", Talks = [.. documents.Select(TalkOf)] }, Stop);
        await writer.CommitAsync(Stop);
        return index;
    }

    private static IndexedTalk TalkOf(string title, int number) => new()
    {
        Source = "acid",
        Talk = new Talk { Id = $"talks/acid~{number}", Post = "acid.md", Line = 1, Title = title, Text = "" },
    };

    /// <summary>Leaves the answers for the scoreboard, where it asks for them.</summary>
    private static async Task WriteAsync(Dictionary<string, List<int>> answers)
    {
        if (Environment.GetEnvironmentVariable("RECAP_ACID") is { Length: > 0 } path)
        {
            await File.WriteAllLinesAsync(path, answers.Select(answer => JsonSerializer.Serialize(new { query = answer.Key, found = answer.Value })), Stop);
        }
    }
}
