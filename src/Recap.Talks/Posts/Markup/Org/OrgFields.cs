using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts.Markup.Org;

/// <summary>Reads the keywords and properties of a document that are facts of a post.</summary>
internal static class OrgFields
{
    /// <param name="key">Name in lower case; Hugo's exporter and Hugo have names of their own for some.</param>
    /// <param name="value">What stands behind it.</param>
    /// <param name="line">Line of the body, from 1.</param>
    /// <returns>Null for a keyword that is a setting.</returns>
    public static (string Name, DataNode Value)? Read(string key, string value, int line)
    {
        var name = key.Replace("hugo_", "", StringComparison.Ordinal).Replace("[]", "", StringComparison.Ordinal);
        return name switch
        {
            _ when value.Length == 0 => null,
            "filetags" => ("tags", HeaderLines.Value("tags", value.Replace(':', ','), line)),
            "tags" or "categories" or "keywords" => (name, HeaderLines.Value(name, value.Contains(',') ? value : value.Replace(' ', ','), line)),
            "date" or "publishdate" => (name, HeaderLines.Value(name, value.Trim('<', '>', '[', ']'), line)),
            "export_file_name" => ("slug", HeaderLines.Value("slug", value, line)),
            "title" or "author" or "slug" or "draft" or "language" or "lang" or "event" or "conference" or "series" or "speaker" or "speakers" or "url" or "status"
                => (name, HeaderLines.Value(name, value, line)),
            _ => null,
        };
    }
}
