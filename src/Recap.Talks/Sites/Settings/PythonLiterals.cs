using System.Text.RegularExpressions;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads configuration that is a Python program, which is not run: what it sets to a plain literal is known, all else is not.</summary>
internal static partial class PythonLiterals
{
    /// <summary>Stands for a value that only the program knows.</summary>
    public const string Computed = "{?}";

    /// <summary>Name of the field that holds Nikola's folders of posts, each with <c>from</c> and <c>to</c>.</summary>
    public const string Folders = "(folders)";

    private const int MostFolders = 50;

    public static DataResult Parse(string text)
    {
        var fields = DataNode.Table();
        foreach (Match match in Assignment().Matches(text))
        {
            fields[match.Groups["name"].Value] = new DataNode
            {
                Text = match.Groups["plain"].Success ? match.Groups["value"].Value : match.Groups["truth"].Success ? match.Groups["truth"].Value : Computed,
            };
        }

        fields[Folders] = new DataNode { Items = [.. Folder().Matches(text).Take(MostFolders).Select(FolderOf)] };
        return new DataNode { Fields = fields };
    }

    /// <summary>The literal that a name is set to; null where it is not set, or by the program.</summary>
    public static string? Known(DataNode value) => value.Text is { } text && text != Computed ? text : null;

    private static DataNode FolderOf(Match match)
    {
        var fields = DataNode.Table();
        fields["from"] = new DataNode { Text = match.Groups["from"].Value };
        fields["to"] = new DataNode { Text = match.Groups["to"].Value };
        return new DataNode { Fields = fields };
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z_]+)[ \t]*=[ \t]*((?<plain>[rRuU]?(""(?<value>[^""\n]*)""|'(?<value>[^'\n]*)')[ \t]*(#[^\n]*)?$)|(?<truth>True|False)\b|[^\n=])", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    // ("posts/*.rst", "posts", "post.tmpl"), one below the other.
    [GeneratedRegex(@"\(\s*[""'](?<from>[^""'*\n]+)/\*\.\w+[""'],\s*[""'](?<to>[^""'\n]*)[""']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Folder();
}
