using System.Collections.Immutable;

namespace Recap.Talks.Posts.Data;

/// <summary>A value of front matter or of a configuration file, whatever notation it stood in.</summary>
internal sealed record DataNode
{
    // First, since the instance below takes it up.
    private static readonly Dictionary<string, DataNode> NoFields = [];

    public static DataNode Nothing { get; } = new();

    /// <summary>The scalar as written; null for lists, tables and explicit nulls.</summary>
    public string? Text { get; init; }

    public ImmutableArray<DataNode> Items { get; init; } = [];

    /// <summary>The fields of a table by name, whatever its capitals.</summary>
    public IReadOnlyDictionary<string, DataNode> Fields { get; init; } = NoFields;

    /// <summary>Line of the file it begins on, from 1; 0 where the notation does not tell.</summary>
    public int Line { get; init; }

    /// <summary>The field of that name whatever its capitals; <see cref="Nothing"/> where there is none.</summary>
    public DataNode this[string name] => Fields.GetValueOrDefault(name, Nothing);

    public bool IsNothing => Text is null && Items.IsEmpty && Fields.Count == 0;

    /// <summary>The scalars of a list, or a lone scalar, trimmed and without empty ones.</summary>
    public IEnumerable<string> Texts() =>
        (Text is null ? Items.Select(item => item.Text) : [Text]).OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0);

    /// <summary>A table that is to be filled with <see cref="Fields"/>.</summary>
    public static Dictionary<string, DataNode> Table() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>This table with the fields of another, whose values win; tables of one name are put together.</summary>
    public DataNode With(DataNode other)
    {
        if (other.Fields.Count == 0)
        {
            return other.IsNothing ? this : other;
        }

        var fields = new Dictionary<string, DataNode>(Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in other.Fields)
        {
            fields[name] = this[name].With(value);
        }

        return this with { Text = null, Items = [], Fields = fields };
    }

    public bool IsTrue() => string.Equals(Text?.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    public bool IsFalse() => string.Equals(Text?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a document could not be read.</summary>
internal sealed record DataFault(int Line, string Message);

/// <summary>A document read, or why it could not be: exactly one of the two is there.</summary>
internal readonly record struct DataResult(DataNode? Node, DataFault? Fault)
{
    public static implicit operator DataResult(DataNode node) => new(node, null);

    public static implicit operator DataResult(DataFault fault) => new(null, fault);
}
