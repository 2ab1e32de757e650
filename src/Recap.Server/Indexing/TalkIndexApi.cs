using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Protocol.V1;
using Recap.Server.Answers;
using Recap.Server.Requests;
using Recap.Server.Security;
using ReindexRequest = Recap.Protocol.V1.ReindexRequest;
using Severity = Recap.Talks.Severity;

namespace Recap.Server.Indexing;

/// <summary>Fills the index from afar. Who calls has a key of scope index; each call asks whether it is for the source.</summary>
[BindServiceMethod(typeof(IndexBinding), nameof(IndexBinding.BindService))]
internal sealed class TalkIndexApi(IndexAccess access, TimeProvider time) : TalkIndexService.TalkIndexServiceBase
{
    private readonly PushedIndex _pushes = access.Pushes;

    public override async Task Reindex(IAsyncStreamReader<ReindexRequest> requestStream, IServerStreamWriter<ReindexResponse> responseStream, ServerCallContext context)
    {
        var token = context.CancellationToken;
        var stream = new PushStream(requestStream, time, token);
        var begin = await stream.ReadBeginAsync();
        var caller = CallerOf(context);
        caller.Require(KeyScope.Index, begin.Source);
        using var turn = await EnterAsync(begin.Source, responseStream, token);
        var files = await stream.ReadFilesAsync(_pushes.Limits.MaxFiles);
        var push = new Push
        {
            Source = begin.Source,
            Files = files,
            Unreadable = [.. begin.UnreadablePaths],
            Full = begin.Full,
            DryRun = begin.DryRun,
            KeepMissing = begin.KeepMissing,
        };
        await ReceiveAsync(push, stream, responseStream);

        // To wait for a turn and to send may take long, and a thief's push is a reason to revoke a key.
        caller.RequireStill(access.Keys);
        var mail = new ProgressMail(responseStream, time);
        var report = await mail.WhileAsync(Task.Run(() => _pushes.RunAsync(push, mail, token), token), token);
        await responseStream.WriteAsync(new ReindexResponse { Report = IndexAnswers.ToReport(report) }, token);
    }

    public override async Task<DeletePostsResponse> DeletePosts(DeletePostsRequest request, ServerCallContext context)
    {
        var posts = PushRequests.Read(request);
        CallerOf(context).Require(KeyScope.Index, request.Source);
        var (removed, generation) = await _pushes.DeleteAsync(request.Source, posts, context.CancellationToken);
        return new DeletePostsResponse { Removed = { removed }, Generation = TalkAnswers.ToGeneration(generation) };
    }

    public override async Task<IndexStatus> GetIndexStatus(GetIndexStatusRequest request, ServerCallContext context)
    {
        var caller = CallerOf(context);
        var index = _pushes.Index;
        var posts = await index.ListPostsAsync(context.CancellationToken);
        var pushed = _pushes.Store.List().ToDictionary(source => source.Name, StringComparer.Ordinal);
        var names = posts.Select(post => post.Key.Source).Concat(pushed.Keys).Distinct().Where(name => caller.May(KeyScope.Index, name));
        return new IndexStatus
        {
            Generation = TalkAnswers.ToGeneration(index.Current),
            Posts = index.Current.Posts,
            Talks = index.Current.Talks,
            Stale = index.IsStale,
            KeptGenerations = { index.History.List().Select(generation => generation.Number) },
            Sources = { names.Order(StringComparer.Ordinal).Select(name => ToStatus(name, [.. posts.Where(post => post.Key.Source == name)], pushed.GetValueOrDefault(name))) },
        };
    }

    public override async Task<ListDiagnosticsResponse> ListDiagnostics(ListDiagnosticsRequest request, ServerCallContext context)
    {
        var question = DiagnosticsQuestion.Read(request);
        var caller = CallerOf(context);
        if (request.Source.Length > 0)
        {
            caller.Require(KeyScope.Index, request.Source);
        }

        var posts = await _pushes.Index.ListPostsAsync(context.CancellationToken);
        var all = posts.SelectMany(post => post.Diagnostics, (post, diagnostic) => (post.Key.Source, Diagnostic: diagnostic))
            .Concat(_pushes.Store.List().SelectMany(source => source.Diagnostics, (source, diagnostic) => (Source: source.Name, Diagnostic: diagnostic)))
            .Where(pair => request.Source.Length > 0 ? pair.Source == request.Source : caller.May(KeyScope.Index, pair.Source));
        return question.Answer(all, _pushes.Index.Current);
    }

    private static Caller CallerOf(ServerCallContext context) => Caller.Of(context.GetHttpContext());

    private async Task<IDisposable> EnterAsync(string source, IServerStreamWriter<ReindexResponse> responses, CancellationToken cancellationToken)
    {
        var turn = _pushes.EnterAsync(source, cancellationToken);
        if (!turn.IsCompleted)
        {
            await responses.WriteAsync(new ReindexResponse { Progress = new() { Phase = Protocol.V1.ReindexPhase.Queued } }, cancellationToken);
        }

        return await turn;
    }

    private async Task ReceiveAsync(Push push, PushStream stream, IServerStreamWriter<ReindexResponse> responses)
    {
        var store = _pushes.Store;
        var room = _pushes.MakeRoom(push);
        var wanted = push.Files.Select(file => file.Hash).Where(hash => !store.Holds(push.Source, hash)).ToHashSet(StringComparer.Ordinal);
        await responses.WriteAsync(new ReindexResponse
        {
            Wanted = new WantedContent { Sha256 = { wanted.Select(hash => ByteString.CopyFrom(Convert.FromHexString(hash))) } },
        });
        await stream.ReceiveAsync(wanted, hash => store.Receive(push.Source, hash), room);
    }

    private static SourceStatus ToStatus(string name, PostStatus[] posts, PushedSource? pushed) => new()
    {
        Name = name,
        Posts = posts.Length,
        Problems = posts.SelectMany(post => post.Diagnostics).Concat(pushed?.Diagnostics ?? []).Count(diagnostic => diagnostic.Severity >= Severity.Warning),
        PushTime = pushed?.PushedAt.ToTimestamp(),
    };
}
