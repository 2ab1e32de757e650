using System.Globalization;
using Recap.Talks;
using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Text of posts on a terminal. It is never trusted: a title may hold escape sequences.</summary>
internal static class Printable
{
    /// <summary>The text without what could steer a terminal, on one line.</summary>
    public static string Plain(string text) =>
        text.Any(Steers) ? string.Concat(text.Select(c => Steers(c) ? ' ' : c)) : text;

    /// <summary>The same, safe within Spectre's markup.</summary>
    public static string Markup(string text) => Plain(text).EscapeMarkup();

    /// <summary>Who speaks, for whom.</summary>
    public static string Speakers(IEnumerable<Speaker> speakers) =>
        string.Join(", ", speakers.Select(speaker => speaker.Organization is { } organization ? $"{speaker.Name} ({organization})" : speaker.Name));

    // Control characters, and the format characters that turn the direction of text.
    private static bool Steers(char c) => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
