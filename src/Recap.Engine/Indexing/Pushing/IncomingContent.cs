using System.Security.Cryptography;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>A content on its way in. Disposed before it is complete, it leaves no trace.</summary>
public sealed class IncomingContent : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly FileStream _stream;
    private readonly string _path;
    private bool _kept;

    internal IncomingContent(string path, string hash)
    {
        _path = path;
        Hash = hash;
        _stream = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>Hash that the content must have, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Bytes received.</summary>
    public long Length { get; private set; }

    /// <summary>Takes the next bytes.</summary>
    /// <exception cref="PushException">The content is longer than any that is read.</exception>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (Length + bytes.Length > PushLimits.MaxFileBytes)
        {
            throw new PushException($"The content {Hash} has more than the {PushLimits.MaxFileBytes:N0} bytes that a file may have.");
        }

        Length += bytes.Length;
        _hash.AppendData(bytes.Span);
        await _stream.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>Ends the content.</summary>
    /// <exception cref="PushException">It does not have its hash.</exception>
    public void Complete()
    {
        var actual = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (actual != Hash)
        {
            throw new PushException($"What was sent as {Hash} has the hash {actual}.");
        }

        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_path + ".new", _path, overwrite: true);
        _kept = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        _stream.Dispose();
        if (!_kept)
        {
            File.Delete(_path + ".new");
        }
    }
}
