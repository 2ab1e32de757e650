using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;

namespace Recap.Cli.Verbs;

/// <summary><c>recap reindex</c>: brings the index up to date with folders of posts.</summary>
internal static class ReindexVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders of posts, or single posts", Arity = ArgumentArity.OneOrMore };
        var index = IndexOption.Create();
        var source = new Option<string?>("--source") { Description = "Name of the source, default: name of the folder", HelpName = "NAME" };
        var full = new Option<bool>("--full") { Description = "Read every post again, changed or not" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing" };
        var keepMissing = new Option<bool>("--keep-missing") { Description = "Keep indexed posts that are no longer in the folder" };
        var output = Formats.Option();
        var verb = new Verb("reindex", "Indexes folders of posts: reads what changed, forgets what is gone, all in one generation.")
        {
            Examples =
            [
                ("recap reindex mon-blog", "Bring .recap/index up to date with a blog."),
                ("recap reindex mon-blog --dry-run", "Say what that would change."),
                ("recap reindex export/posts --source mon-blog --index /srv/recap", "Name the source, and put the index elsewhere."),
            ],
        };
        verb.Add(paths);
        foreach (var option in (Option[])[index, source, full, dryRun, keepMissing, output])
        {
            verb.Add(option);
        }

        Words.RefuseOptions(paths);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(source) is not null && result.GetValue(paths) is { Length: > 1 })
            {
                result.AddError("--source names one folder; index the folders one at a time.");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new ReindexRequest
            {
                Sources = [.. parsed.GetRequiredValue(paths).Select(path => ContentSource.At(surroundings.FullPath(path), parsed.GetValue(source)))],
                Full = parsed.GetValue(full),
                DryRun = parsed.GetValue(dryRun),
                KeepMissing = parsed.GetValue(keepMissing),
            },
            (IndexPlace.ToWrite(surroundings, parsed.GetValue(index)), parsed.GetValue(output)),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(
        Surroundings surroundings, ReindexRequest request, (string Folder, OutputFormat Format) to, CancellationToken cancellationToken)
    {
        // To find out what would change where there is no index yet must not make one.
        var nowhere = request.DryRun && !surroundings.Indexes.Exists(to.Folder);
        var rules = surroundings.ReadRules(nowhere ? null : to.Folder, cancellationToken);
        await using var index = nowhere ? surroundings.Indexes.InMemory(rules) : surroundings.Indexes.Open(to.Folder, rules);
        var report = await ProgressDisplay.RunAsync(
            surroundings, progress => Task.Run(() => new Reindexer(index, rules).RunAsync(request, progress, cancellationToken), cancellationToken));

        ReindexSummary.Write(surroundings, report, to.Folder, to.Format);
        return ReindexSummary.PrintDiagnostics(surroundings, report) ? ExitCode.DoneWithErrors : ExitCode.Fine;
    }
}
