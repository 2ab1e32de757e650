using System.Diagnostics;

namespace Recap.EndToEnd.Tests;

/// <summary>Runs programs as a shell would.</summary>
internal static class Command
{
    /// <summary>Longest that one program may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs the tool to its end.</summary>
    public static Task<Ended> RecapAsync(string folder, params string[] args) => RunAsync(folder, "dotnet", [Checkout.Recap, .. args]);

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Ended> RunAsync(string folder, string program, params string[] args)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var process = Start(folder, program, args);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Ended(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts a program.</summary>
    public static Process Start(string folder, string program, params string[] args) =>
        Process.Start(new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException($"{program} did not start.");
}

/// <summary>How a program ended.</summary>
internal sealed record Ended(int Code, string Out, string Error);
