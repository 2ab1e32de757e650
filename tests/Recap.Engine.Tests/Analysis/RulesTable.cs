using System.Text.RegularExpressions;

namespace Recap.Engine.Tests.Analysis;

/// <summary>The rows of <c>data/analysis/rules.tsv</c>. Characters that nobody sees are written <c>\uXXXX</c> there.</summary>
internal static partial class RulesTable
{
    public static IEnumerable<string[]> Rows() => Read("analysis/rules.tsv");

    /// <summary>The rows of a table below <c>data</c>, its header left out.</summary>
    public static IEnumerable<string[]> Read(string name) => File.ReadLines(PathOf(name)).Skip(1).Select(line => line.Split('\t'));

    public static string PathOf(string name) => Path.Combine(Root(AppContext.BaseDirectory), "data", name);

    public static string Decoded(string text) =>
        Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString());

    private static string Root(string from) =>
        File.Exists(Path.Combine(from, "Search.sln")) ? from : Root(Path.GetDirectoryName(from)!);

    [GeneratedRegex(@"\\u(?<code>[0-9A-F]{4})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
