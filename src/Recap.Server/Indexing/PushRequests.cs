using System.Collections.Immutable;
using Google.Protobuf;
using Recap.Engine.Indexing.Pushing;
using Recap.Server.Http;
using Recap.Server.Requests;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Indexing;

/// <summary>Validates what is asked of the index from afar. Bounds are those the protos state.</summary>
internal static class PushRequests
{
    public const int MaxPiece = 256 * 1024;
    private const int MaxSourceLength = 200;
    private const int MaxFilesOfList = 500;
    private const int MaxUnreadable = 1000;
    private const int MaxDeleted = 10_000;
    private const int HashBytes = 32;

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static void Check(V1.ReindexBegin begin)
    {
        var faults = new FieldFaults();
        faults.AddIf(!IsSource(begin.Source), "begin.source", $"must be the name of a source, 1..{MaxSourceLength} characters.");
        faults.AddIf(begin.UnreadablePaths.Count > MaxUnreadable, "begin.unreadable_paths", $"must be at most {MaxUnreadable}.");
        faults.AddIf(!begin.UnreadablePaths.All(PushPath.IsValid), "begin.unreadable_paths", "must be paths below the root, with forward slashes.");
        faults.ThrowIfAny();
    }

    /// <summary>The files of a list.</summary>
    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static ImmutableArray<PushedFile> Read(V1.FileList list)
    {
        var faults = new FieldFaults();
        faults.AddIf(list.Files.Count > MaxFilesOfList, "files.files", $"must be at most {MaxFilesOfList} a list.");
        for (var i = 0; i < list.Files.Count && i < MaxFilesOfList; i++)
        {
            faults.AddIf(!PushPath.IsValid(list.Files[i].Path), $"files.files[{i}].path", $"'{QueryParameters.Shown(list.Files[i].Path)}' must be a path below the root, with forward slashes, of at most {PushLimits.MaxPathLength} characters.");
            faults.AddIf(list.Files[i].Sha256.Length != HashBytes, $"files.files[{i}].sha256", $"must have {HashBytes} bytes.");
        }

        faults.ThrowIfAny();
        return [.. list.Files.Select(file => new PushedFile(file.Path, HexOf(file.Sha256)))];
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static void Check(V1.FileContent content)
    {
        var faults = new FieldFaults();
        faults.AddIf(content.Sha256.Length != HashBytes, "content.sha256", $"must have {HashBytes} bytes.");
        faults.AddIf(content.Data.Length > MaxPiece, "content.data", $"must have at most {MaxPiece} bytes a piece.");
        faults.ThrowIfAny();
    }

    /// <summary>The posts to remove; null for all of the source.</summary>
    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static IReadOnlySet<string>? Read(V1.DeletePostsRequest request)
    {
        var faults = new FieldFaults();
        faults.AddIf(!IsSource(request.Source), "source", $"must be the name of a source, 1..{MaxSourceLength} characters.");
        faults.AddIf(request.All == request.Posts.Count > 0, "posts", "must name posts, or 'all' be true; one of the two.");
        faults.AddIf(request.Posts.Count > MaxDeleted, "posts", $"must be at most {MaxDeleted}.");
        faults.ThrowIfAny();
        return request.All ? null : request.Posts.ToHashSet(StringComparer.Ordinal);
    }

    public static string HexOf(ByteString hash) => Convert.ToHexStringLower(hash.Span);

    private static bool IsSource(string name) => name.Length is > 0 and <= MaxSourceLength && !name.Any(char.IsControl);
}
