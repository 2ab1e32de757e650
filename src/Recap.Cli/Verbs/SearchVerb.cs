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
        var explain = new Option<bool>("--explain") { Description = "Say of each hit why it has its score" };
        var collapse = new Option<bool>("--collapse") { Description = "List a session that several posts tell, or that was given twice, once" };
        var countBy = EnumOption.CreateMany<TalkFacet>("--count-by", "Say how many of the talks that answer have each value, instead of listing them; by");
        var whyNot = new Option<string?>("--why-not") { Description = "Say what keeps a talk out of the answer, or down in it", HelpName = "TALK" };
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
                ("recap search k8s secrets --explain", "Why each hit stands where it stands."),
                ("recap search k8s secrets --why-not talks/2024-03-19-kubecon~vault", "Why a talk is not among them."),
                ("recap search karpenter --collapse", "Each session once, whoever tells it."),
                ("recap search observabilité --count-by topic,year", "What they are about, and how many there are a year."),
                ("recap search --batch queries.tsv -o jsonl", "Answers to many queries, one hit a line."),
            ],
        };
        verb.Add(words);
        foreach (var option in (Option[])[batch, limit, sort, explain, collapse, countBy, whyNot, .. filter.All, index, surroundings.Embeddings.Option, output])
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
            else if (!asked && result.GetValue(whyNot) is not null)
            {
                result.AddError("--why-not needs a QUERY.");
            }
            else if (result.GetResult(sort) is { Tokens: [{ Value: "affinity" }] } && !filter.NamesTopic(result))
            {
                result.AddError("--sort affinity needs --topic: affinity to what?");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(
                parsed.GetValue(batch) is { } file ? QueryFile.Read(surroundings.FullPath(file)) : [new BatchQuery("1", string.Join(' ', parsed.GetValue(words) ?? []))],
                new TalkQuery
                {
                    Filter = filter.Read(parsed),
                    Sort = parsed.GetValue(sort),
                    Explain = parsed.GetValue(explain),
                    CollapseTellings = parsed.GetValue(collapse),
                    Facets = [.. parsed.GetValue(countBy) ?? []],
                },
                parsed.GetValue(limit),
                parsed.GetValue(output))
            {
                WhyNot = parsed.GetValue(whyNot),
            },
            IndexPlace.ToRead(surroundings, parsed.GetValue(index)),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, Wish wish, string folder, CancellationToken cancellationToken)
    {
        surroundings.RequireTopics(wish.Query.Filter.Topics);
        var rules = surroundings.ReadRules(folder, cancellationToken);
        await using var index = surroundings.Indexes.Open(folder, rules, surroundings.Say);
        if (rules.Sentences is not null && index.IsStale)
        {
            surroundings.Say("the index was built with another sentence model, or none, so that meanings are not compared: recap reindex PATH --embeddings MODEL.onnx");
        }

        if (wish.WhyNot is { } talk)
        {
            return await ExplainAbsenceAsync(surroundings, wish, index.Absences, talk, cancellationToken);
        }

        if (!wish.Query.Facets.IsEmpty)
        {
            return await CountAsync(surroundings, wish, index.Searcher, cancellationToken);
        }

        var rows = new List<HitRow>();
        foreach (var query in wish.Queries)
        {
            var (hits, last) = await CollectAsync(index.Searcher, wish.Query with { Text = query.Text }, wish.Limit, cancellationToken);
            rows.AddRange(hits.Select((hit, i) => HitRow.Of(query.Id, i + 1, hit)));
            if (wish.Format == OutputFormat.Table)
            {
                WriteTable(surroundings, wish, query, hits);
                WriteUnderstood(surroundings, last.Understood);
                if (wish.Queries.Count == 1 && last.Total.Value > hits.Count)
                {
                    surroundings.Error.WriteLine($"{hits.Count} of {last.Total.Value} talks; more with --limit N.");
                }
            }
        }

        if (wish.Format != OutputFormat.Table)
        {
            Formats.WriteRows(surroundings.Out, wish.Format, rows);
        }

        return ExitCode.Fine;
    }

    private static async Task<int> ExplainAbsenceAsync(
        Surroundings surroundings, Wish wish, AbsenceExplainer absences, string talk, CancellationToken cancellationToken)
    {
        try
        {
            var absence = await absences.ExplainAsync(wish.Query with { Text = wish.Queries[0].Text }, talk, cancellationToken);
            AbsenceOutput.Write(surroundings, wish.Format, absence);
            return ExitCode.Fine;
        }
        catch (TalkNotFoundException e)
        {
            throw new CommandException(e.Message, "recap search finds talks and prints their names with -o jsonl.");
        }
    }

    private static async Task<int> CountAsync(Surroundings surroundings, Wish wish, ITalkSearcher searcher, CancellationToken cancellationToken)
    {
        var rows = new List<FacetRow>();
        foreach (var query in wish.Queries)
        {
            var page = await searcher.SearchAsync(wish.Query with { Text = query.Text, PageSize = 1, FacetSize = wish.Limit }, cancellationToken);
            rows.AddRange(FacetRow.Of(query.Id, page.Facets));
        }

        if (wish.Format == OutputFormat.Table)
        {
            FacetRow.WriteTable(surroundings.Out, rows);
        }
        else
        {
            Formats.WriteRows(surroundings.Out, wish.Format, rows);
        }

        return ExitCode.Fine;
    }

    private static async Task<(List<TalkHit> Hits, TalkPage Last)> CollectAsync(
        ITalkSearcher searcher, TalkQuery query, int limit, CancellationToken cancellationToken)
    {
        var hits = new List<TalkHit>();
        TalkPage page;
        string? token = null;
        do
        {
            var size = Math.Min(limit, TalkQuery.MaxPageSize);
            page = await searcher.SearchAsync(query with { PageSize = size, PageToken = token }, cancellationToken);
            hits.AddRange(page.Hits);
            token = page.NextPageToken;
        }
        while (token is not null && hits.Count < limit);

        return (hits.Count > limit ? hits[..limit] : hits, page);
    }

    private static void WriteUnderstood(Surroundings surroundings, UnderstoodQuery understood)
    {
        if (understood.Corrected is { } corrected)
        {
            surroundings.Error.WriteLine($"Searched for '{Printable.Plain(corrected)}'.");
        }

        if (understood.Suggested is { } suggested)
        {
            surroundings.Error.WriteLine($"Did you mean '{Printable.Plain(suggested)}'?");
        }
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

    private sealed record Wish(IReadOnlyList<BatchQuery> Queries, TalkQuery Query, int Limit, OutputFormat Format)
    {
        public string? WhyNot { get; init; }
    }
}
