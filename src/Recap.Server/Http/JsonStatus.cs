using Google.Protobuf;
using Google.Rpc;
using Microsoft.AspNetCore.Http;
using Recap.Server.Errors;

namespace Recap.Server.Http;

/// <summary>Writes a status as JSON in the same shape as transcoded calls do.</summary>
internal static class JsonStatus
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(ErrorStatus.Details));

    public static Task WriteAsync(HttpContext http, Status status) => WriteAsync(http, status, ToHttp((Code)status.Code));

    /// <param name="http">The request.</param>
    /// <param name="status">What to say.</param>
    /// <param name="httpStatus">HTTP status, where it says more than that of the code.</param>
    public static Task WriteAsync(HttpContext http, Status status, int httpStatus)
    {
        http.Response.StatusCode = httpStatus;
        http.Response.ContentType = "application/json; charset=utf-8";

        // What is told is often that the request's own token has run out of time.
        return http.Response.WriteAsync(Formatter.Format(status), CancellationToken.None);
    }

    /// <summary>The HTTP status that <c>google.rpc.Code</c> documents for a code.</summary>
    public static int ToHttp(Code code) => code switch
    {
        Code.Ok => StatusCodes.Status200OK,
        Code.InvalidArgument => StatusCodes.Status400BadRequest,
        Code.FailedPrecondition => StatusCodes.Status400BadRequest,
        Code.Unauthenticated => StatusCodes.Status401Unauthorized,
        Code.PermissionDenied => StatusCodes.Status403Forbidden,
        Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Code.NotFound => StatusCodes.Status404NotFound,
        Code.Aborted => StatusCodes.Status409Conflict,
        Code.Cancelled => StatusCodes.Status499ClientClosedRequest,
        Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Code.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
