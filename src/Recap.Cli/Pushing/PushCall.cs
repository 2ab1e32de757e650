using System.Collections.Immutable;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using ReindexPhase = Recap.Engine.Indexing.ReindexPhase;
using ReindexProgress = Recap.Engine.Indexing.ReindexProgress;
using ReindexReport = Recap.Protocol.V1.ReindexReport;
using ReindexRequest = Recap.Protocol.V1.ReindexRequest;

namespace Recap.Cli.Pushing;

/// <summary>One push of a source over a call: what the server holds already is not sent.</summary>
/// <param name="call">The call; not owned.</param>
internal sealed class PushCall(AsyncDuplexStreamingCall<ReindexRequest, ReindexResponse> call)
{
    private const int FilesOfList = 500;
    private const int PieceBytes = 256 * 1024;

    // What a pipe counts as, which must not be opened.
    private static readonly byte[] Nothing = SHA256.HashData([]);

    /// <summary>Whether the server has answered anything.</summary>
    public bool IsHeard { get; private set; }

    /// <summary>Whether everything was sent, so that the server may have done its work.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Pushes, all of it or, where it throws before everything was sent, nothing.</summary>
    /// <param name="begin">What is to be done.</param>
    /// <param name="content">What there is.</param>
    /// <param name="progress">Told how far the server has come.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <exception cref="RpcException">The status of the call.</exception>
    /// <exception cref="CommandException">The server does not keep to the contract.</exception>
    public async Task<Pushed> RunAsync(ReindexBegin begin, SourceContent content, IProgress<ReindexProgress>? progress, CancellationToken cancellationToken)
    {
        await SendAsync(new ReindexRequest { Begin = begin }, cancellationToken);
        await SendListAsync(content.Files, cancellationToken);
        var sent = 0;
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellationToken))
        {
            IsHeard = true;
            switch (message.MessageCase)
            {
                case ReindexResponse.MessageOneofCase.Wanted:
                    sent = message.Wanted.Sha256.Count;
                    await SendContentsAsync(message.Wanted, content, cancellationToken);
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

    private async Task SendListAsync(ImmutableArray<PushedFile> files, CancellationToken cancellationToken)
    {
        var lists = files.Chunk(FilesOfList).Select(chunk => new FileList { Files = { chunk.Select(ToEntry) } }).DefaultIfEmpty(new FileList()).ToArray();
        lists[^1].Last = true;
        foreach (var list in lists)
        {
            await SendAsync(new ReindexRequest { Files = list }, cancellationToken);
        }
    }

    private async Task SendContentsAsync(WantedContent wanted, SourceContent content, CancellationToken cancellationToken)
    {
        foreach (var hash in wanted.Sha256)
        {
            if (!content.Contents.TryGetValue(Convert.ToHexStringLower(hash.Span), out var path))
            {
                throw new CommandException("The server asks for something that is not among the posts.");
            }

            var bytes = hash.Span.SequenceEqual(Nothing) ? [] : await File.ReadAllBytesAsync(path, cancellationToken);
            if (!hash.Span.SequenceEqual(SHA256.HashData(bytes)))
            {
                throw new CommandException($"'{path}' changed while it was pushed.", "Nothing was changed on the server. Push again.");
            }

            for (var at = 0; at == 0 || at < bytes.Length; at += PieceBytes)
            {
                var piece = bytes.AsMemory(at, Math.Min(PieceBytes, bytes.Length - at));
                var last = at + piece.Length == bytes.Length;
                await SendAsync(new ReindexRequest { Content = new FileContent { Sha256 = hash, Data = UnsafeByteOperations.UnsafeWrap(piece), Last = last } }, cancellationToken);
            }
        }

        IsComplete = true;
        await call.RequestStream.CompleteAsync();
    }

    private async Task SendAsync(ReindexRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await call.RequestStream.WriteAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // The call is over. What a failed write says of it ("Cancelled") is a guess; what the server said comes after its answers.
            while (await call.ResponseStream.MoveNext(cancellationToken))
            {
            }

            throw;
        }
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
}

/// <summary>What became of a push.</summary>
/// <param name="Report">What the server did.</param>
/// <param name="Sent">Contents that it did not hold.</param>
internal sealed record Pushed(ReindexReport Report, int Sent);
