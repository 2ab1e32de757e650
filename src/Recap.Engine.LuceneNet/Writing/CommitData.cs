using System.Globalization;
using Recap.Engine.Indexing;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>What a commit says of itself, kept in the commit so that both are durable at the same instant.</summary>
internal static class CommitData
{
    /// <summary>The layout of the folder; another one cannot be read at all.</summary>
    private const string Format = "1";

    private const string Number = "generation";
    private const string Restored = "restored_from";

    /// <summary>The index before its first commit.</summary>
    public static Generation Nothing(string fingerprint) => new()
    {
        Number = 0,
        BuiltAt = DateTimeOffset.UnixEpoch,
        Posts = 0,
        Talks = 0,
        Fingerprint = fingerprint,
    };

    public static Dictionary<string, string> Write(Generation generation)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = Format,
            [Number] = generation.Number.ToString(CultureInfo.InvariantCulture),
            ["built_at"] = generation.BuiltAt.ToString("O", CultureInfo.InvariantCulture),
            ["posts"] = generation.Posts.ToString(CultureInfo.InvariantCulture),
            ["talks"] = generation.Talks.ToString(CultureInfo.InvariantCulture),
            ["fingerprint"] = generation.Fingerprint,
        };
        if (generation.RestoredFrom is { } restored)
        {
            data[Restored] = restored.ToString(CultureInfo.InvariantCulture);
        }

        return data;
    }

    /// <summary>The number of the generation, as text; empty where the commit is not one of Recap.</summary>
    public static string NumberOf(IDictionary<string, string> data) => data.TryGetValue(Number, out var number) ? number : "";

    /// <exception cref="FormatException">The commit is not one of Recap, or of another version of it.</exception>
    public static Generation Read(IDictionary<string, string> data)
    {
        if (!data.TryGetValue("format", out var format) || format != Format)
        {
            throw new FormatException("It was not made by this version of Recap.");
        }

        return new Generation
        {
            Number = long.Parse(data[Number], CultureInfo.InvariantCulture),
            BuiltAt = DateTimeOffset.ParseExact(data["built_at"], "O", CultureInfo.InvariantCulture),
            Posts = int.Parse(data["posts"], CultureInfo.InvariantCulture),
            Talks = int.Parse(data["talks"], CultureInfo.InvariantCulture),
            Fingerprint = data["fingerprint"],
            RestoredFrom = data.TryGetValue(Restored, out var restored) ? long.Parse(restored, CultureInfo.InvariantCulture) : null,
        };
    }
}
