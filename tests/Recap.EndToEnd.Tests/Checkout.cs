using System.Reflection;

namespace Recap.EndToEnd.Tests;

/// <summary>Where the build put what is tested.</summary>
internal static class Checkout
{
    /// <summary>The tool, as built with these tests.</summary>
    public static string Recap { get; } = Metadata("RecapExecutable");

    /// <summary>Folder of the client in Node.</summary>
    public static string NodeClient { get; } = Metadata("NodeClient");

    /// <summary>Whether this is CI, where nothing may be skipped.</summary>
    public static bool IsCi { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";

    private static string Metadata(string key) =>
        Path.GetFullPath(typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!);
}
