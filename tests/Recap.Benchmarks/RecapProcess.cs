using System.Diagnostics;
using System.Reflection;

namespace Recap.Benchmarks;

/// <summary><c>recap</c> as it is shipped, in a process of its own.</summary>
internal static class RecapProcess
{
    private static readonly string Recap =
        Path.GetFullPath(typeof(RecapProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RecapExecutable").Value!);

    /// <summary>Starts it; both of its streams are the caller's to read.</summary>
    public static Process Start(string folder, params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Recap, .. args])
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    }) ?? throw new InvalidOperationException("recap did not start.");
}
