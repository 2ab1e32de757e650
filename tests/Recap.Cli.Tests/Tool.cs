using System.Diagnostics;

namespace Recap.Cli.Tests;

/// <summary>Runs the tool in a process of its own, where a test needs one that can be killed or has fewer rights.</summary>
internal static class Tool
{
    /// <summary>The tool as it was built with these tests.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "recap.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Outcome> RunAsync(string folder, string program, params string[] args)
    {
        using var process = Start(folder, program, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        try
        {
            await process.WaitForExitAsync(Cancel);
            return new Outcome(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts a program; its streams are to be read.</summary>
    public static Process Start(string folder, string program, params string[] args) => Process.Start(new ProcessStartInfo(program, args)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    }) ?? throw new InvalidOperationException($"{program} did not start.");
}
