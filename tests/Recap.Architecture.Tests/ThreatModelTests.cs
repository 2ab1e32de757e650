using System.Text.RegularExpressions;

namespace Recap.Architecture.Tests;

/// <summary>Each threat in the model names a test, and the test is there.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string Model = Path.Combine(Checkout.Root, "src", "Recap.Server", "Security", "README.md");

    private static readonly Dictionary<string, string> Tests = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(Path.GetFileNameWithoutExtension).ToDictionary(files => files.Key!, files => string.Concat(files.Select(File.ReadAllText)));

    public static TheoryData<string, string> Threats => [.. File.ReadLines(Model).Where(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length == 5).Skip(2).Select(cells => (cells[1], cells[3]))];

    [Theory]
    [MemberData(nameof(Threats))]
    public void A_threat_names_tests_that_are_there(string threat, string tests)
    {
        var named = Name().Matches(tests);

        named.ShouldNotBeEmpty(threat);
        foreach (var parts in named.Select(name => name.Groups[1].Value.Split('.')))
        {
            Tests.ShouldContainKey(parts[0], threat);
            var name = parts.Length > 1 ? $" {parts[1].TrimEnd('…')}" : $"class {parts[0]}";
            Tests[parts[0]].ShouldContain(name, Case.Sensitive, threat);
        }
    }

    [GeneratedRegex("`([A-Za-z]+Tests(?:\\.[A-Za-z0-9_]+…?)?)`")]
    private static partial Regex Name();
}
