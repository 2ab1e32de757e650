using System.CommandLine;

namespace Recap.Cli.Shell;

/// <summary>A command that shows how it is used.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Command lines with what they do, shown at the end of the verb's help.</summary>
    public required IReadOnlyList<(string CommandLine, string Does)> Examples { get; init; }
}
