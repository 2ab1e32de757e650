using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Recap.Server.Pages;

/// <summary>The files that pages are dressed with. Their addresses carry what is in them, so that they may be kept for ever.</summary>
internal static class PageAssets
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private static readonly byte[] Style = Read("recap.css");
    private static readonly byte[] Icon = Read("recap.svg");

    public static string StyleAddress { get; } = $"/assets/recap.{Hash(Style)}.css";

    public static string IconAddress { get; } = $"/assets/recap.{Hash(Icon)}.svg";

    public static void MapPageAssets(this IEndpointRouteBuilder app)
    {
        app.MapGet(StyleAddress, http => SendAsync(http, Style, "text/css; charset=utf-8"));
        app.MapGet(IconAddress, http => SendAsync(http, Icon, "image/svg+xml"));
    }

    private static Task SendAsync(HttpContext http, byte[] content, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = ForEver;
        return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(PageAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no {name}.");
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];
}
