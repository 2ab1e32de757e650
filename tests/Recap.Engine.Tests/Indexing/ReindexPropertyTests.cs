using System.Text.Json;
using CsCheck;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Indexing;

/// <summary>A site whose posts share series, names of talks and whole tellings, edited at random.</summary>
public sealed class ReindexPropertyTests
{
    private const string Broken = "---\ntitle: jamais fermé\n\nDu texte.\n";

    private static readonly string[] Paths =
        ["2024-05-16-port-jour-1.md", "2024-05-17-port-jour-2.md", "brouillons/jour.md", "lac/jour.md", "mer/jour/index.md", "seul.md"];

    private static readonly string[] Heads =
        ["title: Retour sur Conf du Port 2024", "title: La suite", "title: La suite\ndraft: true", "title: Retour sur Devoxx France 2023"];

    private static readonly string[] Titles = ["Kepler en vrai", "KEDA sans peine", "Les sondes du noyau"];

    private static readonly string[] Settings =
        ["{}", "{ \"drafts\": true }", "{ \"drafts\": true, \"baseUrl\": \"https://blog.example/\" }", "{ \"exclude\": [\"mer/**\"] }"];

    // From here on each of the talks chosen ends with one sentence more: an edit that the other posts need not know of.
    private const int Told = 1 << 3;

    private static readonly Gen<Edit> Edits = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, Heads.Length - 1], Gen.Int[0, 15], (path, head, told) => (Edit)new Edit.Tell(Paths[path], Heads[head], told))),
        (2, Gen.Int[0, Paths.Length - 1].Select(path => (Edit)new Edit.Delete(Paths[path]))),
        (2, Gen.Int[0, Paths.Length - 1].Select(path => (Edit)new Edit.Break(Paths[path]))),
        (2, Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[0, Paths.Length - 1], (from, to) => (Edit)new Edit.Move(Paths[from], Paths[to]))),
        (1, Gen.Int[0, Settings.Length - 1].Select(settings => (Edit)new Edit.Configure(Settings[settings]))));

    /// <summary>Whatever was edited, broken and mended in between, reindexes of the changes leave what one from nothing would.</summary>
    [Fact]
    public void Reindexing_changes_comes_to_the_same_as_reindexing_from_nothing() =>
        Gen.Select(Edits.Array[1, 5], Gen.Bool).Array[1, 6].Sample(
            rounds =>
            {
                using var site = new EditedSite();
                var incremental = new LedgerIndex();
                foreach (var (edits, keepMissing) in rounds)
                {
                    Array.ForEach(edits, site.Apply);
                    Reindex(site, incremental, keepMissing);
                }

                site.Mend();
                Reindex(site, incremental, keepMissing: false);
                var fresh = new LedgerIndex();
                Reindex(site, fresh, keepMissing: false);
                return State(incremental) == State(fresh);
            },
            iter: 200,
            seed: "0000KOIPzF60");

    /// <summary>Even where a post is broken or kept, no two talks have one name.</summary>
    [Fact]
    public void Names_are_unique_after_every_reindex() =>
        Gen.Select(Edits.Array[1, 5], Gen.Bool).Array[1, 6].Sample(
            rounds =>
            {
                using var site = new EditedSite();
                var index = new LedgerIndex();
                return rounds.All(round =>
                {
                    Array.ForEach(round.Item1, site.Apply);
                    Reindex(site, index, round.Item2);
                    var ids = index.Posts.Values.SelectMany(post => post.Talks).Select(talk => talk.Talk.Id).ToList();
                    return ids.Distinct(StringComparer.Ordinal).Count() == ids.Count;
                });
            },
            iter: 100,
            seed: "0000KOIPzF60");

    private static void Reindex(EditedSite site, LedgerIndex index, bool keepMissing) =>
        new Reindexer(index, new ReadingRules { Glossary = Glossary.Empty })
            .RunAsync(new ReindexRequest { Sources = [ContentSource.At(site.Root, "site")], KeepMissing = keepMissing }, null, TestContext.Current.CancellationToken)
            .GetAwaiter().GetResult();

    private static string State(LedgerIndex index) =>
        JsonSerializer.Serialize(index.Posts.OrderBy(post => post.Key.Path, StringComparer.Ordinal).Select(post => post.Value));

    private abstract record Edit
    {
        public sealed record Tell(string Path, string Head, int Told) : Edit;

        public sealed record Delete(string Path) : Edit;

        public sealed record Break(string Path) : Edit;

        public sealed record Move(string From, string To) : Edit;

        public sealed record Configure(string Settings) : Edit;
    }

    // Knows what each post is to be, so that what was broken can be mended to the byte.
    private sealed class EditedSite : IDisposable
    {
        private readonly SiteOnDisk _disk = new();
        private readonly Dictionary<string, string> _meant = new(StringComparer.Ordinal);

        public EditedSite() => _disk.Tell("anchor.md", "Toujours là");

        public string Root => _disk.Root;

        public void Apply(Edit edit)
        {
            switch (edit)
            {
                case Edit.Tell(var path, var head, var told):
                    Write(path, Post(head, told));
                    break;
                case Edit.Delete(var path) when _meant.Remove(path):
                    _disk.Delete(path);
                    break;
                case Edit.Break(var path) when _meant.ContainsKey(path):
                    _disk.Write(path, Broken);
                    break;
                case Edit.Move(var from, var to) when from != to && _meant.Remove(from, out var text):
                    _disk.Delete(from);
                    Write(to, text);
                    break;
                case Edit.Configure(var settings):
                    _disk.Write("recap.json", settings);
                    break;
            }
        }

        public void Mend()
        {
            foreach (var (path, text) in _meant)
            {
                _disk.Write(path, text);
            }
        }

        public void Dispose() => _disk.Dispose();

        private void Write(string path, string text)
        {
            _meant[path] = text;
            _disk.Write(path, text);
        }

        private static string Post(string head, int told) => $"---\n{head}\ndate: 2024-05-16\n---\n\n" + string.Concat(Titles.Where((_, i) => (told & (1 << i)) != 0)
            .Select(title => $"## {title} (par Alice Durand, Acme)\n\nAlice montre comment {title} se comporte en production, chiffres et graphes à l'appui, pannes comprises, et ce que l'équipe referait autrement si tout était à recommencer demain matin.\n\n{(told < Told ? "" : "Depuis, elle a repris la parole ailleurs, et le code est en ligne.\n\n")}"));
    }
}
