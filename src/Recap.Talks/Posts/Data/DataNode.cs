using System.Collections.Immutable;

namespace Recap.Talks.Posts.Data;

/// <summary>A value of front matter or of a configuration file, whatever notation it stood in.</summary>
internal sealed record DataNode
{
    // First, since the instance below takes it up.
    public static ImmutableDictionary<string, DataNode> EmptyFields { get; } =
        ImmutableDictionary.Create<string, DataNode>(StringComparer.OrdinalIgnoreCase);

    public static DataNode Nothing { get; } = new();

    /// <summary>The scalar as written; null for lists, tables and explicit nulls.</summary>
    public string? Text { get; init; }

    public ImmutableArray<DataNode> Items { get; init; } = [];

    public ImmutableDictionary<string, DataNode> Fields { get; init; } = EmptyFields;

    /// <summary>Line of the file it begins on, from 1; 0 where the notation does not tell.</summary>
    public int Line { get; init; }

    /// <summary>The field of that name whatever its capitals; <see cref="Nothing"/> where there is none.</summary>
    public DataNode this[string name] => Fields.GetValueOrDefault(name, Nothing);

    public bool IsNothing => Text is null && Items.IsEmpty && Fields.IsEmpty;

    /// <summary>The scalars of a list, or a lone scalar, trimmed and without empty ones.</summary>
    public IEnumerable<string> Texts() =>
        (Text is null ? Items.Select(item => item.Text) : [Text]).OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0);

    /// <summary>This table with the fields of another, whose values win; tables of one name are put together.</summary>
    public DataNode With(DataNode other) => other.Fields.IsEmpty ? other.IsNothing ? this : other
        : this with { Text = null, Items = [], Fields = other.Fields.Aggregate(Fields, (all, field) => all.SetItem(field.Key, this[field.Key].With(field.Value))) };

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
