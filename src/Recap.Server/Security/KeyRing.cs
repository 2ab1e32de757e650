using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recap.Server.Security;

/// <summary>
/// The keys of an index, in a file of their own that only its owner may read. A running server sees a change within a
/// second: keys are made and revoked without a restart.
/// </summary>
/// <param name="path">Absolute path of the file; made with the first key.</param>
/// <param name="time">Dates keys.</param>
public sealed class KeyRing(string path, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private volatile Loaded? _loaded;

    /// <summary>Every key there is or was, oldest first.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The file is no key file.</exception>
    public ImmutableArray<ApiKey> List()
    {
        if (_loaded is { } loaded && time.GetElapsedTime(loaded.At) < Fresh)
        {
            return loaded.Keys;
        }

        var keys = Read();
        _loaded = new Loaded(keys, time.GetTimestamp());
        return keys;
    }

    /// <summary>The good key that a token is; null where it is none.</summary>
    public ApiKey? Find(string token) =>
        KeyToken.TryReadId(token, out var id)
        && List().FirstOrDefault(key => key.Id == id) is { RevokedAt: null } found
        && KeyToken.Has(token, found.Hash) ? found : null;

    /// <summary>Makes a key.</summary>
    /// <returns>The key as it is kept, and the token, which is told this once.</returns>
    public (ApiKey Key, string Token) Create(string label, ImmutableArray<KeyScope> scopes, ImmutableArray<string> sources)
    {
        var (id, token) = KeyToken.Make();
        var key = new ApiKey { Id = id, Label = label, Hash = KeyToken.HashOf(token), Scopes = scopes, Sources = sources, CreatedAt = time.GetUtcNow() };
        Write(Read().Add(key));
        return (key, token);
    }

    /// <summary>Revokes a key.</summary>
    /// <returns>False where there is no such key, or it was revoked before.</returns>
    public bool Revoke(string id)
    {
        var keys = Read();
        if (keys.FirstOrDefault(key => key.Id == id && key.RevokedAt is null) is not { } found)
        {
            return false;
        }

        Write(keys.Replace(found, found with { RevokedAt = time.GetUtcNow() }));
        return true;
    }

    private ImmutableArray<ApiKey> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<ApiKey>>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    // Whole or not at all, and never readable by others, not even for a moment.
    private void Write(ImmutableArray<ApiKey> keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(stream, keys, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        _loaded = null;
    }

    private sealed record Loaded(ImmutableArray<ApiKey> Keys, long At);
}
