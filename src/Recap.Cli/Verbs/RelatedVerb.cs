using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;

namespace Recap.Cli.Verbs;

/// <summary><c>recap related</c>: what to read after a talk, after each talk of a page, or about a text, and why.</summary>
internal static class RelatedVerb
{
    private const string FromInput = "-";

    public static Verb Create(Surroundings surroundings)
    {
        var about = new Argument<string?>("TALK|URL|-") { Description = "Name of a talk, address of a post, or - for a text from standard input", Arity = ArgumentArity.ZeroOrOne };
        var batch = new Option<string?>("--batch") { Description = "Ask about every talk of a file: columns qid, post and line, with a header row", HelpName = "FILE.tsv" };
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
            ],
        };
        verb.Add(about);
        foreach (var option in (Option[])[batch, limit, samePost, .. filter.All, index, output])
        {
            verb.Add(option);
        }

        verb.Validators.Add(result =>
        {
            if ((result.GetValue(about) is null) == (result.GetValue(batch) is null))
            {
                result.AddError("Give a TALK, a URL or -, or --batch FILE.tsv.");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(
                parsed.GetValue(about),
                parsed.GetValue(batch),
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
        var rules = surroundings.Data.ReadRules();
        await using var index = surroundings.Indexes.Open(folder, rules);
        var related = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader(rules));
        var asked = wish.Batch is { } batch
            ? await TalkFile.ReadAsync(surroundings.FullPath(batch), index.Searcher, surroundings.Error, cancellationToken)
            : [("", await SubjectAsync(surroundings, wish.About ?? "", cancellationToken))];
        var rows = new List<RelatedRow>();
        foreach (var (qid, subject) in asked)
        {
            var answer = await AnswerAsync(related, wish.Query with { About = subject }, cancellationToken);
            foreach (var group in answer.Groups)
            {
                rows.AddRange(group.Suggestions.Select((suggestion, i) => RelatedRow.Of(qid.Length > 0 ? qid : group.About?.Talk.Id ?? FromInput, i + 1, suggestion)));
                if (wish.Format == OutputFormat.Table)
                {
                    RelatedTable.Write(surroundings, group);
                }
            }
        }

        if (wish.Format != OutputFormat.Table)
        {
            Formats.WriteRows(surroundings.Out, wish.Format, rows);
        }

        return ExitCode.Fine;
    }

    private static async Task<RelatedAnswer> AnswerAsync(TalkRelater related, RelatedQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return await related.SuggestAsync(query, cancellationToken);
        }
        catch (TalkNotFoundException e)
        {
            throw new CommandException(e.Message, "recap search finds talks and prints their names with -o jsonl.");
        }
        catch (PageNotFoundException e)
        {
            throw new CommandException(e.Message, "Addresses come from the site's own configuration; recap talks PATH -o jsonl shows them.");
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

    private sealed record Wish(string? About, string? Batch, RelatedQuery Query, OutputFormat Format);
}
