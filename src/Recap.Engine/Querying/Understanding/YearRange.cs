using System.Globalization;
using System.Text.RegularExpressions;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Years as typed: <c>2024</c>, <c>2023..2025</c>, <c>2023..</c>, <c>..2025</c>; either order.</summary>
/// <param name="From">First year, or null.</param>
/// <param name="To">Last year, or null.</param>
internal sealed partial record YearRange(int? From, int? To)
{
    /// <summary>The range, or null where the text is none.</summary>
    public static YearRange? Parse(string text)
    {
        var match = Range().Match(text);
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["one"].Success)
        {
            return new(Year(match.Groups["one"]), Year(match.Groups["one"]));
        }

        var (from, to) = (Year(match.Groups["from"]), Year(match.Groups["to"]));
        return from is null && to is null ? null : from > to ? new(to, from) : new(from, to);
    }

    private static int? Year(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^((?<one>[0-9]{4})|(?<from>[0-9]{4})?\.\.(?<to>[0-9]{4})?)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
