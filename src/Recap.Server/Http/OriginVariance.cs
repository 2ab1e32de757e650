using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Recap.Server.Http;

/// <summary>
/// Says that an answer which other sites' pages may read depends on who asks: only a question with an origin is told that
/// it may. A proxy that kept the answer to one without would keep it from widgets otherwise.
/// </summary>
internal static class OriginVariance
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ICorsMetadata>() is not null)
        {
            http.Response.OnStarting(Say, http.Response);
        }

        return next(http);
    }

    // Where a list of origins is allowed, the framework has said so already to those that have one.
    private static Task Say(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Origin, StringComparer.OrdinalIgnoreCase))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        }

        return Task.CompletedTask;
    }
}
