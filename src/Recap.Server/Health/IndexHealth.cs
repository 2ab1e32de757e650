using Microsoft.Extensions.Diagnostics.HealthChecks;
using Recap.Engine.Indexing;

namespace Recap.Server.Health;

/// <summary>The server is healthy as long as it can tell which generation it serves; an empty index is no illness.</summary>
internal sealed class IndexHealth(ITalkIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"Serving generation {index.Current.Number}."));
        }
        catch (IndexUnusableException error)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The index cannot be read.", error));
        }
    }
}
