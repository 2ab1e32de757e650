using System.Collections.Immutable;
using Google.Protobuf;
using Grpc.Core;
using Recap.Engine.Indexing.Pushing;
using Recap.Server.Requests;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Indexing;

/// <summary>Reads the messages of a push in their order. One that does not come for long ends it.</summary>
internal sealed class PushStream(IAsyncStreamReader<V1.ReindexRequest> requests, TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    /// <exception cref="InvalidRequestException">It does not come, or is faulty.</exception>
    public async Task<V1.ReindexBegin> ReadBeginAsync()
    {
        var begin = await NextAsync() is { MessageCase: V1.ReindexRequest.MessageOneofCase.Begin } message ? message.Begin : throw OutOfOrder("begin");
        PushRequests.Check(begin);
        return begin;
    }

    /// <summary>The whole list of files.</summary>
    /// <exception cref="InvalidRequestException">It is not complete, or faulty.</exception>
    /// <exception cref="PushException">It has too many files, or one path twice.</exception>
    public async Task<ImmutableArray<PushedFile>> ReadFilesAsync(int maxFiles)
    {
        var files = ImmutableArray.CreateBuilder<PushedFile>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        for (var last = false; !last;)
        {
            var list = await NextAsync() is { MessageCase: V1.ReindexRequest.MessageOneofCase.Files } message ? message.Files : throw OutOfOrder("files");
            foreach (var file in PushRequests.Read(list))
            {
                files.Add(paths.Add(file.Path) ? file : throw new PushException($"The path '{file.Path}' is given twice."));
            }

            if (files.Count > maxFiles)
            {
                throw new PushException($"A source has at most {maxFiles:N0} files.");
            }

            last = list.Last;
        }

        return files.DrainToImmutable();
    }

    /// <summary>Receives every content that is wanted, until the caller closes its side.</summary>
    /// <param name="wanted">Hashes.</param>
    /// <param name="receive">Begins a content.</param>
    /// <param name="maxBytes">Bytes that may come in all.</param>
    /// <exception cref="InvalidRequestException">A message is out of order, or faulty.</exception>
    /// <exception cref="PushException">Something is missing, too large, or has not its hash.</exception>
    public async Task ReceiveAsync(IReadOnlySet<string> wanted, Func<string, IncomingContent> receive, long maxBytes)
    {
        var missing = wanted.ToHashSet(StringComparer.Ordinal);
        while (await NextAsync() is { } first)
        {
            var hash = HashOf(first);
            if (!missing.Remove(hash))
            {
                throw new PushException($"The content {hash} is not wanted, or came before.");
            }

            using var content = receive(hash);
            maxBytes -= await ReceiveAsync(content, first.Content, maxBytes);
        }

        if (missing.Count > 0)
        {
            throw new PushException($"The push ended before {missing.Count} of {wanted.Count} contents came.");
        }
    }

    private async Task<long> ReceiveAsync(IncomingContent content, V1.FileContent piece, long maxBytes)
    {
        while (true)
        {
            if (content.Length + piece.Data.Length > maxBytes)
            {
                throw new PushException("The source has more bytes than the server keeps of one.");
            }

            await content.AppendAsync(piece.Data.Memory, cancellationToken);
            if (piece.Last)
            {
                content.Complete();
                return content.Length;
            }

            var next = await NextAsync();
            piece = HashOf(next) == content.Hash ? next!.Content : throw OutOfOrder($"the next piece of {content.Hash}");
        }
    }

    private static string HashOf(V1.ReindexRequest? message)
    {
        if (message is not { MessageCase: V1.ReindexRequest.MessageOneofCase.Content })
        {
            throw OutOfOrder("content");
        }

        PushRequests.Check(message.Content);
        return PushRequests.HexOf(message.Content.Sha256);
    }

    private static InvalidRequestException OutOfOrder(string expected) => new([new FieldFault("message", $"{expected} was expected here.")]);

    private async Task<V1.ReindexRequest?> NextAsync()
    {
        try
        {
            return await requests.MoveNext(cancellationToken).WaitAsync(Idle, time, cancellationToken) ? requests.Current : null;
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidDataException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // What cannot be a message, such as one of 3 GB, shows as any of these.
            throw OutOfOrder("a ReindexRequest");
        }
        catch (TimeoutException)
        {
            throw new PushIdleException(Idle);
        }
    }
}

/// <summary>Nothing came from the caller of a push for too long.</summary>
internal sealed class PushIdleException(TimeSpan after) : Exception($"Nothing came for {after.TotalSeconds:F0} seconds; the push was given up.");
