using Grpc.Core;
using Recap.Protocol.V1;
using Recap.Server.Security;
using Recap.Server.Tests.Indexing;

namespace Recap.Server.Tests.Security;

/// <summary>How a call is asked that a good key answers with OK.</summary>
/// <param name="Scope">The scope that it needs.</param>
/// <param name="OfAnotherSource">What a key of another source is told.</param>
/// <param name="Ask">Asks it, with the name of a talk that is there.</param>
internal sealed record KeyedCall(KeyScope Scope, StatusCode OfAnotherSource, Func<PushServer, Metadata, string, CancellationToken, Task> Ask);

/// <summary>Every call of the contract, by its full name.</summary>
internal static class KeyedCalls
{
    private const string Blog = "mon-blog";

    private static readonly TalkFilter OfBlog = new() { Sources = { Blog } };

    public static IReadOnlyDictionary<string, KeyedCall> All { get; } = new Dictionary<string, KeyedCall>
    {
        ["recap.v1.TalkSearchService.SearchTalks"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.SearchTalksAsync(new SearchTalksRequest { Filter = OfBlog }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.ListTalks"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.ListTalksAsync(new ListTalksRequest { Filter = OfBlog }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.GetTalk"] = Read(StatusCode.NotFound, (search, headers, talk, token) =>
            search.GetTalkAsync(new GetTalkRequest { Name = talk }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.SuggestRelatedTalks"] = Read(StatusCode.PermissionDenied, (search, headers, talk, token) =>
            search.SuggestRelatedTalksAsync(new SuggestRelatedTalksRequest { Talk = talk }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.SuggestQueries"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.SuggestQueriesAsync(new SuggestQueriesRequest { Prefix = "kep" }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.ListTopics"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.ListTopicsAsync(new ListTopicsRequest(), headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.GetTopic"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.GetTopicAsync(new GetTopicRequest { Name = "topics/ebpf" }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkSearchService.ScoreTopics"] = Read(StatusCode.PermissionDenied, (search, headers, _, token) =>
            search.ScoreTopicsAsync(new ScoreTopicsRequest { Title = "Kepler", Text = "Des sondes eBPF." }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkIndexService.Reindex"] = Index(StatusCode.PermissionDenied, BeginAsync),
        ["recap.v1.TalkIndexService.DeletePosts"] = Index(StatusCode.PermissionDenied, (index, headers, token) =>
            index.DeletePostsAsync(new DeletePostsRequest { Source = Blog, Posts = { "never.md" } }, headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkIndexService.GetIndexStatus"] = Index(StatusCode.OK, (index, headers, token) =>
            index.GetIndexStatusAsync(new GetIndexStatusRequest(), headers, cancellationToken: token).ResponseAsync),
        ["recap.v1.TalkIndexService.ListDiagnostics"] = Index(StatusCode.PermissionDenied, (index, headers, token) =>
            index.ListDiagnosticsAsync(new ListDiagnosticsRequest { Source = Blog }, headers, cancellationToken: token).ResponseAsync),
    };

    private static KeyedCall Read(StatusCode ofAnotherSource, Func<TalkSearchService.TalkSearchServiceClient, Metadata, string, CancellationToken, Task> ask) =>
        new(KeyScope.Read, ofAnotherSource, (server, headers, talk, token) => ask(server.Searching, headers, talk, token));

    private static KeyedCall Index(StatusCode ofAnotherSource, Func<TalkIndexService.TalkIndexServiceClient, Metadata, CancellationToken, Task> ask) =>
        new(KeyScope.Index, ofAnotherSource, (server, headers, _, token) => ask(server.Indexing, headers, token));

    private static async Task BeginAsync(TalkIndexService.TalkIndexServiceClient index, Metadata headers, CancellationToken cancellationToken)
    {
        using var call = index.Reindex(headers, cancellationToken: cancellationToken);
        try
        {
            await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = Blog } }, cancellationToken);
            await call.RequestStream.WriteAsync(new ReindexRequest { Files = PushServer.ListOf(("a.md", PushServer.Post("Kepler en vrai"))) }, cancellationToken);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // The server may end the call while something is being sent; its answer says why.
        }

        while (await call.ResponseStream.MoveNext(cancellationToken))
        {
        }
    }
}
