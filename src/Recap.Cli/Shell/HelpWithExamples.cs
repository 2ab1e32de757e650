using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Recap.Cli.Shell;

/// <summary>The usual help, then the verb's examples, or the exit codes for the whole command.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            output.WriteLine(verb.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var (commandLine, does) in verb.Examples)
            {
                output.WriteLine($"  {commandLine}");
                output.WriteLine($"      {does}");
            }

            output.WriteLine();
        }
        else
        {
            output.WriteLine("Exit codes:");
            output.WriteLine("  0 fine, 1 failed, 2 command line not understood, 3 done but something could not be read");
            output.WriteLine();
        }

        return code;
    }
}
