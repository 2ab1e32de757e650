using System.Text.RegularExpressions;

namespace Recap.Architecture.Tests;

/// <summary>A code of a diagnostic means one thing: one project tells it, and the documents of that project explain it once.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static readonly ILookup<string, string> Told = Codes("*.cs", Code());

    private static readonly ILookup<string, string> Explained = Codes("*.md", Row());

    public static TheoryData<string> All => [.. Told.Select(code => code.Key).Union(Explained.Select(code => code.Key)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_code_is_of_one_project_and_explained_once(string code)
    {
        Told[code].Distinct().ShouldHaveSingleItem();
        Explained[code].ShouldBe(Told[code].Distinct());
    }

    // The projects that have a code, one for each place.
    private static ILookup<string, string> Codes(string files, Regex pattern)
    {
        var source = Path.Combine(Checkout.Root, "src");
        return Directory.EnumerateFiles(source, files, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(File.ReadAllText(file)), (file, code) => (Code: code.Groups["code"].Value, Project: Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0]))
            .ToLookup(place => place.Code, place => place.Project);
    }

    [GeneratedRegex("\"(?<code>RCP[0-9]{4})\"")]
    private static partial Regex Code();

    [GeneratedRegex("^\\| `?(?<code>RCP[0-9]{4})`? \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
