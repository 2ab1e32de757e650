using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recap.Server.Security;

/// <summary>
/// The keys of an index, in a file of their own that only its owner may read. It is looked at with every call that needs a
/// key: keys are made and revoked without a restart, and a revoked one is refused at once.
/// </summary>
/// <param name="path">Absolute path of the file; made with the first key.</param>
/// <param name="time">Dates keys.</param>
public sealed class KeyRing(string path, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private volatile Loaded? _loaded;

    /// <summary>Every key there is or was, oldest first.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no key file.</exception>
    public ImmutableArray<ApiKey> List()
    {
        // Every change makes the file longer, so that two within a tick of the disk's clock differ as well.
        var file = new FileInfo(path);
        var state = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (_loaded is { } loaded && loaded.State == state)
        {
            return loaded.Keys;
        }

        var keys = Read();
        _loaded = new Loaded(keys, state);
        return keys;
    }

    /// <summary>The good key that a token is; null where it is none.</summary>
    public ApiKey? Find(string token) =>
        KeyToken.TryReadId(token, out var id)
        && List().FirstOrDefault(key => key.Id == id) is { RevokedAt: null } found
        && KeyToken.Has(token, found.Hash) ? found : null;

    /// <summary>Whether a key that was good has not been revoked since.</summary>
    /// <exception cref="IOException">The file cannot be read, or is no key file.</exception>
    public bool IsGood(ApiKey key) => List().Any(kept => kept.Id == key.Id && kept.RevokedAt is null);

    /// <summary>Makes a key.</summary>
    /// <returns>The key as it is kept, and the token, which is told this once.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public (ApiKey Key, string Token) Create(string label, ImmutableArray<KeyScope> scopes, ImmutableArray<string> sources)
    {
        var (id, token) = KeyToken.Make();
        var key = new ApiKey { Id = id, Label = label, Hash = KeyToken.HashOf(token), Scopes = scopes, Sources = sources, CreatedAt = time.GetUtcNow() };
        using var alone = Lock();
        Write(Read().Add(key));
        return (key, token);
    }

    /// <summary>Revokes a key.</summary>
    /// <returns>False where there is no such key, or it was revoked before.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public bool Revoke(string id)
    {
        using var alone = Lock();
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
            return JsonSerializer.Deserialize<ImmutableArray<ApiKey>?>(File.ReadAllBytes(path), Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new IOException($"The file of keys '{path}' is damaged: {e.Message} Restore it, or delete it and make new keys.", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    // What one reads and writes, nobody else changes in between: a key that was revoked must not come back.
    private FileStream Lock()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1);
        }
        catch (IOException e)
        {
            throw new IOException($"The keys cannot be changed, which somebody else may be doing just now: {e.Message}", e);
        }
    }

    // Whole or not at all, and never readable by others, not even for a moment.
    private void Write(ImmutableArray<ApiKey> keys)
    {
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
    }

    private sealed record Loaded(ImmutableArray<ApiKey> Keys, (DateTime Written, long Length) State);
}
