using System.Text.Json;
using CsCheck;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

public sealed class ReindexPropertyTests
{
    private static readonly string[] Paths = ["a.md", "b/c.md", "b/d.md", "e/index.md"];
    private static readonly string[] Titles = ["Kepler en vrai", "KEDA sans peine", "Les sondes du noyau"];

    // What becomes of a post: told with some titles, broken, or deleted.
    private static readonly Gen<(string Path, int Fate)[]> Edits =
        Gen.Select(Gen.Int[0, Paths.Length - 1].Select(i => Paths[i]), Gen.Int[0, 5]).Array[1, 6];

    /// <summary>Whatever was edited in between, a reindex of the changes leaves what a reindex from nothing would.</summary>
    [Fact]
    public void Reindexing_changes_comes_to_the_same_as_reindexing_from_nothing() =>
        Edits.Array[1, 4].Sample(
            rounds =>
            {
                using var site = new SiteOnDisk();
                site.Tell("anchor.md", "Toujours là");
                var incremental = new LedgerIndex();
                foreach (var round in rounds)
                {
                    foreach (var (path, fate) in round)
                    {
                        Edit(site, path, fate);
                    }

                    Reindex(site, incremental);
                }

                var fresh = new LedgerIndex();
                Reindex(site, fresh);
                return State(incremental) == State(fresh);
            },
            iter: 60,
            seed: "0000KOIPzF60");

    private static void Edit(SiteOnDisk site, string path, int fate)
    {
        if (fate == 0)
        {
            if (File.Exists(site.PathOf(path)))
            {
                site.Delete(path);
            }

            return;
        }

        site.Tell(path, [.. Titles.Where((_, i) => (fate & (1 << i)) != 0)]);
    }

    private static void Reindex(SiteOnDisk site, LedgerIndex index) =>
        new Reindexer(index, new ReadingRules { Glossary = Glossary.Empty })
            .RunAsync(new ReindexRequest { Sources = [ContentSource.At(site.Root, "site")] }, null, TestContext.Current.CancellationToken)
            .GetAwaiter().GetResult();

    private static string State(LedgerIndex index) =>
        JsonSerializer.Serialize(index.Posts.OrderBy(post => post.Key.Path, StringComparer.Ordinal).Select(post => post.Value));
}
