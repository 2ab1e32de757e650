using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>What the document of a post holds; its talks are documents of their own.</summary>
internal sealed record StoredPost
{
    public required string Source { get; init; }

    public required string Path { get; init; }

    public required string Fingerprint { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public PostKey Key => new(Source, Path);
}

/// <summary>Documents as they are stored: JSON, since it outlives changes of the schema and is read by people who look.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(IndexedTalk))]
[JsonSerializable(typeof(StoredPost))]
[JsonSerializable(typeof(PostInSeries))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static byte[] Write(IndexedTalk talk) => JsonSerializer.SerializeToUtf8Bytes(talk, Default.IndexedTalk);

    public static byte[] Write(StoredPost post) => JsonSerializer.SerializeToUtf8Bytes(post, Default.StoredPost);

    public static byte[] Write(PostInSeries series) => JsonSerializer.SerializeToUtf8Bytes(series, Default.PostInSeries);

    public static IndexedTalk ReadTalk(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.IndexedTalk) ?? throw new JsonException("A stored talk is null.");

    public static StoredPost ReadPost(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.StoredPost) ?? throw new JsonException("A stored post is null.");

    public static PostInSeries ReadSeries(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.PostInSeries) ?? throw new JsonException("A stored place in a series is null.");
}
