using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Recap.Protocol.V1;

namespace Recap.Benchmarks.Soak;

/// <summary>
/// Everybody who asks of the server, changes its posts or pushes. Readers ask again as soon as they are answered, which keeps
/// both cores of a small machine busy; who writes is slower than that, as editors and builds of a blog are.
/// </summary>
internal sealed class SoakCallers(SoakSite site, SoakedServer server, Tally tally, CancellationToken stop) : IDisposable
{
    private const int Seed = 8;

    private static readonly TimeSpan BetweenPushes = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(2);

    // An edit that is not found after so long was lost.
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(server.Grpc);
    private readonly HttpClient _http = new() { BaseAddress = server.Http };
    private readonly string[] _queries = [.. SampleQueries.Read()];

    private TalkSearchService.TalkSearchServiceClient Search => new(_channel);

    public async Task RunAsync()
    {
        // The first talk of a post is what edits rename.
        var talks = (await Search.ListTalksAsync(new ListTalksRequest { PageSize = 100 }, cancellationToken: stop)).Talks.Where(talk => talk.Title != SoakSite.FirstTitle).Select(talk => talk.Name).ToImmutableArray();
        await Task.WhenAll(
        [
            RepeatAsync("search gRPC", Seed, SearchAsync),
            RepeatAsync("search JSON", Seed + 1, random => GetAsync($"/v1/talks:search?query={Uri.EscapeDataString(Pick(_queries, random))}")),
            RepeatAsync("related gRPC", Seed, random => Search.SuggestRelatedTalksAsync(new SuggestRelatedTalksRequest { Talk = Pick(talks, random) }, cancellationToken: stop).ResponseAsync),
            RepeatAsync("related JSON", Seed + 1, random => GetAsync($"/v1/talks:related?talk={Uri.EscapeDataString(Pick(talks, random))}")),
            RepeatAsync("suggest gRPC", Seed, random => Search.SuggestQueriesAsync(new SuggestQueriesRequest { Prefix = Typed(random) }, cancellationToken: stop).ResponseAsync),
            RepeatAsync("suggest JSON", Seed + 1, random => GetAsync($"/v1/queries:suggest?prefix={Uri.EscapeDataString(Typed(random))}")),
            RepeatAsync("page", Seed, _ => GetAsync("/?q=observability")),
            RepeatAsync("push", Seed, random => PushAsync(site.Pushed(random.Next())), BetweenPushes),
            RepeatAsync("edit followed", Seed, EditAsync, BetweenEdits),
        ]);
    }

    public void Dispose()
    {
        _http.Dispose();
        _channel.Dispose();
    }

    private async Task RepeatAsync(string kind, int seed, Func<Random, Task> work, TimeSpan pause = default)
    {
        var random = new Random(seed);
        while (!stop.IsCancellationRequested)
        {
            await tally.TimeAsync(kind, () => work(random), stop);
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A question, and the page after the answer. Its generation may be gone by then: then it is to say so.
    private async Task SearchAsync(Random random)
    {
        var question = new SearchTalksRequest { Query = Pick(_queries, random), Facets = { FacetField.Topic, FacetField.Event } };
        var answer = await Search.SearchTalksAsync(question, cancellationToken: stop);
        if (answer.NextPageToken.Length == 0)
        {
            return;
        }

        question.PageToken = answer.NextPageToken;
        try
        {
            await Search.SearchTalksAsync(question, cancellationToken: stop);
        }
        catch (RpcException expired) when (expired.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason == "PAGE_TOKEN_EXPIRED")
        {
        }
    }

    private async Task GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), stop);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(stop);
    }

    private async Task EditAsync(Random random)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"Repère{random.Next(1_000_000_000)}");
        site.Edit(random.Next(SoakSite.WatchedPosts), mark, byRename: random.Next(2) == 0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Lost);
        while (!(await Search.SearchTalksAsync(new SearchTalksRequest { Query = mark, PageSize = 1 }, cancellationToken: patience.Token)).Hits.Any(hit => hit.Talk.Title.Contains(mark, StringComparison.Ordinal)))
        {
            await Task.Delay(BetweenLooks, patience.Token);
        }
    }

    private async Task PushAsync(IReadOnlyList<(string Path, byte[] Content)> posts)
    {
        var contents = posts.ToDictionary(post => ByteString.CopyFrom(SHA256.HashData(post.Content)));
        using var call = new TalkIndexService.TalkIndexServiceClient(_channel)
            .Reindex(new Metadata { { "authorization", $"Bearer {server.Key}" } }, cancellationToken: stop);
        await call.RequestStream.WriteAsync(new ReindexRequest { Begin = new ReindexBegin { Source = "pushed" } }, stop);
        var files = new FileList { Files = { contents.Select(post => new FileEntry { Path = post.Value.Path, Sha256 = post.Key }) }, Last = true };
        await call.RequestStream.WriteAsync(new ReindexRequest { Files = files }, stop);
        var reported = false;
        while (await call.ResponseStream.MoveNext(stop))
        {
            reported |= call.ResponseStream.Current.Report is not null;
            if (call.ResponseStream.Current.Wanted is { } wanted)
            {
                foreach (var hash in wanted.Sha256)
                {
                    var content = new FileContent { Sha256 = hash, Data = ByteString.CopyFrom(contents[hash].Content), Last = true };
                    await call.RequestStream.WriteAsync(new ReindexRequest { Content = content }, stop);
                }

                await call.RequestStream.CompleteAsync();
            }
        }

        if (!reported)
        {
            throw new InvalidOperationException("The push ended without a report.");
        }
    }

    private string Typed(Random random) => Pick(_queries, random) is var query ? query[..random.Next(1, Math.Min(8, query.Length + 1))] : "";

    private static T Pick<T>(IReadOnlyList<T> of, Random random) => of[random.Next(of.Count)];
}
