using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Recap.Server.Security;

/// <summary>What one connection may cost before anything of it has been understood, and how long it may keep silent.</summary>
internal sealed record ConnectionBounds
{
    // Each costs some kilobytes, whoever holds it open; a site of this kind has some dozens.
    private const int MaxConnections = 2_000;

    // A client that needs more at once has a second connection; each stream holds buffers, and one client must not hold thousands.
    private const int MaxStreams = 100;

    // The longest that is meant is a key and a deadline.
    private const int MaxHeaderBytes = 16 * 1024;
    private const int MaxHeaders = 64;

    // A modem of 1990 sends a search in the blink of an eye; who sends less holds a connection and nothing else.
    private const double LeastBytesPerSecond = 240;

    /// <summary>Headers, and the preface of HTTP/2, must have come by then: who sends them a byte at a time holds a connection for no longer.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long a body must have come, and an answer gone, at 240 bytes a second. More than a second, which is Kestrel's heartbeat.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection without a request is closed then. Browsers and clients of gRPC open another at no cost worth naming.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A connection of HTTP/2 that was silent for so long is asked whether it is there, and closed where it does not answer
    /// in time: a push whose sender lost its network must not keep its turn.
    /// </summary>
    public TimeSpan Ping { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Sets all of it.</summary>
    public void ApplyTo(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxRequestHeaderCount = MaxHeaders;
        limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        limits.RequestHeadersTimeout = Headers;
        limits.KeepAliveTimeout = KeepAlive;
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(LeastBytesPerSecond, Grace);
        limits.Http2.MaxStreamsPerConnection = MaxStreams;
        limits.Http2.KeepAlivePingDelay = Ping;
        limits.Http2.KeepAlivePingTimeout = Ping;
    }
}
