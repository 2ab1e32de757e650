using System.Globalization;
using Tomlyn;
using Tomlyn.Model;

namespace Recap.Talks.Posts.Data;

/// <summary>Reads TOML.</summary>
internal static class TomlData
{
    public static DataResult Read(string toml)
    {
        try
        {
            return ToNode(TomlSerializer.Deserialize<TomlTable>(toml));
        }
        catch (TomlException e)
        {
            return new DataFault(e.Diagnostics is { Count: > 0 } found ? found[0].Span.Start.Line + 1 : 1, e.Message);
        }
    }

    private static DataNode ToNode(object? value) => value switch
    {
        null => DataNode.Nothing,
        TomlTable table => new DataNode { Fields = ToFields(table) },
        TomlArray array => new DataNode { Items = [.. array.Select(ToNode)] },
        TomlTableArray tables => new DataNode { Items = [.. tables.Select(ToNode)] },
        bool truth => new DataNode { Text = truth ? "true" : "false" },
        _ => new DataNode { Text = Convert.ToString(value, CultureInfo.InvariantCulture) },
    };

    private static Dictionary<string, DataNode> ToFields(TomlTable table)
    {
        var fields = DataNode.Table();
        foreach (var (name, value) in table)
        {
            fields[name] = ToNode(value);
        }

        return fields;
    }
}
