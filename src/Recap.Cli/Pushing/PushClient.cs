using Grpc.Core;
using Grpc.Net.Client;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using ReindexProgress = Recap.Engine.Indexing.ReindexProgress;

namespace Recap.Cli.Pushing;

/// <summary>Pushes sources to a server, and says in the user's words what it refuses.</summary>
internal sealed class PushClient(ServerAddress server)
{
    /// <summary>Pushes, all of it or, where it throws, nothing.</summary>
    /// <param name="begin">What is to be done.</param>
    /// <param name="content">What there is.</param>
    /// <param name="progress">Told how far the server has come.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="CommandException">The server refused it, or cannot be reached.</exception>
    public async Task<Pushed> PushAsync(ReindexBegin begin, SourceContent content, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(server.Url);
        try
        {
            using var call = new TalkIndexService.TalkIndexServiceClient(channel).Reindex(Headers(), cancellationToken: cancellationToken);
            return await new PushCall(call).RunAsync(begin, content, progress, cancellationToken);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
        catch (RpcException error)
        {
            throw new CommandException($"{server.Url} said {error.StatusCode}: {error.Status.Detail}", "Nothing was changed.");
        }
    }

    private Metadata Headers() => new() { { "authorization", $"Bearer {server.Key}" } };
}
