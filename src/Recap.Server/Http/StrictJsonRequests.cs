using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Recap.Server.Errors;
using Recap.Server.Requests;

namespace Recap.Server.Http;

/// <summary>
/// Refuses JSON requests that do not fit their message, naming the field. Transcoding alone drops what it does not know,
/// so that a mistyped filter would be no filter.
/// </summary>
internal static class StrictJsonRequests
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is { } method)
        {
            try
            {
                await CheckAsync(http, method);
            }
            catch (InvalidRequestException fault)
            {
                await JsonStatus.WriteAsync(http, ErrorStatus.Of(fault, http.TraceIdentifier));
                return;
            }
        }

        await next(http);
    }

    private static async Task CheckAsync(HttpContext http, GrpcJsonTranscodingMetadata method)
    {
        var faults = new FieldFaults();
        if (method.HttpRule.Body == "*")
        {
            CheckNoQuery(http.Request, faults);
            await CheckBodyAsync(http.Request, method, faults);
        }
        else
        {
            QueryParameters.Check(http.Request.Query, method, faults);
        }

        faults.ThrowIfAny();
    }

    private static void CheckNoQuery(HttpRequest request, FieldFaults faults)
    {
        foreach (var key in request.Query.Keys)
        {
            faults.Add(QueryParameters.Shown(key), "must be in the body: a POST takes no parameters in its address.");
        }
    }

    private static async Task CheckBodyAsync(HttpRequest request, GrpcJsonTranscodingMetadata method, FieldFaults faults)
    {
        if (!IsJson(request.ContentType))
        {
            faults.Add("body", "must be of content type application/json, in UTF-8.");
            return;
        }

        request.EnableBuffering();
        try
        {
            using var reader = new StreamReader(request.Body, StrictUtf8, leaveOpen: true);
            JsonParser.Default.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted), method.MethodDescriptor.InputType);
        }
        catch (Exception error) when (error is InvalidJsonException or InvalidProtocolBufferException or DecoderFallbackException)
        {
            faults.Add("body", $"is no {method.MethodDescriptor.InputType.Name} in JSON. {QueryParameters.Shown(error.Message)}");
        }

        request.Body.Position = 0;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
