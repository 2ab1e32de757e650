using System.Collections.Immutable;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using ReindexPhase = Recap.Engine.Indexing.ReindexPhase;
using ReindexProgress = Recap.Engine.Indexing.ReindexProgress;
using ReindexReport = Recap.Protocol.V1.ReindexReport;
using ReindexRequest = Recap.Protocol.V1.ReindexRequest;

namespace Recap.Cli.Pushing;

/// <summary>Pushes a source to a server: what the server holds already is not sent.</summary>
internal sealed class PushClient(ServerAddress server)
{
    private const int FilesOfList = 500;
    private const int PieceBytes = 256 * 1024;

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
            try
            {
                return await PushAsync(call, begin, content, progress, cancellationToken);
            }
            catch (InvalidOperationException)
            {
                // The server ended the call while something was being sent; its status says why.
                await call.ResponseStream.MoveNext(cancellationToken);
                throw;
            }
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

    private static async Task<Pushed> PushAsync(
        AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse> call, ReindexBegin begin, SourceContent content, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = begin }, cancellationToken);
        await SendListAsync(call.RequestStream, content.Files, cancellationToken);
        var sent = 0;
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            switch (message.MessageCase)
            {
                case ReindexResponse.MessageOneofCase.Wanted:
                    sent = message.Wanted.Sha256.Count;
                    await SendContentsAsync(call.RequestStream, message.Wanted, content, cancellationToken);
                    break;
                case ReindexResponse.MessageOneofCase.Progress when PhaseOf(message.Progress.Phase) is { } phase:
                    progress?.Report(new ReindexProgress(phase, message.Progress.Done, message.Progress.Total));
                    break;
                case ReindexResponse.MessageOneofCase.Report:
                    return new Pushed(message.Report, sent);
            }
        }

        throw new CommandException("The server ended the call without a report.", "Nothing may have been changed; push again.");
    }

    private static async Task SendListAsync(IClientStreamWriter<ReindexRequest> requests, ImmutableArray<PushedFile> files, CancellationToken cancellationToken)
    {
        var lists = files.Chunk(FilesOfList).Select(chunk => new FileList { Files = { chunk.Select(ToEntry) } }).DefaultIfEmpty(new FileList()).ToArray();
        lists[^1].Last = true;
        foreach (var list in lists)
        {
            await requests.WriteAsync(new ReindexRequest { Files = list }, cancellationToken);
        }
    }

    private static async Task SendContentsAsync(IClientStreamWriter<ReindexRequest> requests, WantedContent wanted, SourceContent content, CancellationToken cancellationToken)
    {
        foreach (var hash in wanted.Sha256)
        {
            if (!content.Contents.TryGetValue(Convert.ToHexStringLower(hash.Span), out var path))
            {
                throw new CommandException("The server asks for something that is not among the posts.");
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            for (var at = 0; at == 0 || at < bytes.Length; at += PieceBytes)
            {
                var piece = bytes.AsMemory(at, Math.Min(PieceBytes, bytes.Length - at));
                await requests.WriteAsync(
                    new ReindexRequest { Content = new FileContent { Sha256 = hash, Data = UnsafeByteOperations.UnsafeWrap(piece), Last = at + piece.Length == bytes.Length } }, cancellationToken);
            }
        }

        await requests.CompleteAsync();
    }

    private static FileEntry ToEntry(PushedFile file) => new() { Path = file.Path, Sha256 = ByteString.CopyFrom(Convert.FromHexString(file.Hash)) };

    private static ReindexPhase? PhaseOf(Protocol.V1.ReindexPhase phase) => phase switch
    {
        Protocol.V1.ReindexPhase.Comparing => ReindexPhase.Comparing,
        Protocol.V1.ReindexPhase.Reading => ReindexPhase.Reading,
        Protocol.V1.ReindexPhase.Writing => ReindexPhase.Writing,
        Protocol.V1.ReindexPhase.Committing => ReindexPhase.Committing,
        _ => null,
    };

    private Metadata Headers() => new() { { "authorization", $"Bearer {server.Key}" } };
}

/// <summary>What became of a push.</summary>
/// <param name="Report">What the server did.</param>
/// <param name="Sent">Contents that it did not hold.</param>
internal sealed record Pushed(ReindexReport Report, int Sent);
