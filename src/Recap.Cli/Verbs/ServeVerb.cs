using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Engine.Relating;
using Recap.Server;

namespace Recap.Cli.Verbs;

/// <summary><c>recap serve</c>: the index over HTTP and gRPC, built first where there is none.</summary>
internal static class ServeVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var content = new Option<string?>("--content") { Description = "Folder of posts to index first; default: nothing, or the sample site where there is no index", HelpName = "PATH" };
        var index = IndexOption.Create();
        var server = new ServeOptions();
        var verb = new Verb("serve", "Serves the index: pages and JSON on one port, gRPC on another.")
        {
            Examples =
            [
                ("recap serve", "Serve .recap/index, or the sample site where there is none."),
                ("recap serve --content mon-blog", "Bring the index up to date with a blog, then serve it."),
                ("recap serve --http-port 0 --grpc-port 0", "On free ports, which are printed."),
                ("recap serve --public-url https://talks.example --site-name \"Les talks\" --allow-origin https://blog.example", "For the readers of one blog, behind a proxy."),
            ],
        };
        foreach (var option in (Option[])[content, index, .. server.All])
        {
            verb.Add(option);
        }

        verb.Validators.Add(server.Check);
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            new Wish(parsed.GetValue(content), parsed.GetValue(index)),
            server.Read(parsed),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, Wish wish, RecapServerOptions options, CancellationToken cancellationToken)
    {
        var place = Place(surroundings, wish);
        var glossary = surroundings.Data.ReadGlossary();
        var topics = surroundings.TopicsBeside(place.Folder, glossary, cancellationToken);
        var rules = new ReadingRules { Glossary = glossary, Topics = topics };
        await using var index = surroundings.Indexes.Open(place.Folder, rules);
        if (place.Content is { } content)
        {
            await IndexAsync(surroundings, index, rules, content, cancellationToken);
        }

        // Readers do not wait for a training.
        topics.Prepare();
        var related = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader(rules));
        var served = new ServedTalks { Index = index, Related = new CachedRelatedTalks(related, index.Neighbourhood), Topics = topics };
        await using var app = Build(surroundings, options, served);
        await StartAsync(app, options, cancellationToken);
        Announce(surroundings, index.Current, RecapServer.AddressesOf(app));
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Fine;
    }

    // The content asked for; else the index there is; else the sample, which is kept apart from everybody's own posts.
    private static (string Folder, ContentSource? Content) Place(Surroundings surroundings, Wish wish)
    {
        var own = IndexPlace.ToWrite(surroundings, wish.Index);
        if (wish.Content is { } content)
        {
            return (own, ContentSource.At(surroundings.FullPath(content)));
        }

        return surroundings.Indexes.Exists(own)
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
    private static WebApplication Build(Surroundings surroundings, RecapServerOptions options, ServedTalks served) =>
        RecapServer.Build(options, served, logging => logging
            .AddProvider(new ErrorStreamLog(surroundings.Error))
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None));

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

    private sealed record Wish(string? Content, string? Index);
}
