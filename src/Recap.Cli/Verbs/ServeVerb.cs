using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.Indexing.Watching;
using Recap.Engine.Querying;
using Recap.Server;
using Recap.Server.Security;

namespace Recap.Cli.Verbs;

/// <summary><c>recap serve</c>: the index over HTTP and gRPC, built first where there is none.</summary>
internal static class ServeVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var content = new Option<string?>("--content") { Description = "Folder of posts to index first; default: nothing, or the sample site where there is no index", HelpName = "PATH" };
        var index = IndexOption.Create();
        var server = new ServeOptions();
        var watch = new Option<bool>("--watch") { Description = "Follow what changes in --content while serving" };
        var access = new AccessOptions();
        var verb = new Verb("serve", "Serves the index: pages and JSON on one port, gRPC on another.")
        {
            Examples =
            [
                ("recap serve", "Serve .recap/index, or the sample site where there is none."),
                ("recap serve --content mon-blog", "Bring the index up to date with a blog, then serve it."),
                ("recap serve --content mon-blog --watch", "And keep it up to date while one writes."),
                ("recap serve --http-port 0 --grpc-port 0", "On free ports, which are printed."),
                ("recap serve --public-url https://talks.example --site-name \"Les talks\" --allow-origin https://blog.example", "For the readers of one blog, behind a proxy."),
            ],
        };
        foreach (var option in (Option[])[content, watch, index, surroundings.Embeddings.Option, .. server.All, .. access.All])
        {
            verb.Add(option);
        }

        verb.Validators.Add(server.Check);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(watch) && result.GetValue(content) is null)
            {
                result.AddError("--watch follows a folder of posts: name it with --content.");
            }
        });
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(parsed.GetValue(content), parsed.GetValue(index), parsed.GetValue(watch)),
            access.Read(parsed, server.Read(parsed)) with { Tls = Certificate(surroundings) },
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, Wish wish, RecapServerOptions options, CancellationToken cancellationToken)
    {
        var place = Place(surroundings, wish);
        var glossary = surroundings.Data.ReadGlossary();
        var topics = surroundings.TopicsBeside(place.Folder, glossary, cancellationToken);
        var rules = new ReadingRules { Glossary = glossary, Topics = topics, Sentences = surroundings.Embeddings.Open(surroundings) };
        await using var index = surroundings.Indexes.OpenSound(place.Folder, rules, mayPutAside: place.Content is not null || KeyPlace.HasPushed(place.Folder), surroundings.Say);
        var access = KeyPlace.AccessTo(place.Folder, index, rules);
        CheckKeys(surroundings, access.Keys, options);
        await surroundings.RestoreAsync(access.Pushes, cancellationToken);
        using var watch = wish.Watch && place.Content is { } watched ? new ContentWatch([watched], TimeProvider.System) : null;
        if (place.Content is { } content)
        {
            await IndexAsync(surroundings, index, rules, content, cancellationToken);
        }

        // Readers wait neither for a training nor, the first of them, for what all queries need; nor learn first that a model cannot be used.
        topics.Prepare();
        rules.Sentences?.EmbedQuery("");
        await index.Searcher.SearchAsync(new TalkQuery { PageSize = 1 }, cancellationToken);
        index.StayWarm();
        await using var app = Build(surroundings, options, Composition.Served(index, rules, topics), access);
        await StartAsync(app, options, cancellationToken);
        Announce(surroundings, index.Current, RecapServer.AddressesOf(app));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        var following = watch is null ? Task.CompletedTask : FollowAsync(surroundings, access.Pushes, place.Content!, watch, stopping.Token);
        await app.WaitForShutdownAsync(cancellationToken);
        await stopping.CancelAsync();
        await following;
        return ExitCode.Fine;
    }

    private static Task FollowAsync(Surroundings surroundings, PushedIndex pushes, ContentSource content, ContentWatch watch, CancellationToken cancellationToken)
    {
        var request = new ReindexRequest { Sources = [content] };
        var follower = new ContentFollower(token => pushes.RunAsync(request, token), watch, TimeProvider.System);
        return Following.RunAsync(surroundings, follower, watch.IsTold, report =>
        {
            surroundings.Say($"generation {report.Generation.Number}: {report.Generation.Talks} talks of {report.Generation.Posts} posts");
            ReindexSummary.PrintDiagnostics(surroundings, report);
        }, cancellationToken);
    }

    private static TlsCertificate? Certificate(Surroundings surroundings) => TlsCertificate.OfVariables(surroundings.Variable) is { } named
        ? named with { Path = surroundings.FullPath(named.Path), KeyPath = string.IsNullOrEmpty(named.KeyPath) ? null : surroundings.FullPath(named.KeyPath) }
        : null;

    // Keys that cannot be read stop the start, rather than every call.
    private static void CheckKeys(Surroundings surroundings, KeyRing keys, RecapServerOptions options)
    {
        var there = keys.List();
        if (options.SearchNeedsKey && !there.Any(key => key.RevokedAt is null && key.Scopes.Contains(KeyScope.Read)))
        {
            surroundings.Say("nobody can search yet: --search-needs-key, and there is no key of scope read (recap keys create LABEL --scope read)");
        }
    }

    // The content asked for; else the index there is, or is to be filled from afar; else the sample, which is kept apart from everybody's own posts.
    private static (string Folder, ContentSource? Content) Place(Surroundings surroundings, Wish wish)
    {
        var own = IndexPlace.ToWrite(surroundings, wish.Index);
        if (wish.Content is { } content)
        {
            return (own, ContentSource.At(surroundings.FullPath(content)));
        }

        return surroundings.Indexes.Exists(own) || surroundings.Indexes.HasRemains(own) || KeyPlace.IsPrepared(own)
            ? (own, null)
            : (IndexPlace.ForSample(surroundings, wish.Index), ContentSource.At(surroundings.Data.SamplePosts, "sample"));
    }

    private static async Task IndexAsync(
        Surroundings surroundings, ITalkIndex index, ReadingRules rules, ContentSource content, CancellationToken cancellationToken)
    {
        surroundings.Error.WriteLine($"Indexing {surroundings.Shown(content.Root)} …");
        var request = new ReindexRequest { Sources = [content] };
        var report = await ProgressDisplay.RunAsync(
            surroundings, progress => Task.Run(() => new Reindexer(index, rules).RunAsync(request, progress, cancellationToken), cancellationToken));
        ReindexSummary.PrintDiagnostics(surroundings, report);
    }

    // A host that cannot start says so with its whole stack; StartAsync below says it in a line.
    private static WebApplication Build(Surroundings surroundings, RecapServerOptions options, ServedTalks served, IndexAccess access) =>
        RecapServer.Build(options, served, logging => logging
            .AddProvider(new ErrorStreamLog(surroundings.Error))
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None), access);

    private static async Task StartAsync(WebApplication app, RecapServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new CommandException(
                $"Port {options.HttpPort} or {options.GrpcPort} of {options.Host} cannot be had: {e.Message}",
                "Stop what uses it, or choose others (--http-port, --grpc-port; 0 takes a free one).");
        }
        catch (SocketException e)
        {
            throw new CommandException($"Cannot listen on {options.Host}: {e.Message}", "Choose another --host or other ports; ports below 1024 need rights.");
        }
    }

    private static void Announce(Surroundings surroundings, Generation generation, ServerAddresses addresses)
    {
        surroundings.Out.WriteLine($"Serving {generation.Talks} talks of {generation.Posts} posts. Stop with Ctrl+C.");
        surroundings.Out.WriteLine($"  Pages, JSON  {addresses.Http}");
        surroundings.Out.WriteLine($"  Try          {new Uri(addresses.Http, "/v1/talks:search?query=ebpf")}");
        surroundings.Out.WriteLine($"  gRPC         {addresses.Grpc.Authority}");
        surroundings.Out.Flush();
    }

    private sealed record Wish(string? Content, string? Index, bool Watch);
}
