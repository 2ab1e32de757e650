using Google.Rpc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;
using Recap.Server.Errors;
using Recap.Server.Pages;

namespace Recap.Server.Http;

/// <summary>Answers what fails outside the calls, with the same mapping as inside.</summary>
internal sealed class FailureResponses(RequestDelegate next, PageFailures pages, ILogger<FailureResponses> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, error);
        }
    }

    private Task AnswerAsync(HttpContext http, Exception error)
    {
        var call = $"{http.Request.Method} {http.Request.Path}";
        if (error is BadHttpRequestException bad)
        {
            return JsonStatus.WriteAsync(http, ErrorStatus.Unreadable(bad.Message), bad.StatusCode);
        }

        if (http.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true)
        {
            logger.CallOutOfTime(call);
            return SendAsync(http, ErrorStatus.OutOfTime());
        }

        if (http.RequestAborted.IsCancellationRequested)
        {
            logger.CallCancelled(call);
            return Task.CompletedTask;
        }

        var status = ErrorStatus.Of(error, http.TraceIdentifier);
        logger.Failure(status, call, http.TraceIdentifier, error);
        return SendAsync(http, status);
    }

    private Task SendAsync(HttpContext http, Status status)
    {
        FailureHeaders.Write(http.Response, status);
        return GrpcStatus.IsAskedFor(http.Request) ? GrpcStatus.WriteAsync(http, status) : SendReadableAsync(http, status);
    }

    private Task SendReadableAsync(HttpContext http, Status status) => http.GetEndpoint()?.Metadata.GetMetadata<ShownAsPage>() is null
        ? JsonStatus.WriteAsync(http, status)
        : pages.SendAsync(http, status);
}
