using System.CommandLine;
using Recap.Cli.Shell;

namespace Recap.Cli.Verbs;

/// <summary><c>recap completion</c>: scripts that let a shell ask the tool how to go on.</summary>
internal static class CompletionVerb
{
    public static Verb Create(Surroundings surroundings)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var verb = new Verb("completion", "Prints the script that makes a shell complete recap's verbs and options.")
        {
            Examples =
            [
                ("source <(recap completion bash)", "In ~/.bashrc."),
                ("source <(recap completion zsh)", "In ~/.zshrc, after compinit."),
                ("recap completion fish > ~/.config/fish/completions/recap.fish", "Once."),
            ],
        };
        verb.Add(shell);
        verb.SetAction(parsed =>
        {
            surroundings.Out.Write(CompletionScripts.For(parsed.GetRequiredValue(shell)));
            return ExitCode.Fine;
        });
        return verb;
    }
}
