using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Recap.Engine.Indexing;
using Recap.Server.Pages.Texts;

namespace Recap.Server.Http;

/// <summary>
/// Lets browsers and proxies keep what they were told until the index changes: an answer's tag is the generation it
/// was given by, and a question that brings the tag of the present one hears 304 without being asked of the engine.
/// </summary>
internal sealed class GenerationTag(RequestDelegate next, ITalkIndex index, RecapServerOptions options)
{
    // A newer server, or one with another name or address, may say the same generation differently.
    private readonly string _server = Digest($"{typeof(GenerationTag).Assembly.ManifestModule.ModuleVersionId} {options.SiteName} {options.PublicUrl}");

    private readonly string _cacheControl = options.CacheFor > TimeSpan.Zero
        ? $"public, max-age={(long)options.CacheFor.TotalSeconds}"
        : "public, no-cache";

    public Task InvokeAsync(HttpContext http)
    {
        if (!IsTagged(http))
        {
            return next(http);
        }

        var tag = Tag(http.Request, index.Current);
        if (Holds(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Write(http.Response, tag);
            return Task.CompletedTask;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
            {
                Write(http.Response, tag);
            }
            else
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    private static bool IsTagged(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<GrpcJsonTranscodingMetadata>() ?? metadata.GetMetadata<TaggedByGeneration>() as object) is not null;

    // Numbers begin anew when an index is deleted, so the time of the commit belongs to the tag. Weak, since it says
    // nothing about compression.
    private EntityTagHeaderValue Tag(HttpRequest request, Generation generation)
    {
        var language = PageLanguage.Choose(request.Query["lang"], request).Language;
        return new($"\"{generation.Number:x}-{generation.BuiltAt.UtcTicks:x}-{_server}-{language}\"", isWeak: true);
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static bool Holds(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false));

    private void Write(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = _cacheControl;
    }
}

/// <summary>Marks an endpoint whose answer changes with the index only.</summary>
internal sealed class TaggedByGeneration;
