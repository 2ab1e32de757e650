namespace Recap.Cli;

/// <summary>What a run of <c>recap</c> tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Fine = 0;

    /// <summary>Not done; what there was is as it was.</summary>
    public const int Failed = 1;

    /// <summary>The command line makes no sense; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>Done, but something could not be read.</summary>
    public const int DoneWithErrors = 3;
}

/// <summary>A run that cannot go on, in the user's words.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="advice">What to do; may be null.</param>
/// <param name="exitCode">How the process ends.</param>
internal sealed class CommandException(string message, string? advice = null, int exitCode = ExitCode.Failed) : Exception(message)
{
    public string? Advice { get; } = advice;

    public int ExitCode { get; } = exitCode;
}
