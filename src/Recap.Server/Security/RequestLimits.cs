using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Recap.Server.Security;

/// <summary>Keeps one client from taking what all need: so many requests a second each, and so many searches and pushes at once.</summary>
internal sealed class RequestLimits(RequestDelegate next, RecapServerOptions options) : IAsyncDisposable
{
    // An IPv6 client has at least this much of the address for itself.
    private const int NetworkBytes = 8;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext> _perClient = PartitionedRateLimiter.Create<HttpContext, string>(http => OfClient(http, options));

    private readonly ConcurrencyLimiter _searches = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.ConcurrentSearches,
        QueueLimit = options.ConcurrentSearches * 4,
    });

    private readonly ConcurrencyLimiter _pushes = new(new ConcurrencyLimiterOptions { PermitLimit = options.ConcurrentPushes });

    public async Task InvokeAsync(HttpContext http)
    {
        using (var lease = _perClient.AttemptAcquire(http))
        {
            ThrowIfRefused(lease, "This client has sent too many requests.");
        }

        using var place = http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>()?.Scope switch
        {
            KeyScope.Read => await _searches.AcquireAsync(1, http.RequestAborted),
            KeyScope.Index => _pushes.AttemptAcquire(),
            _ => null,
        };
        ThrowIfRefused(place, "The server has as many requests at once as it takes.");
        await next(http);
    }

    public async ValueTask DisposeAsync()
    {
        await _perClient.DisposeAsync();
        await _searches.DisposeAsync();
        await _pushes.DisposeAsync();
    }

    /// <summary>Who a request counts for: its address, of IPv6 the network.</summary>
    internal static string ClientOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 } || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes));
    }

    private static void ThrowIfRefused(RateLimitLease? lease, string message)
    {
        if (lease is { IsAcquired: false })
        {
            throw new TooManyRequestsException(message, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Soon);
        }
    }

    private static RateLimitPartition<string> OfClient(HttpContext http, RecapServerOptions options) => options.RequestsPerSecond == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(ClientOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestBurst,
            TokensPerPeriod = options.RequestsPerSecond,
            ReplenishmentPeriod = Soon,
        });
}

/// <summary>A request that is one too many.</summary>
internal sealed class TooManyRequestsException(string message, TimeSpan retryAfter) : Exception(message)
{
    /// <summary>When it may be sent again. More than 0.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
