using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Microsoft.AspNetCore.Http;
using HttpRequest = Microsoft.AspNetCore.Http.HttpRequest;

namespace Recap.Server.Http;

/// <summary>Answers a gRPC or gRPC-Web call that never reached its handler: all that there is to say is in the headers.</summary>
internal static class GrpcStatus
{
    private const string ContentType = "application/grpc";

    public static bool IsAskedFor(HttpRequest request) => request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    public static Task WriteAsync(HttpContext http, Status status)
    {
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = http.Request.ContentType;
        http.Response.Headers["grpc-status"] = status.Code.ToString();
        http.Response.Headers["grpc-message"] = Encode(status.Message);
        http.Response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
        return Task.CompletedTask;
    }

    // As gRPC writes it: readable characters stand for themselves, and clients undo no more than that.
    private static string Encode(string message) => string.Concat(Encoding.UTF8.GetBytes(message)
        .Select(octet => octet is < 0x20 or > 0x7E or (byte)'%' ? $"%{octet:X2}" : ((char)octet).ToString()));
}
