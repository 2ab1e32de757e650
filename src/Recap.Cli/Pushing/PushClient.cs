using Grpc.Core;
using Grpc.Net.Client;
using Recap.Cli.Output;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using ReindexProgress = Recap.Engine.Indexing.ReindexProgress;

namespace Recap.Cli.Pushing;

/// <summary>Pushes sources to a server, and says in the user's words what it refuses.</summary>
internal sealed class PushClient(ServerAddress server)
{
    // The report names every post: more than the 4 MB that a client takes by itself, where there are tens of thousands.
    private const int MaxAnswerBytes = 256 * 1024 * 1024;

    /// <summary>Pushes, all of it or, where it throws, nothing, unless it says that this is not known.</summary>
    /// <param name="begin">What is to be done.</param>
    /// <param name="content">What there is.</param>
    /// <param name="progress">Told how far the server has come.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="CommandException">The server refused it, or cannot be reached.</exception>
    public async Task<Pushed> PushAsync(ReindexBegin begin, SourceContent content, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        using var channel = GrpcChannel.ForAddress(server.Url, new GrpcChannelOptions { MaxReceiveMessageSize = MaxAnswerBytes });
        using var call = new TalkIndexService.TalkIndexServiceClient(channel).Reindex(Headers(), cancellationToken: cancellationToken);
        var push = new PushCall(call);
        try
        {
            return await push.RunAsync(begin, content, progress, cancellationToken);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
        catch (RpcException error)
        {
            throw new CommandException(Printable.Plain($"{server.Url} said {error.StatusCode} to '{begin.Source}': {error.Status.Detail}"), Advice(error, push));
        }
    }

    private static string Advice(RpcException error, PushCall push) => error.StatusCode switch
    {
        // What the server itself says when it has changed nothing.
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.Unauthenticated or StatusCode.PermissionDenied => "Nothing was changed.",
        StatusCode.Aborted or StatusCode.ResourceExhausted or StatusCode.DeadlineExceeded => "Nothing was changed. Push again in some seconds; what the server has by now is not sent again.",
        _ when push.IsComplete => "Whether it was done is not known. Push again: where it was, nothing changes.",
        _ when push.IsHeard => "Nothing was changed. Push again; what the server has by now is not sent again.",
        _ when error.Status.Detail.Contains("certificate", StringComparison.Ordinal) => "Nothing was changed. A certificate that this machine does not know is trusted where SSL_CERT_FILE names its file.",
        _ => "Nothing was changed. Is that the address of its gRPC port (8081, where --grpc-port says no other), and is it up?",
    };

    private Metadata Headers() => new() { { "authorization", $"Bearer {server.Key}" } };
}
