using System.CommandLine;
using System.Globalization;
using Recap.Cli.Indexes;
using Recap.Cli.Output;
using Recap.Cli.Shell;
using Recap.Engine.Querying.Suggesting;

namespace Recap.Cli.Verbs;

/// <summary><c>recap suggest</c>: how a query may go on, and what was probably meant.</summary>
internal static class SuggestVerb
{
    private const int MaxLimit = 100;
    private const int UsualLimit = 8;

    public static Verb Create(Surroundings surroundings)
    {
        var typed = new Argument<string[]>("PREFIX") { Description = "What is typed so far", Arity = ArgumentArity.OneOrMore };
        var limit = NumberOption.Create("--limit", "Completions wanted", (1, MaxLimit), UsualLimit);
        var index = IndexOption.Create();
        var output = Formats.Option();
        var verb = new Verb("suggest", "Completes what is being typed, and corrects it.")
        {
            Examples =
            [
                ("recap suggest kub", "Technologies, topics, speakers, events and titles that begin so."),
                ("recap suggest observabilte -o json", "What was probably meant."),
            ],
        };
        verb.Add(typed);
        foreach (var option in (Option[])[limit, index, output])
        {
            verb.Add(option);
        }

        Words.RefuseOptions(typed);
        verb.SetAction(async (parsed, token) =>
        {
            var folder = IndexPlace.ToRead(surroundings, parsed.GetValue(index));
            await using var opened = surroundings.Indexes.Open(folder, surroundings.ReadRules(folder, token), surroundings.Say);
            var suggestions = await opened.Suggester.SuggestAsync(string.Join(' ', parsed.GetRequiredValue(typed)), parsed.GetValue(limit), token);
            Write(surroundings, parsed.GetValue(output), suggestions);
            return ExitCode.Fine;
        });
        return verb;
    }

    private static void Write(Surroundings surroundings, OutputFormat format, QuerySuggestions suggestions)
    {
        if (format != OutputFormat.Table)
        {
            Formats.WriteOne(surroundings.Out, format, new SuggestionsRow(suggestions.DidYouMean, suggestions.Completions));
            return;
        }

        foreach (var completion in suggestions.Completions)
        {
            var talks = completion.Talks.ToString(CultureInfo.InvariantCulture);
            surroundings.Out.WriteLine($"{Printable.Plain(completion.Text)}  ({completion.Kind.ToString().ToLowerInvariant()}, {talks})");
        }

        if (suggestions.DidYouMean is { } meant)
        {
            surroundings.Error.WriteLine($"Did you mean '{Printable.Plain(meant)}'?");
        }
    }

    private sealed record SuggestionsRow(string? DidYouMean, IReadOnlyList<QueryCompletion> Completions);
}
