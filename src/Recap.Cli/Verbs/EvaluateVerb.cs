using System.Collections.Immutable;
using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Shell;
using Recap.Engine.Evaluating;
using Recap.Engine.Evaluating.Tuning;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Engine.Relating.Training;

namespace Recap.Cli.Verbs;

/// <summary><c>recap evaluate search|related</c>: how good the answers are, by people's judgments.</summary>
internal static class EvaluateVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var verb = new Verb("evaluate", "Measures search and related talks by judgments.")
        {
            Examples =
            [
                ("recap evaluate search --queries queries.tsv --qrels qrels.tsv", "nDCG, MRR and recall, by kind of query."),
                ("recap evaluate related --judgments related.tsv --floor 0.7", "Exit code 1 where nDCG is below 0.7."),
            ],
        };
        verb.Add(Search(surroundings));
        verb.Add(Related(surroundings));
        return verb;
    }

    private static Verb Search(Surroundings surroundings)
    {
        var queries = new Option<string>("--queries") { Description = "The queries: columns qid, kind and query, with a header row", HelpName = "Q.tsv", Required = true };
        var qrels = new Option<string>("--qrels") { Description = "The judgments: columns qid, talk and grade (0..3), with a header row", HelpName = "R.tsv", Required = true };
        var weights = new Option<string?>("--weights") { Description = "Weights to measure, default: the built-in ones", HelpName = "W.json" };
        var tune = new Option<string?>("--tune") { Description = "Tune weights by the judgments and write them here; takes minutes", HelpName = "W.json" };
        var common = new EvaluationOptions();
        var verb = new Verb("search", "Measures search by judged queries: nDCG@10, MRR, recall.")
        {
            Examples =
            [
                ("recap evaluate search --queries queries.tsv --qrels qrels.tsv --per-query", "Every query by itself."),
                ("recap evaluate search --queries queries.tsv --qrels qrels.tsv --save before.json", "Keep the figures."),
                ("recap evaluate search --queries queries.tsv --qrels qrels.tsv --baseline before.json", "Exit code 1 where they have fallen."),
                ("recap evaluate search --queries queries.tsv --qrels qrels.tsv --tune weights.json", "Tune weights, measured on queries held back."),
            ],
        };
        foreach (var option in (Option[])[queries, qrels, weights, tune, surroundings.Embeddings.Option, .. common.All])
        {
            verb.Add(option);
        }

        verb.SetAction(async (parsed, token) =>
        {
            var asked = JudgedQuery.Parse(parsed.GetRequiredValue(queries), Read(surroundings, parsed.GetRequiredValue(queries)));
            var judged = Judgments.Parse(parsed.GetRequiredValue(qrels), Read(surroundings, parsed.GetRequiredValue(qrels)));
            await using var index = Open(surroundings, common.IndexOf(parsed), token);
            var ranking = parsed.GetValue(weights) is { } file ? RankingOptions.Parse(Read(surroundings, file)) : RankingOptions.Default;
            if (parsed.GetValue(tune) is { } target)
            {
                ranking = await TuneAsync(surroundings, new SearchTuner(index.SearcherWith, asked, judged), ranking, surroundings.FullPath(target), token);
            }

            return common.Finish(surroundings, parsed, await SearchEvaluation.RunAsync(index.SearcherWith(ranking), asked, judged, token));
        });
        return verb;
    }

    private static async Task<RankingOptions> TuneAsync(
        Surroundings surroundings, SearchTuner tuner, RankingOptions start, string target, CancellationToken cancellationToken)
    {
        var report = await tuner.TuneAsync(start, cancellationToken);
        await File.WriteAllTextAsync(target, report.Weights.ToJson(), cancellationToken);
        surroundings.Error.WriteLine(FormattableString.Invariant(
            $"Weights written to {surroundings.Shown(target)}; nDCG@{SearchEvaluation.Depth} {report.HeldBack:F3} on queries held back ({SearchTuner.Folds} parts), {report.Fitted:F3} on those tuned by, {report.Before:F3} before."));
        return report.Weights;
    }

    private static Verb Related(Surroundings surroundings)
    {
        var judgments = new Option<string>("--judgments") { Description = "The judgments: columns talk, related and grade (0..3), with a header row", HelpName = "R.tsv", Required = true };
        var weights = new Option<string?>("--weights") { Description = "Weights to measure, default: the built-in ones", HelpName = "W.json" };
        var train = new Option<string?>("--train") { Description = "Learn weights from the judgments and write them here", HelpName = "W.json" };
        var without = new Option<string[]>("--without") { Description = "Learn without a feature, to see what it is worth; may be repeated", HelpName = "FEATURE" };
        without.AcceptOnlyFromAmong([.. RelatedFeatures.Names]);
        var common = new EvaluationOptions();
        var verb = new Verb("related", "Measures related talks by judgments: nDCG@5, MRR, recall.")
        {
            Examples =
            [
                ("recap evaluate related --judgments related.tsv --per-query", "Every judged talk by itself."),
                ("recap evaluate related --judgments related.tsv --train weights.json", "Learn weights, measured on talks held back."),
                ("recap evaluate related --judgments related.tsv --train weights.json --without speaker", "What a feature is worth."),
            ],
        };
        foreach (var option in (Option[])[judgments, weights, train, without, .. common.All])
        {
            verb.Add(option);
        }

        verb.SetAction(async (parsed, token) =>
        {
            var judged = Judgments.Parse(parsed.GetRequiredValue(judgments), Read(surroundings, parsed.GetRequiredValue(judgments)));
            await using var index = Open(surroundings, common.IndexOf(parsed), token);
            var model = parsed.GetValue(weights) is { } file ? RelatedModel.Parse(Read(surroundings, file)) : RelatedModel.Default;
            if (parsed.GetValue(train) is { } target)
            {
                var lessons = await RelatedExamples.CollectAsync(index.Neighbourhood, judged, token);
                model = await TrainAsync(surroundings, lessons, parsed.GetValue(without) ?? [], surroundings.FullPath(target), token);
            }

            var related = new TalkRelater(index.Neighbourhood, model, new FreeTextReader());
            return common.Finish(surroundings, parsed, await RelatedEvaluation.RunAsync(related, index.Searcher, judged, token));
        });
        return verb;
    }

    private static async Task<RelatedModel> TrainAsync(
        Surroundings surroundings, ImmutableArray<RelatedLesson> lessons, string[] without, string target, CancellationToken cancellationToken)
    {
        if (!lessons.Any(lesson => lesson.Examples.Any(example => example.Grade > 0)))
        {
            throw new CommandException("There is nothing to learn from: no judged talk is indexed together with one related to it.");
        }

        var model = RelatedTrainer.Train(lessons, without);
        await File.WriteAllTextAsync(target, model.ToJson(), cancellationToken);
        var heldBack = RelatedTrainer.CrossValidate(lessons, without);
        surroundings.Error.WriteLine(FormattableString.Invariant(
            $"Weights written to {surroundings.Shown(target)}; nDCG@{RelatedEvaluation.Depth} {heldBack.Ndcg:F3} on talks held back, {RelatedTrainer.Measure(model, lessons).Ndcg:F3} on those learned from."));
        return model;
    }

    private static ITalkIndex Open(Surroundings surroundings, string? asked, CancellationToken cancellationToken)
    {
        var folder = IndexPlace.ToRead(surroundings, asked);
        return surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, cancellationToken), surroundings.Say);
    }

    private static string Read(Surroundings surroundings, string path)
    {
        var full = surroundings.FullPath(path);
        return File.Exists(full) ? File.ReadAllText(full) : throw new CommandException($"There is no file '{path}'.");
    }
}
