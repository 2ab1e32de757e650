using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Recap.Server.Assets;

/// <summary>What dresses the pages, and the widget for the pages of others.</summary>
internal static class AssetMapping
{
    private const string OwnFolder = "/assets/";
    private const string WidgetFolder = "/widget/";

    private static readonly ImmutableArray<Asset> Own = [.. Asset.In("assets/")];
    private static readonly ImmutableArray<Asset> Widget = [.. Asset.In("widget/")];

    public static string StyleAddress { get; } = AddressOf(Own, OwnFolder, "page.css");

    public static string IconAddress { get; } = AddressOf(Own, OwnFolder, "icon.svg");

    /// <summary>The script with both elements, under the name that never changes its content.</summary>
    public static string WidgetAddress { get; } = AddressOf(Widget, WidgetFolder, "recap.js");

    public static void MapAssets(this IEndpointRouteBuilder app)
    {
        foreach (var asset in Own)
        {
            asset.MapVersioned(app, OwnFolder);
        }

        // Scripts that are modules are fetched by other sites' pages as their data is: with leave, or not at all.
        foreach (var asset in Widget)
        {
            asset.MapVersioned(app, WidgetFolder).RequireCors();
            asset.MapNewest(app, WidgetFolder).RequireCors();
        }

        app.MapGet("/robots.txt", SendRobotsAsync);
    }

    // Every combination of filters is an address: a robot that followed them all would never leave.
    private static Task SendRobotsAsync(HttpContext http) =>
        http.Response.WriteAsync("User-agent: *\nDisallow: /*?\nDisallow: /v1/\n", http.RequestAborted);

    private static string AddressOf(ImmutableArray<Asset> assets, string folder, string name) => folder + assets.Single(asset => asset.Name == name).VersionedName;
}
