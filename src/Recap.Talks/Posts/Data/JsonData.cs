using System.Text.Json;

namespace Recap.Talks.Posts.Data;

/// <summary>Reads JSON, with the comments and trailing commas that people leave in configuration files.</summary>
internal static class JsonData
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    public static DataResult Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return ToNode(document.RootElement);
        }
        catch (JsonException e)
        {
            return new DataFault((int)(e.LineNumber ?? 0) + 1, e.Message);
        }
    }

    private static DataNode ToNode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new DataNode
        {
            Fields = DataNode.EmptyFields.SetItems(value.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, ToNode(field.Value)))),
        },
        JsonValueKind.Array => new DataNode { Items = [.. value.EnumerateArray().Select(ToNode)] },
        JsonValueKind.Null or JsonValueKind.Undefined => DataNode.Nothing,
        JsonValueKind.String => new DataNode { Text = value.GetString() },
        _ => new DataNode { Text = value.GetRawText() },
    };
}
