using System.Collections.Immutable;
using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Indexing;
using Recap.Talks;
using Spectre.Console;

namespace Recap.Cli.Verbs;

/// <summary><c>recap talks</c>: what would be indexed of a folder or a post.</summary>
internal static class TalksVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "Folder of posts, or one post" };
        var output = Formats.Option();
        var all = new Option<bool>("--all") { Description = "Also what posts tell outside their talks (kind notes)" };
        var explain = new Option<bool>("--explain") { Description = "Say why each passage was taken for a talk, or was not" };
        var verb = new Verb("talks", "Prints the talks told in a folder of posts, without indexing them.")
        {
            Examples =
            [
                ("recap talks mon-blog", "The talks of a blog, post by post."),
                ("recap talks mon-blog -o jsonl | jq .title", "Their titles: one talk a line."),
                ("recap talks mon-blog/content/posts/devfest.md --explain", "Why that post gives the talks it gives."),
            ],
        };
        verb.Add(path);
        verb.Add(output);
        verb.Add(all);
        verb.Add(explain);
        verb.SetAction((parsed, token) => RunAsync(
            surroundings,
            surroundings.FullPath(parsed.GetRequiredValue(path)),
            new Wish(parsed.GetValue(output), parsed.GetValue(all), parsed.GetValue(explain)),
            token));
        return verb;
    }

    private static async Task<int> RunAsync(Surroundings surroundings, string path, Wish wish, CancellationToken cancellationToken)
    {
        var source = ContentSource.At(path);
        var rules = surroundings.ReadRules(surroundings.UsualIndex(), cancellationToken);
        var told = await ProgressDisplay.RunAsync(
            surroundings, progress => Task.Run(() => SourceReader.Read(source, rules, progress, cancellationToken), cancellationToken));
        if (wish.Format == OutputFormat.Table)
        {
            Consoles.Write(surroundings, console => WriteTables(console, told, wish));
        }
        else
        {
            Formats.WriteRows(surroundings.Out, wish.Format, told.Posts.SelectMany(post => Rows(post, wish, rules.Topics)));
        }

        var failed = DiagnosticPrinter.Print(surroundings, source, told.Diagnostics, wish.Explain ? Severity.Info : Severity.Warning);
        return failed ? ExitCode.DoneWithErrors : ExitCode.Fine;
    }

    private static void WriteTables(IAnsiConsole console, SourceTalks told, Wish wish)
    {
        foreach (var post in told.Posts)
        {
            TalkTable.Write(console, post, Wanted(post, wish));
            if (wish.Explain)
            {
                TalkTable.WriteEvidence(console, post.Evidence);
            }
        }
    }

    private static IEnumerable<TalkRow> Rows(PostTalks post, Wish wish, ITopicScorer topics)
    {
        var evidence = post.Evidence.Where(passage => passage.Talk is not null).ToLookup(passage => passage.Talk, StringComparer.Ordinal);
        return Wanted(post, wish).Select(talk => TalkRow.Of(
            talk,
            talk.Kind == TalkKind.Notes ? ImmutableSortedDictionary<string, float>.Empty : topics.Score(talk),
            wish.Explain ? evidence[talk.Id].FirstOrDefault() : null));
    }

    private static ImmutableArray<Talk> Wanted(PostTalks post, Wish wish) =>
        wish.All ? post.Talks : post.Talks.RemoveAll(talk => talk.Kind == TalkKind.Notes);

    private sealed record Wish(OutputFormat Format, bool All, bool Explain);
}
