using System.Globalization;
using Google.Rpc;
using HttpResponse = Microsoft.AspNetCore.Http.HttpResponse;

namespace Recap.Server.Http;

/// <summary>What HTTP itself says of some failures: how to authenticate, and when to try again.</summary>
internal static class FailureHeaders
{
    public static void Write(HttpResponse response, Status status)
    {
        response.Headers.CacheControl = "no-store";
        if ((Code)status.Code == Code.Unauthenticated)
        {
            response.Headers.WWWAuthenticate = "Bearer realm=\"recap\"";
        }

        if (status.GetDetail<RetryInfo>() is { } retry)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(retry.RetryDelay.ToTimeSpan().TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
