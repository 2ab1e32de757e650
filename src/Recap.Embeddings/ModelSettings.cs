using System.Text.Json;

namespace Recap.Embeddings;

/// <summary>How a sentence model wants to be used, from the files that are published with it.</summary>
internal sealed record ModelSettings
{
    /// <summary>Whether words are looked up in lower case and without accents.</summary>
    public required bool IsUncased { get; init; }

    /// <summary>Whether the vector of the first token stands for the text, rather than the mean of all.</summary>
    public required bool TakesFirstToken { get; init; }

    /// <summary>What is written before a query; empty for most models.</summary>
    public required string QueryPrompt { get; init; }

    /// <summary>What is written before a text to be found; empty for most models.</summary>
    public required string TextPrompt { get; init; }

    /// <summary>Reads the settings; what is not said is as the sentence-transformers library has it.</summary>
    /// <param name="tokenizer">tokenizer_config.json.</param>
    /// <param name="pooling">1_Pooling/config.json.</param>
    /// <param name="prompts">config_sentence_transformers.json.</param>
    public static ModelSettings Of(JsonElement? tokenizer, JsonElement? pooling, JsonElement? prompts) => new()
    {
        IsUncased = Member(tokenizer, "do_lower_case") is not { ValueKind: JsonValueKind.False },
        TakesFirstToken = Member(pooling, "pooling_mode_cls_token") is { ValueKind: JsonValueKind.True },
        QueryPrompt = Prompt(prompts, "query"),
        TextPrompt = Prompt(prompts, "passage", "document"),
    };

    private static string Prompt(JsonElement? settings, params string[] names) => names
        .Select(name => Member(Member(settings, "prompts"), name))
        .FirstOrDefault(prompt => prompt is { ValueKind: JsonValueKind.String })?.GetString() ?? "";

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } holder && holder.TryGetProperty(name, out var member) ? member : null;
}
