using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Pushing;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Watching;

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
        var prune = new Option<bool>("--prune") { Description = "Forget indexed posts that are no longer in the folder (default)" };
        var watch = new Option<bool>("--watch") { Description = "Then follow what changes, until stopped" };
        var server = new Option<string?>("--server") { Description = "Push the posts to a server instead, by the address of its gRPC port", HelpName = "URL" };
        var keyFile = new Option<string?>("--key-file") { Description = $"File that holds the server's key, default: the variable {ServerAddress.KeyVariable}", HelpName = "FILE" };
        var output = Formats.Option();
        var verb = new Verb("reindex", "Indexes folders of posts: reads what changed, forgets what is gone, all in one generation.")
        {
            Examples =
            [
                ("recap reindex mon-blog", "Bring .recap/index up to date with a blog."),
                ("recap reindex mon-blog --dry-run", "Say what that would change."),
                ("recap reindex export/posts --source mon-blog --index /srv/recap", "Name the source, and put the index elsewhere."),
                ("recap reindex mon-blog --embeddings modele/model.onnx", "Compare meanings too, by a sentence model of yours."),
                ("recap reindex mon-blog --watch", "Keep the index up to date while one writes."),
                ("recap reindex mon-blog --server https://talks.example:8081", "Bring a server up to date; only what changed is sent."),
            ],
        };
        verb.Add(paths);
        foreach (var option in (Option[])[index, source, full, dryRun, prune, keepMissing, watch, server, keyFile, surroundings.Embeddings.Option, output])
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

            if (result.GetValue(prune) && result.GetValue(keepMissing))
            {
                result.AddError("--prune forgets posts that are no longer there, --keep-missing keeps them; name one of the two.");
            }

            if (result.GetValue(watch) && (result.GetValue(dryRun) || result.GetValue(server) is not null))
            {
                result.AddError("--watch follows a folder into an index here, and changes it: it goes with neither --dry-run nor --server.");
            }

            if (result.GetValue(server) is not null && result.GetValue(index) is not null)
            {
                result.AddError("--index names an index here, --server one elsewhere; name one of the two.");
            }
        });
        verb.SetAction((parsed, token) =>
        {
            var request = new ReindexRequest
            {
                Sources = [.. parsed.GetRequiredValue(paths).Select(path => ContentSource.At(surroundings.FullPath(path), parsed.GetValue(source)))],
                Full = parsed.GetValue(full),
                DryRun = parsed.GetValue(dryRun),
                KeepMissing = parsed.GetValue(keepMissing),
            };
            return parsed.GetValue(server) is { } url
                ? PushRun.RunAsync(surroundings, request, ServerAddress.Read(surroundings, url, parsed.GetValue(keyFile)), parsed.GetValue(output), token)
                : RunAsync(surroundings, request, new Target(IndexPlace.ToWrite(surroundings, parsed.GetValue(index)), parsed.GetValue(output), parsed.GetValue(watch)), token);
        });
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, ReindexRequest request, Target to, CancellationToken cancellationToken)
    {
        // To find out what would change where there is no index yet must not make one.
        var nowhere = request.DryRun && !surroundings.Indexes.Exists(to.Folder);
        var rules = surroundings.ReadRules(nowhere ? null : to.Folder, cancellationToken);

        // Before the first look, so that nothing that changes meanwhile is missed.
        using var watch = to.Watch ? new ContentWatch(request.Sources, TimeProvider.System) : null;

        // To open an index takes one core, and to look through thousands of posts as long.
        var looking = Task.Run(() => ContentLook.Take(request, rules, progress: null, cancellationToken), cancellationToken);
        await using var index = nowhere
            ? surroundings.Indexes.InMemory(rules)
            : request.DryRun
                ? surroundings.Indexes.Open(to.Folder, rules, surroundings.Say)
                : surroundings.Indexes.OpenSound(to.Folder, rules, mayPutAside: true, surroundings.Say);
        if (!request.DryRun)
        {
            await surroundings.RestoreAsync(KeyPlace.AccessTo(to.Folder, index, rules).Pushes, cancellationToken);
        }

        var reindexer = new Reindexer(index, rules);
        var report = await ProgressDisplay.RunAsync(
            surroundings, progress => Task.Run(() => reindexer.RunAsync(request, () => looking, progress, cancellationToken), cancellationToken));
        var errors = Tell(report);
        if (watch is not null)
        {
            await Following.RunAsync(surroundings, new ContentFollower(token => reindexer.RunAsync(request with { Full = false }, progress: null, token), watch, TimeProvider.System), watch.IsTold, changed => Tell(changed), cancellationToken);
        }

        return errors ? ExitCode.DoneWithErrors : ExitCode.Fine;

        bool Tell(ReindexReport done)
        {
            ReindexSummary.Write(surroundings, done, to.Folder, to.Format);
            return ReindexSummary.PrintDiagnostics(surroundings, done);
        }
    }

    private sealed record Target(string Folder, OutputFormat Format, bool Watch);
}
