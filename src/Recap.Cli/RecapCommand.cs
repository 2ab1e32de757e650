using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Recap.Cli.Shell;
using Recap.Cli.Verbs;
using Recap.Engine.Indexing;
using Recap.Topics;

namespace Recap.Cli;

/// <summary>The command <c>recap</c>: its verbs, and how a run ends.</summary>
internal static class RecapCommand
{
    // A server gets this long to finish the calls it is answering.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(10);

    private static readonly (string Name, Func<Surroundings, Command> Create)[] VerbsByName =
    [
        ("reindex", ReindexVerb.Create),
        ("talks", TalksVerb.Create),
        ("search", SearchVerb.Create),
        ("suggest", SuggestVerb.Create),
        ("related", RelatedVerb.Create),
        ("evaluate", EvaluateVerb.Create),
        ("topics", Verbs.Topics.TopicsVerb.Create),
        ("status", StatusVerb.Create),
        ("index", IndexVerb.Create),
        ("keys", KeysVerb.Create),
        ("serve", ServeVerb.Create),
        ("completion", CompletionVerb.Create),
    ];

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var parsed = Create(surroundings, args is [var verb, ..] ? verb : null).Parse(args);
        if (parsed.Action is ParseErrorAction errors)
        {
            errors.ShowHelp = false;
        }

        try
        {
            surroundings.Embeddings.Choose(parsed);
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    // What is said of a faulty command line is no result.
                    Output = parsed.Action is ParseErrorAction ? surroundings.Error : surroundings.Out,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TerminationTimeout,
                },
                cancellationToken);
            return parsed.Action is ParseErrorAction ? Usage(parsed, surroundings) : code;
        }
        catch (Exception e)
        {
            var explained = Explain(e);
            surroundings.Error.WriteLine($"recap: {explained.Message}");
            if (explained.Advice is { } advice)
            {
                surroundings.Error.WriteLine($"       {advice}");
            }

            return explained.ExitCode;
        }
    }

    /// <summary>The command with the verb of that name alone, since each takes some milliseconds to make; with all of them where there is none.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="only">What may be the name of a verb.</param>
    public static RootCommand Create(Surroundings surroundings, string? only = null)
    {
        var root = new RootCommand("Finds the talks told in French conference-recap posts.");
        var named = Array.FindAll(VerbsByName, verb => verb.Name == only);
        foreach (var verb in named.Length > 0 ? named : VerbsByName)
        {
            root.Add(verb.Create(surroundings));
        }

        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        }

        return root;
    }

    private static int Usage(ParseResult parsed, Surroundings surroundings)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "recap" : $"recap {command.Name}";
        surroundings.Error.WriteLine($"See '{name} --help'.");
        return ExitCode.Usage;
    }

    private static CommandException Explain(Exception e) => e switch
    {
        CommandException said => said,
        ContentException => new CommandException(e.Message),
        TopicDataException => new CommandException(e.Message),
        IndexInUseException => new CommandException(e.Message),
        IndexUnusableException => new CommandException(e.Message),
        SentenceModelException => new CommandException(e.Message),
        NoEarlierGenerationException => new CommandException(e.Message),
        OperationCanceledException => new CommandException("Interrupted; nothing was changed."),
        FormatException => new CommandException(e.Message),
        IOException or UnauthorizedAccessException => new CommandException(e.Message),
        _ => new CommandException($"A fault of Recap itself, worth reporting: {e}"),
    };
}
