namespace Recap.Talks;

/// <summary>What the reader of a post, a site's settings or a data file has to say about it.</summary>
public sealed record Diagnostic
{
    /// <summary>Path of the file below the root of its source, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Line it is about, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Stable code, <c>RCP1001</c> and up; each is explained in <c>src/Recap.Talks/README.md</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and what to do, one English sentence or two.</summary>
    public required string Message { get; init; }

    /// <summary><c>file:line: severity code: message</c>, as compilers print it and editors read it.</summary>
    public override string ToString() => $"{File}:{Line}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}

/// <summary>How bad a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Info,

    /// <summary>Something was guessed or left out.</summary>
    Warning,

    /// <summary>The post could not be read; its last good version stays indexed.</summary>
    Error,
}
