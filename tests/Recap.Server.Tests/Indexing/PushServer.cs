using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Relating;
using Recap.Protocol.V1;
using Recap.Server.Security;
using Recap.Talks;
using ReindexReport = Recap.Protocol.V1.ReindexReport;
using ReindexRequest = Recap.Protocol.V1.ReindexRequest;

namespace Recap.Server.Tests.Indexing;

/// <summary>A real server over a real index in memory, with keys and a place for what is pushed.</summary>
internal sealed class PushServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly LuceneTalkIndex _index;

    private PushServer(DirectoryInfo folder, WebApplication app, LuceneTalkIndex index, IndexAccess access, LogBook log)
    {
        _folder = folder;
        _app = app;
        _index = index;
        Access = access;
        Log = log;
        Addresses = RecapServer.AddressesOf(app);
        Channel = GrpcChannel.ForAddress(Addresses.Grpc);
        Http = new HttpClient { BaseAddress = Addresses.Http };
    }

    public IndexAccess Access { get; }

    public LogBook Log { get; }

    public ServerAddresses Addresses { get; }

    public GrpcChannel Channel { get; }

    public HttpClient Http { get; }

    public ITalkIndex Index => _index;

    public TalkIndexService.TalkIndexServiceClient Indexing => new(Channel);

    public TalkSearchService.TalkSearchServiceClient Searching => new(Channel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PushServer> StartAsync(Func<RecapServerOptions, RecapServerOptions>? with = null, PushLimits? limits = null)
    {
        var folder = Directory.CreateTempSubdirectory("recap-push-");
        var index = LuceneTalkIndex.Open(new LuceneIndexOptions());
        var rules = new ReadingRules { Glossary = Glossary.Empty };
        var access = new IndexAccess
        {
            Keys = new KeyRing(Path.Combine(folder.FullName, "keys.json"), TimeProvider.System),
            Pushes = new PushedIndex(index, rules, new PushStore(Path.Combine(folder.FullName, "pushed")), TimeProvider.System) { Limits = limits ?? new PushLimits() },
        };
        var log = new LogBook();
        var options = new RecapServerOptions { HttpPort = 0, GrpcPort = 0 };
        var served = new ServedTalks
        {
            Index = index,
            Related = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader(rules)),
            Topics = ShelfTopics.Instance,
        };
        var app = RecapServer.Build(with?.Invoke(options) ?? options, served, logging => logging.AddProvider(log), access: access);
        await app.StartAsync(Cancel);
        return new PushServer(folder, app, index, access, log);
    }

    /// <summary>A key; none of its scopes or sources where none is named.</summary>
    public string Key(KeyScope scope = KeyScope.Index, params string[] sources) => Access.Keys.Create("test", [scope], [.. sources]).Token;

    public static Metadata With(string? key) => key is null ? [] : new Metadata { { "authorization", $"Bearer {key}" } };

    public static string Post(params string[] titles) =>
        "---\ntitle: \"Devoxx France 2024\"\ndate: 2024-04-18\n---\n\n" + string.Concat(titles.Select(title =>
            $"## {title} (par Alice Durand, Acme)\n\nAlice montre comment {title} se comporte en production, chiffres et graphes à l'appui.\n\n"));

    /// <summary>Pushes posts as a well-behaved client does.</summary>
    public async Task<(ReindexReport Report, int Wanted)> PushAsync(string key, ReindexBegin begin, params (string Path, string Text)[] posts)
    {
        using var call = Indexing.Reindex(With(key), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = begin }, Cancel);
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = ListOf(posts) }, Cancel);
        var wanted = 0;
        while (await call.ResponseStream.MoveNext(Cancel))
        {
            if (call.ResponseStream.Current.Wanted is { } contents)
            {
                wanted = contents.Sha256.Count;
                foreach (var hash in contents.Sha256)
                {
                    await call.RequestStream.WriteAsync(new ReindexRequest { Content = ContentOf(posts, hash) }, Cancel);
                }

                await call.RequestStream.CompleteAsync();
            }
            else if (call.ResponseStream.Current.Report is { } report)
            {
                return (report, wanted);
            }
        }

        throw new InvalidOperationException("The call ended without a report.");
    }

    public Task<(ReindexReport Report, int Wanted)> PushAsync(string key, string source, params (string Path, string Text)[] posts) =>
        PushAsync(key, new ReindexBegin { Source = source }, posts);

    public static FileList ListOf(params (string Path, string Text)[] posts) =>
        new() { Files = { posts.Select(post => new FileEntry { Path = post.Path, Sha256 = HashOf(post.Text) }) }, Last = true };

    public static FileContent ContentOf((string Path, string Text)[] posts, ByteString hash) =>
        new() { Sha256 = hash, Data = ByteString.CopyFromUtf8(posts.First(post => HashOf(post.Text) == hash).Text), Last = true };

    public static ByteString HashOf(string text) => ByteString.CopyFrom(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public async Task<ImmutableArray<string>> TitlesAsync() =>
        [.. (await Searching.SearchTalksAsync(new SearchTalksRequest { PageSize = 100, ExcludeNotes = true }, cancellationToken: Cancel)).Hits.Select(hit => hit.Talk.Title).Order(StringComparer.Ordinal)];

    public async Task<ImmutableArray<string>> NamesAsync() =>
        [.. (await Searching.SearchTalksAsync(new SearchTalksRequest { PageSize = 100, ExcludeNotes = true }, cancellationToken: Cancel)).Hits.Select(hit => hit.Talk.Name).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Channel.Dispose();
        await _app.DisposeAsync();
        await _index.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
