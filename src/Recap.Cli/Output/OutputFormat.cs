using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recap.Cli.Shell;

namespace Recap.Cli.Output;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    Jsonl,
}

/// <summary>The option <c>-o</c>, and JSON as the tool writes it: <c>snake_case</c>, accents as they are.</summary>
internal static class Formats
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public static Option<OutputFormat> Option() => EnumOption.Create<OutputFormat>("--output", "table for people (default), json for one JSON value, jsonl for one JSON object a line", "-o");

    /// <summary>Writes rows as one array (json) or one a line (jsonl).</summary>
    public static void WriteRows<T>(TextWriter output, OutputFormat format, IEnumerable<T> rows)
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(rows, Indented));
            return;
        }

        foreach (var row in rows)
        {
            output.WriteLine(JsonSerializer.Serialize(row, Compact));
        }
    }

    /// <summary>Writes one value, over several lines (json) or on one (jsonl).</summary>
    public static void WriteOne<T>(TextWriter output, OutputFormat format, T value) =>
        output.WriteLine(JsonSerializer.Serialize(value, format == OutputFormat.Json ? Indented : Compact));
}
