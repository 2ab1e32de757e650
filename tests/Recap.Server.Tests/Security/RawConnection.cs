using System.Net.Sockets;
using System.Text;

namespace Recap.Server.Tests.Security;

/// <summary>A connection over which any bytes can be sent, whether or not they make sense.</summary>
internal sealed class RawConnection : IDisposable
{
    /// <summary>How a connection of HTTP/2 begins: its preface, and empty settings.</summary>
    public static readonly byte[] Http2Opening = [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(type: 4, flags: 0, stream: 0, [])];

    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, cancellationToken);
        return connection;
    }

    /// <summary>A frame of HTTP/2, whatever it says.</summary>
    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload) =>
    [
        (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, type, flags,
        (byte)(stream >> 24), (byte)(stream >> 16), (byte)(stream >> 8), (byte)stream, .. payload,
    ];

    public Task SendAsync(string text, CancellationToken cancellationToken) => SendAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    public Task SendAsync(byte[] bytes, CancellationToken cancellationToken) => _client.GetStream().WriteAsync(bytes, cancellationToken).AsTask();

    /// <summary>Reads until the server closes the connection; what it said.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
    {
        using var said = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(said, cancellationToken);
        }
        catch (IOException)
        {
            // Reset by the server: closed as well.
        }

        return Encoding.Latin1.GetString(said.ToArray());
    }

    /// <summary>Reads a frame of HTTP/2.</summary>
    /// <returns>Its type: 0 is data.</returns>
    public async Task<byte> ReadFrameAsync(CancellationToken cancellationToken)
    {
        var head = new byte[9];
        await _client.GetStream().ReadExactlyAsync(head, cancellationToken);
        await _client.GetStream().ReadExactlyAsync(new byte[(head[0] << 16) | (head[1] << 8) | head[2]], cancellationToken);
        return head[3];
    }

    /// <summary>Ends the connection as a network that fails does: by a reset, in the middle of whatever it was.</summary>
    public void Reset() => _client.LingerState = new LingerOption(enable: true, seconds: 0);

    public void Dispose() => _client.Dispose();
}
