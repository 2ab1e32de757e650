using Recap.Cli.Indexes;

namespace Recap.Cli;

/// <summary>What a verb may know of the process it runs in. Tests give their own.</summary>
internal sealed record Surroundings
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where everything else goes.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is piped in.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether somebody looks at <see cref="Out"/>.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether somebody looks at <see cref="Error"/>: only then is progress drawn.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>False where <c>NO_COLOR</c> is set to anything.</summary>
    public bool Color { get; init; }

    /// <summary>Value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Folder that relative paths start from.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>What was shipped with the tool.</summary>
    public required ShippedData Data { get; init; }

    /// <summary>The sentence model of this run.</summary>
    public ChosenEmbeddings Embeddings { get; } = new();

    /// <summary>Opens indexes.</summary>
    public required IIndexOpener Indexes { get; init; }

    /// <summary>Folder of the taxonomy that talks are scored by: the user's own where the variable <see cref="ShippedData.TopicsVariable"/> names one.</summary>
    /// <exception cref="CommandException">The variable names no folder.</exception>
    public string Topics => Variable(ShippedData.TopicsVariable) is not { Length: > 0 } own ? Data.Topics
        : Directory.Exists(FullPath(own)) ? FullPath(own)
        : throw new CommandException($"There is no folder '{FullPath(own)}'.", $"The variable {ShippedData.TopicsVariable} names it as that of the topics to use.");

    public static Surroundings OfThisProcess() => new()
    {
        In = Console.In,
        Out = Console.Out,
        Error = Console.Error,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        Variable = Environment.GetEnvironmentVariable,
        CurrentFolder = Environment.CurrentDirectory,
        Data = new ShippedData(Path.Combine(AppContext.BaseDirectory, "data")),
        Indexes = new LuceneIndexes(TimeProvider.System),
    };

    /// <summary>The absolute path of what the user named.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentFolder);

    /// <summary>Tells people something that is no result.</summary>
    public void Say(string sentence) => Error.WriteLine($"recap: {sentence}");

    /// <summary>How a path is shown: below the current folder where it is there, absolute elsewhere.</summary>
    public string Shown(string fullPath)
    {
        var relative = Path.GetRelativePath(CurrentFolder, fullPath);
        return relative.StartsWith("..", StringComparison.Ordinal) ? fullPath : relative;
    }
}
