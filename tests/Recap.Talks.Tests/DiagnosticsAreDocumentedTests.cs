using System.Reflection;
using Recap.Talks.Posts;

namespace Recap.Talks.Tests;

public sealed class DiagnosticsAreDocumentedTests
{
    [Fact]
    public void Every_code_stands_in_the_readme_with_its_severity_and_none_other_does()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DiagnosticCode)field.GetValue(null)!)
            .Select(code => $"| {code.Id} | {code.Severity.ToString().ToLowerInvariant()} |").Order(StringComparer.Ordinal);

        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "src", "Recap.Talks", "README.md"))
            .Where(line => line.StartsWith("| RCP", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|')[..3]) + "|").Order(StringComparer.Ordinal);

        rows.ShouldBe(codes);
    }
}
