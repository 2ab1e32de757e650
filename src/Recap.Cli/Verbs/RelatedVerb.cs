using System.Collections.Immutable;
using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Server.Answers;
using Recap.Topics;

namespace Recap.Cli.Verbs;

/// <summary><c>recap related</c>: what to read after a talk, after each talk of a page, or about a text, and why.</summary>
internal static class RelatedVerb
{
    private const string FromInput = "-";

    public static Verb Create(Surroundings surroundings)
    {
        var about = new Argument<string?>("TALK|URL|-") { Description = "Name of a talk, address of a post, or - for a text from standard input", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<string?>("--batch") { Description = "Ask about every talk of a file: columns qid, post and line, with a header row", HelpName = "FILE.tsv" };
        var all = new Option<bool>("--all") { Description = "Ask about every talk of the index, as a site does when it is built" };
        var limit = NumberOption.Create("--limit", "Suggestions wanted for a talk", (1, RelatedQuery.MaxLimit), RelatedQuery.DefaultLimit);
        var samePost = new Option<bool>("--same-post") { Description = "Suggest talks of the same post too" };
        var filter = new FilterOptions();
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("related", "Suggests related talks, with the reasons.")
        {
            Examples =
            [
                ("recap related talks/2024-03-19-kubecon~kepler", "What to read after a talk."),
                ("recap related https://example.org/2024/kubecon/ -o json", "After each talk of a post."),
                ("recap related - < brouillon.txt", "What fits a text."),
                ("recap related --batch talks.tsv --same-post -o jsonl", "After many talks, one suggestion a line."),
                ("recap related --all -o json > related.json", "After every talk, for pages that are made beforehand."),
            ],
        };
        verb.Add(about);
        foreach (var option in (Option[])[batch, all, limit, samePost, .. filter.All, index, output])
        {
            verb.Add(option);
        }

        verb.Validators.Add(result =>
        {
            bool[] asked = [result.GetValue(about) is not null, result.GetValue(batch) is not null, result.GetValue(all)];
            if (asked.Count(given => given) != 1)
            {
                result.AddError("Give a TALK, a URL or -, or --batch FILE.tsv, or --all.");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(
                parsed.GetValue(about),
                parsed.GetValue(batch),
                parsed.GetValue(all),
                new RelatedQuery
                {
                    About = new RelatedSubject.OfText(""),
                    Limit = parsed.GetValue(limit),
                    SamePost = parsed.GetValue(samePost),
                    Filter = filter.Read(parsed),
                },
                parsed.GetValue(output)),
            IndexPlace.ToRead(surroundings, parsed.GetValue(index)),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, Wish wish, string folder, CancellationToken cancellationToken)
    {
        var rules = surroundings.ReadRules(folder, cancellationToken);
        await using var index = surroundings.Indexes.Open(folder, rules, surroundings.Say);
        var related = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader(rules));
        var asked = await AskedAsync(surroundings, wish, index.Searcher, cancellationToken);
        if (wish is { All: true, Format: OutputFormat.Json })
        {
            surroundings.Out.WriteLine(await DocumentAsync(
                related, wish.Query, asked.Select(one => one.Subject), TopicData.LoadTaxonomy(surroundings.Topics), cancellationToken));
            return ExitCode.Fine;
        }

        var rows = new List<RelatedRow>();
        foreach (var (qid, subject) in asked)
        {
            foreach (var group in await GroupsAsync(surroundings, related, wish.Query with { About = subject }, cancellationToken))
            {
                rows.AddRange(group.Suggestions.Select((suggestion, i) => RelatedRow.Of(qid.Length > 0 ? qid : group.About?.Talk.Id ?? FromInput, i + 1, suggestion)));
                if (wish.Format == OutputFormat.Table)
                {
                    Consoles.Write(surroundings, console => RelatedTable.Write(console, group));
                }
            }
        }

        if (wish.Format != OutputFormat.Table)
        {
            Formats.WriteRows(surroundings.Out, wish.Format, rows);
        }

        return ExitCode.Fine;
    }

    /// <summary>What a service would answer about all of them at once, which is what the kits of site generators read.</summary>
    private static async Task<string> DocumentAsync(
        TalkRelater related, RelatedQuery query, IEnumerable<RelatedSubject> subjects, Taxonomy taxonomy, CancellationToken cancellationToken)
    {
        var answers = new List<RelatedAnswer>();
        foreach (var subject in subjects)
        {
            answers.Add(await related.SuggestAsync(query with { About = subject }, cancellationToken));
        }

        return RelatedDocument.Write(answers, ReasonWording.ByName(taxonomy), "fr");
    }

    private static async Task<IReadOnlyList<(string Qid, RelatedSubject Subject)>> AskedAsync(
        Surroundings surroundings, Wish wish, ITalkSearcher searcher, CancellationToken cancellationToken)
    {
        if (wish.All)
        {
            var talks = await TalkFile.AllTalksAsync(searcher, cancellationToken);
            return [.. talks.SelectMany(post => post.OrderBy(talk => talk.Line)).Select(talk => (talk.Id, (RelatedSubject)new RelatedSubject.OfTalk(talk.Id)))];
        }

        return wish.Batch is { } batch
            ? await TalkFile.ReadAsync(surroundings.FullPath(batch), searcher, surroundings.Error, cancellationToken)
            : [("", await SubjectAsync(surroundings, wish.About ?? "", cancellationToken))];
    }

    private static async Task<ImmutableArray<RelatedGroup>> GroupsAsync(
        Surroundings surroundings, TalkRelater related, RelatedQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return (await related.SuggestAsync(query, cancellationToken)).Groups;
        }
        catch (TalkNotFoundException e)
        {
            throw new CommandException(e.Message, "recap search finds talks and prints their names with -o jsonl.");
        }
        catch (PageNotFoundException e)
        {
            // A site asks about every page it has; one without talks has no suggestions, which is no fault.
            await surroundings.Error.WriteLineAsync($"recap: {e.Message} Addresses come from the site's own configuration; recap talks PATH -o jsonl shows them.");
            return [];
        }
    }

    private static async Task<RelatedSubject> SubjectAsync(Surroundings surroundings, string about, CancellationToken cancellationToken)
    {
        if (about == FromInput)
        {
            return new RelatedSubject.OfText(await surroundings.In.ReadToEndAsync(cancellationToken));
        }

        return about.StartsWith("talks/", StringComparison.Ordinal) ? new RelatedSubject.OfTalk(about) : new RelatedSubject.OfPage(about);
    }

    private sealed record Wish(string? About, string? Batch, bool All, RelatedQuery Query, OutputFormat Format);
}
