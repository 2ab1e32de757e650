using System.CommandLine;

namespace Recap.Cli.Shell;

/// <summary>The option <c>--index</c>.</summary>
internal static class IndexOption
{
    public static Option<string?> Create() => new("--index")
    {
        Description = "Folder of the index, default: .recap/index below the current folder",
        HelpName = "DIR",
    };
}
