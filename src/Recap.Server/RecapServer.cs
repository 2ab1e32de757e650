using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recap.Server.Security;

namespace Recap.Server;

/// <summary>The server over one index: pages, JSON and gRPC-Web on one port, gRPC on the other.</summary>
public static class RecapServer
{
    // A search is a few thousand bytes; this leaves room for the longest filter and none for mischief.
    private const int MaxRequestBytes = 1024 * 1024;

    /// <summary>Builds the server without starting it. It reads no settings but <paramref name="options"/>, and does not own what it serves.</summary>
    /// <param name="options">Where to listen and what to allow.</param>
    /// <param name="served">What it answers from.</param>
    /// <param name="logging">Where the log goes; without it there is none.</param>
    /// <param name="access">Keys, and what is pushed; without it nothing can be indexed from afar.</param>
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="IOException">The certificate cannot be used.</exception>
    public static WebApplication Build(RecapServerOptions options, ServedTalks served, Action<ILoggingBuilder>? logging = null, IndexAccess? access = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(served);
        options.Validate();
        if (options.SearchNeedsKey && access is null)
        {
            throw new ValidationException($"The field {nameof(options.SearchNeedsKey)} asks for keys, and there is no place for them.");
        }

        // The empty builder: settings files and environment variables of the folder it is started in are none of its business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "recap" });
        logging?.Invoke(builder.Logging);
        var certificate = options.Tls?.Load();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options, certificate));
        if (access is not null)
        {
            builder.Services.AddTalkIndexing(access);
        }

        builder.Services.AddTalkSearch(served, options);

        var app = builder.Build();
        app.MapTalkSearch();
        return app;
    }

    /// <summary>Where a started server listens.</summary>
    /// <exception cref="InvalidOperationException">The server is not started.</exception>
    public static ServerAddresses AddressesOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.ToArray() ?? [];
        return addresses is [var http, var grpc]
            ? new ServerAddresses(AsReached(http), AsReached(grpc))
            : throw new InvalidOperationException("The server is not started.");
    }

    private static void Listen(KestrelServerOptions kestrel, RecapServerOptions options, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        options.Connections.ApplyTo(kestrel.Limits);
        Listen(kestrel, options.Host, options.HttpPort, listen => Speak(listen, HttpProtocols.Http1, certificate));
        Listen(kestrel, options.Host, options.GrpcPort, listen => Speak(listen, HttpProtocols.Http2, certificate));
    }

    private static void Speak(ListenOptions listen, HttpProtocols protocols, X509Certificate2? certificate)
    {
        listen.Protocols = protocols;
        if (certificate is not null)
        {
            listen.UseHttps(certificate);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, string host, int port, Action<ListenOptions> configure)
    {
        switch (host)
        {
            case "*":
                kestrel.ListenAnyIP(port, configure);
                break;
            case "localhost" when port != 0:
                kestrel.ListenLocalhost(port, configure);
                break;
            case "localhost":
                kestrel.Listen(IPAddress.Loopback, port, configure);
                break;
            default:
                kestrel.Listen(IPAddress.Parse(host), port, configure);
                break;
        }
    }

    // "Every address" is no address to go to.
    private static Uri AsReached(string address) => new(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
}

/// <summary>Where a started server listens.</summary>
/// <param name="Http">Pages, JSON and gRPC-Web.</param>
/// <param name="Grpc">gRPC over HTTP/2.</param>
public sealed record ServerAddresses(Uri Http, Uri Grpc);
