using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads Docusaurus's configuration: its address, and its blogs with the paths they have.</summary>
internal static partial class DocusaurusSettings
{
    /// <summary>Name of the field that holds <see cref="BlogsIn"/>.</summary>
    public const string Blogs = "(blogs)";

    private const int LongestOptions = 5_000;
    private const int MostBlogs = 20;

    private static readonly ImmutableArray<string> NoPosts = ["build/**", "static/**", "src/**"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file)
    {
        var blogs = file[Blogs].Items.IsEmpty ? [new DataNode { Fields = DataNode.Table() }] : file[Blogs].Items;
        var end = file["trailingSlash"].IsTrue() ? "/:slug/" : "/:slug";
        return settings with
        {
            Generator = SiteGenerator.Docusaurus,
            BaseUrl = ScriptSettings.Address(file["url"].Text, file["baseUrl"].Text ?? "") ?? settings.BaseUrl,
            SectionPermalinks = settings.SectionPermalinks.SetItems(blogs.Select(blog =>
                KeyValuePair.Create((blog["path"].Text ?? "blog").Trim('.', '/'), $"/{(blog["routeBasePath"].Text ?? "blog").Trim('/')}{end}"))),
            Language = file["defaultLocale"].Text?.Split('-')[0].ToLowerInvariant() ?? settings.Language,
            Exclude = [.. settings.Exclude, .. NoPosts],
        };
    }

    /// <summary>The settings of each blog that a script states, <c>path</c> and <c>routeBasePath</c> of them.</summary>
    public static DataNode BlogsIn(string text)
    {
        var blogs = ImmutableArray.CreateBuilder<DataNode>();
        foreach (var opening in Opening().EnumerateMatches(text))
        {
            if (blogs.Count == MostBlogs)
            {
                break;
            }

            var fields = DataNode.Table();
            foreach (Match match in Option().Matches(Braced(text, opening.Index + opening.Length)))
            {
                fields.TryAdd(match.Groups["name"].Value, new DataNode { Text = match.Groups["value"].Value });
            }

            blogs.Add(new DataNode { Fields = fields, Text = fields.Count == 0 ? "" : null });
        }

        return new DataNode { Items = blogs.ToImmutable() };
    }

    // What stands before the brace that closes the one before a place.
    private static string Braced(string text, int start)
    {
        var depth = 1;
        var end = start;
        for (; end < Math.Min(text.Length, start + LongestOptions) && depth > 0; end++)
        {
            depth += text[end] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return text[start..end];
    }

    [GeneratedRegex(@"(\bblog\s*:\s*|plugin-content-blog[""']\s*,\s*)\{", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?<name>path|routeBasePath)\s*:\s*[""'`](?<value>[^""'`]*)[""'`]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
