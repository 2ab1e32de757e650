using System.Text.RegularExpressions;

namespace Recap.Talks.Sites;

/// <summary>Addresses as Zola makes them: as the files lie, without the dates that their names begin with.</summary>
internal static partial class ZolaAddress
{
    public static string? Of(SiteSettings settings, PageFacts page)
    {
        if (page.Fields["path"].Text is { Length: > 0 } path)
        {
            return path.Trim('/') + "/";
        }

        if ((settings.Permalink ?? settings.SectionPermalinks.GetValueOrDefault("pages")) is { } pattern)
        {
            return Permalink.Fill(pattern, page, PageAddress.Words);
        }

        var folders = page.Content.Split('/');
        folders[^1] = page.Slug ?? Day().Replace(folders[^1], "");
        return string.Join('/', settings.PlainPaths ? folders.Select(Slugged) : folders) + "/";
    }

    /// <summary>A text as Zola has it in addresses and ids.</summary>
    public static string Slugged(string text) => HexoAddress.Slugged(OnlyAscii().Replace(Slug.WithoutAccents(text), "-")).ToLowerInvariant();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T[\d:+Z-]+?)?[-_]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"[^ -~]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyAscii();
}
