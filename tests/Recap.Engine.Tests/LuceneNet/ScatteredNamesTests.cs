using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>A common noun of several words is found where a sentence holds its words, however it puts them.</summary>
public sealed class ScatteredNamesTests : IAsyncLifetime
{
    private const string Name = "ségrégation commandes requêtes";

    private readonly LuceneTalkIndex _index = LuceneTalkIndex.Open(new LuceneIndexOptions
    {
        Reader = new QueryReader(new NameTable(
        [
            new NameGroup { Name = "CQRS", Names = ["CQRS", Name], Inflects = true, Relation = NameRelation.Translations },
            new NameGroup { Name = "AWS", Names = ["AWS", "Amazon Web Services"] },
        ])),
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var writer = await _index.OpenWriterAsync(Stop);
        await writer.PutAsync(
            Sample.Post(
                Sample.Talk("Dans une phrase", "Il fait une ségrégation entre les commandes (ou écritures) et les requêtes."),
                Sample.Talk("En rangée", "Il fait la ségrégation des commandes et des requêtes, ce dont on parle."),
                Sample.Talk("À rebours", "De la requête à la commande, une ségrégation nette."),
                Sample.Talk("Trop loin", "Une ségrégation de tous les rôles, services, tables, écrans, fichiers, clés, écritures, lectures des commandes et requêtes."),
                Sample.Talk("Pas tout", "Une ségrégation entre les commandes et le reste."),
                Sample.Talk("Un produit", "Les services web ne viennent pas tous d'Amazon.")),
            Stop);
        await writer.CommitAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _index.DisposeAsync();
    }

    [Fact]
    public async Task All_its_words_near_each_other_answer_in_any_order_and_better_with_nothing_between()
    {
        var found = (await HitsAsync("CQRS")).Select(hit => hit.Talk.Talk.Title).ToList();

        found.ShouldBe(["En rangée", "À rebours", "Dans une phrase"], ignoreOrder: true);
        found[^1].ShouldBe("Dans une phrase");
    }

    [Fact]
    public async Task Names_of_products_stand_as_they_are() => (await HitsAsync("AWS")).ShouldBeEmpty();

    [Fact]
    public async Task An_explanation_says_where_other_words_stand_between()
    {
        var found = (await HitsAsync("CQRS")).ToDictionary(hit => hit.Talk.Talk.Title, hit => hit.Explanation.ShouldNotBeNull());

        found["En rangée"].Reasons.ShouldHaveSingleItem().Found.ShouldBe("segreg command requet");
        found["Dans une phrase"].Reasons.ShouldHaveSingleItem().Found.ShouldBe("segreg … command … requet");
        foreach (var because in found.Values)
        {
            (because.Reasons.Sum(reason => reason.Score) * because.Coverage * because.Recency).ShouldBe(because.Score, 1e-4);
        }
    }

    [Theory]
    [InlineData("Dans une phrase", "Il fait une [ségrégation] entre les [commandes] (ou écritures) et les [requêtes].")]
    [InlineData("En rangée", "Il fait la [ségrégation des commandes et des requêtes], ce dont on parle.")]
    public async Task What_was_found_is_marked(string title, string expected)
    {
        var hit = (await HitsAsync("CQRS")).Single(hit => hit.Talk.Talk.Title == title);

        string.Concat(hit.Snippets[0].Select(segment => segment.Highlighted ? $"[{segment.Text}]" : segment.Text)).ShouldBe(expected);
    }

    private async Task<IEnumerable<TalkHit>> HitsAsync(string text) =>
        (await _index.Searcher.SearchAsync(new TalkQuery { Text = text, Explain = true }, Stop)).Hits;
}
