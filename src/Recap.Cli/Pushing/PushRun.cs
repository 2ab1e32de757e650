using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using ReindexRequest = Recap.Engine.Indexing.ReindexRequest;

namespace Recap.Cli.Pushing;

/// <summary><c>recap reindex --server</c>: pushes folders of posts, one source after the other.</summary>
internal static class PushRun
{
    public static async Task<int> RunAsync(Surroundings surroundings, ReindexRequest request, ServerAddress server, OutputFormat format, CancellationToken cancellationToken)
    {
        if (request.Sources.FirstOrDefault(source => source.OnlyPost is not null) is { } single)
        {
            throw new CommandException($"A server is brought up to date with whole folders, not with '{single.OnlyPost}' alone.", exitCode: ExitCode.Usage);
        }

        var rules = surroundings.ReadRules(indexFolder: null, cancellationToken);
        var client = new PushClient(server);
        var errors = false;
        foreach (var source in request.Sources)
        {
            var content = SourceContent.Of(source, rules, cancellationToken);
            var begin = new ReindexBegin
            {
                Source = source.Name,
                Full = request.Full,
                DryRun = request.DryRun,
                KeepMissing = request.KeepMissing,
                UnreadablePaths = { content.Unreadable },
            };
            var pushed = await ProgressDisplay.RunAsync(surroundings, progress => client.PushAsync(begin, content, progress, cancellationToken));
            surroundings.Say($"{content.Files.Length} files, {pushed.Sent} sent");
            var report = PushedReport.Of(pushed.Report, source, content.Diagnostics);
            ReindexSummary.Write(surroundings, report, server.Url.Authority, format);
            errors |= ReindexSummary.PrintDiagnostics(surroundings, report);
        }

        return errors ? ExitCode.DoneWithErrors : ExitCode.Fine;
    }
}
