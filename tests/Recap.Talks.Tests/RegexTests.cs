using System.Reflection;
using System.Text.RegularExpressions;

namespace Recap.Talks.Tests;

/// <summary>Posts are hostile, and what they give must not hang on the clock: every pattern runs in linear time and none has a timeout.</summary>
public sealed partial class RegexTests
{
    private static readonly List<(string Name, Regex Regex)> Patterns =
        [.. typeof(PostReader).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(method => ($"{method.DeclaringType!.Name}.{method.Name}", (Regex)method.Invoke(null, null)!))];

    [Fact]
    public void Every_pattern_runs_in_linear_time_without_a_clock()
    {
        Patterns.ShouldNotBeEmpty();
        Patterns.Where(pattern => !pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking) || pattern.Regex.MatchTimeout != Regex.InfiniteMatchTimeout)
            .Select(pattern => pattern.Name).ShouldBeEmpty();
    }

    /// <summary>For the line break that <c>$</c> lets stand last, the linear engine looks at each character the slow way.</summary>
    [Fact]
    public void No_pattern_of_one_line_ends_in_a_dollar_sign() =>
        Patterns.Where(pattern => !pattern.Regex.Options.HasFlag(RegexOptions.Multiline) && EndsLine(pattern.Regex.ToString()))
            .Select(pattern => pattern.Name).ShouldBeEmpty();

    private static bool EndsLine(string pattern) => EscapedOrWithinBrackets().Replace(pattern, "").Contains('$');

    [GeneratedRegex(@"\\.|\[(\\.|[^\]\\])*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EscapedOrWithinBrackets();
}
