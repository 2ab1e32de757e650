using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Querying;

namespace Recap.Cli.Verbs;

/// <summary><c>recap search</c>: the talks that answer a query, or each of a batch.</summary>
internal static class SearchVerb
{
    private const int MaxLimit = 10_000;

    public static Verb Create(Surroundings surroundings)
    {
        var words = new Argument<string[]>("QUERY") { Description = "Words, in French, English or both", Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<string?>("--batch") { Description = "Answer every query of a file: columns qid and query, with a header row", HelpName = "FILE.tsv" };
        var limit = NumberOption.Create("--limit", "Hits wanted for a query", (1, MaxLimit), TalkQuery.DefaultPageSize);
        var sort = EnumOption.Create<TalkSort>("--sort", "Order of the hits, default: relevance");
        var filter = new FilterOptions();
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("search", "Finds the talks that answer a query, best first.")
        {
            Examples =
            [
                ("recap search autoscaling elasticsearch", "The ten best talks on it."),
                ("recap search ebpf --event \"KubeCon Europe\" --year 2023..2024", "Only at some editions of an event."),
                ("recap search --speaker \"Simon Pasquier\" --sort newest", "Everything somebody told, newest first."),
                ("recap search --batch queries.tsv -o jsonl", "Answers to many queries, one hit a line."),
            ],
        };
        verb.Add(words);
        foreach (var option in (Option[])[batch, limit, sort, .. filter.All, index, output])
        {
            verb.Add(option);
        }

        Words.RefuseOptions(words);
        verb.Validators.Add(result =>
        {
            var asked = result.GetValue(words) is { Length: > 0 };
            if (asked && result.GetValue(batch) is not null)
            {
                result.AddError("Give either a QUERY or --batch, not both.");
            }
            else if (!asked && result.GetValue(batch) is null && !filter.All.Any(option => result.GetResult(option) is { Implicit: false }))
            {
                result.AddError("Give a QUERY, a filter such as --event, or --batch FILE.tsv.");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(
                parsed.GetValue(batch) is { } file ? QueryFile.Read(surroundings.FullPath(file)) : [new BatchQuery("1", string.Join(' ', parsed.GetValue(words) ?? []))],
                new TalkQuery { Filter = filter.Read(parsed), Sort = parsed.GetValue(sort) },
                parsed.GetValue(limit),
                parsed.GetValue(output)),
            IndexPlace.ToRead(surroundings, parsed.GetValue(index)),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, Wish wish, string folder, CancellationToken cancellationToken)
    {
        await using var index = surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, cancellationToken));
        var rows = new List<HitRow>();
        foreach (var query in wish.Queries)
        {
            var hits = await CollectAsync(index.Searcher, wish.Query with { Text = query.Text }, wish.Limit, cancellationToken);
            rows.AddRange(hits.Select((hit, i) => HitRow.Of(query.Id, i + 1, hit)));
            if (wish.Format == OutputFormat.Table)
            {
                WriteTable(surroundings, wish, query, hits);
            }
        }

        if (wish.Format != OutputFormat.Table)
        {
            Formats.WriteRows(surroundings.Out, wish.Format, rows);
        }

        return ExitCode.Fine;
    }

    private static async Task<List<TalkHit>> CollectAsync(ITalkSearcher searcher, TalkQuery query, int limit, CancellationToken cancellationToken)
    {
        var hits = new List<TalkHit>();
        string? token = null;
        do
        {
            var size = Math.Min(limit, TalkQuery.MaxPageSize);
            var page = await searcher.SearchAsync(query with { PageSize = size, PageToken = token }, cancellationToken);
            hits.AddRange(page.Hits);
            token = page.NextPageToken;
        }
        while (token is not null && hits.Count < limit);

        return hits.Count > limit ? hits[..limit] : hits;
    }

    private static void WriteTable(Surroundings surroundings, Wish wish, BatchQuery query, List<TalkHit> hits)
    {
        if (wish.Queries.Count > 1)
        {
            surroundings.Out.WriteLine($"{Printable.Plain(query.Id)}: {Printable.Plain(query.Text)}");
        }

        if (hits.Count > 0)
        {
            Consoles.Write(surroundings, console => HitTable.Write(console, hits));
        }
        else
        {
            surroundings.Error.WriteLine($"No talk answers '{Printable.Plain(query.Text)}'.");
        }
    }

    private sealed record Wish(IReadOnlyList<BatchQuery> Queries, TalkQuery Query, int Limit, OutputFormat Format);
}
