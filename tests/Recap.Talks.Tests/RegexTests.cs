using System.Reflection;
using System.Text.RegularExpressions;

namespace Recap.Talks.Tests;

/// <summary>Posts are hostile, and what they give must not hang on the clock: every pattern runs in linear time and none has a timeout.</summary>
public sealed class RegexTests
{
    [Fact]
    public void Every_pattern_runs_in_linear_time_without_a_clock()
    {
        var patterns = typeof(PostReader).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Regex: (Regex)method.Invoke(null, null)!)).ToList();

        patterns.ShouldNotBeEmpty();
        patterns.Where(pattern => !pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking) || pattern.Regex.MatchTimeout != Regex.InfiniteMatchTimeout)
            .Select(pattern => pattern.Name).ShouldBeEmpty();
    }
}
