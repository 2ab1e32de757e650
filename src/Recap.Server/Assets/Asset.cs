using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Recap.Server.Assets;

/// <summary>A file that the assembly carries. Under an address that names its content it may be kept for ever.</summary>
internal sealed class Asset
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private const int DigestLength = 12;

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private readonly byte[] _content;
    private readonly string _contentType;
    private readonly EntityTagHeaderValue _tag;

    private Asset(string name, byte[] content)
    {
        // The first hexadecimal digits of SHA-384, as the widget's own build names its files.
        var digest = Convert.ToHexStringLower(SHA384.HashData(content))[..DigestLength];
        Name = name;
        VersionedName = $"{Path.GetFileNameWithoutExtension(name)}.{digest}{Path.GetExtension(name)}";
        _content = content;
        _contentType = ContentTypeOf(Path.GetExtension(name));
        _tag = new EntityTagHeaderValue($"\"{digest}\"", isWeak: true);
    }

    /// <summary>Name of the file.</summary>
    public string Name { get; }

    /// <summary>The name with a digest of the content before its extension.</summary>
    public string VersionedName { get; }

    /// <summary>The files embedded below a folder, which may be none.</summary>
    public static IEnumerable<Asset> In(string folder) =>
        typeof(Asset).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Asset(name[folder.Length..], Read(name)));

    /// <summary>Maps the address that never changes what it gives.</summary>
    public IEndpointConventionBuilder MapVersioned(IEndpointRouteBuilder app, string folder) =>
        app.MapMethods(folder + VersionedName, Reading, http => SendAsync(http, ForEver));

    /// <summary>Maps the address that always gives the newest, and asks each time whether it has changed.</summary>
    public IEndpointConventionBuilder MapNewest(IEndpointRouteBuilder app, string folder) =>
        app.MapMethods(folder + Name, Reading, http => SendAsync(http, "public, no-cache"));

    private async Task SendAsync(HttpContext http, string cacheControl)
    {
        http.Response.Headers.CacheControl = cacheControl;
        http.Response.Headers.ETag = _tag.ToString();
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(_tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = _contentType;
        http.Response.ContentLength = _content.Length;
        await http.Response.Body.WriteAsync(_content, http.RequestAborted);
    }

    private static string ContentTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static byte[] Read(string name)
    {
        using var resource = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}
