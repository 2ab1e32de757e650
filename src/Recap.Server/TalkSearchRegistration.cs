using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Recap.Engine.Relating;
using Recap.Protocol.V1;
using Recap.Server.Answers;
using Recap.Server.Assets;
using Recap.Server.Errors;
using Recap.Server.Feeds;
using Recap.Server.Health;
using Recap.Server.Http;
using Recap.Server.Indexing;
using Recap.Server.Pages;
using Recap.Server.Security;

namespace Recap.Server;

/// <summary>What the server is made of, and in which order a request meets it.</summary>
public static class TalkSearchRegistration
{
    // Browsers cap it at two hours or less whatever is said.
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(2);

    // A search is a few thousand bytes, a piece of a pushed file 256 KiB, a list of 500 of them at most 540,000.
    private const int MaxMessageBytes = 1024 * 1024;

    /// <summary>Adds the services that answer questions about the talks of one index.</summary>
    public static IServiceCollection AddTalkSearch(this IServiceCollection services, ServedTalks served, RecapServerOptions options)
    {
        services.TryAddSingleton(served.Index);
        services.TryAddSingleton(served.Related);
        services.TryAddSingleton(served.Topics);
        services.TryAddSingleton(ReasonWording.ByName(served.Topics.Taxonomy));
        services.TryAddSingleton(options);
        services.AddRouting();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = null);
        services.AddGrpc(grpc =>
            {
                grpc.MaxReceiveMessageSize = MaxMessageBytes;
                grpc.Interceptors.Add<DomainErrorInterceptor>();
                grpc.Interceptors.Add<NarrowReading>();
            })
            .AddJsonTranscoding(json => json.TypeRegistry = ErrorStatus.Details);
        services.AddGrpcReflection();
        services.AddIndexHealth(options);
        services.AddPages();
        services.AddResponseCompression(Compress);
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => AllowReading(policy, options)));
        return services;
    }

    /// <summary>Adds what lets the holders of keys fill the index from afar.</summary>
    public static IServiceCollection AddTalkIndexing(this IServiceCollection services, IndexAccess access)
    {
        services.TryAddSingleton(access);
        services.TryAddSingleton(access.Keys);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>Maps calls, health, reflection and pages.</summary>
    public static WebApplication MapTalkSearch(this WebApplication app)
    {
        var indexing = app.Services.GetService<IndexAccess>() is not null;
        app.UseForwardedHeaders();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(OriginVariance.InvokeAsync);
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseMiddleware<FailureResponses>();
        app.UseMiddleware<RequestLimits>();
        if (indexing)
        {
            app.UseMiddleware<KeyGate>();
        }

        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<GenerationTag>();
        app.Use(StrictJsonRequests.InvokeAsync);

        var options = app.Services.GetRequiredService<RecapServerOptions>();
        var reading = new NeedsKey(KeyScope.Read);
        var timeout = new RequestTimeoutPolicy { Timeout = options.CallTimeout };
        app.MapGrpcService<TalkSearchApi>().RequireCors().WithRequestTimeout(timeout).WithMetadata(reading);
        if (indexing)
        {
            app.MapGrpcService<TalkIndexApi>().WithMetadata(new NeedsKey(KeyScope.Index));
        }

        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        app.Map("/v1/{**rest}", http => JsonStatus.WriteAsync(http, ErrorStatus.NoSuchMethod())).RequireCors();
        app.MapAssets();
        var shown = app.MapGroup("").WithMetadata(reading);
        shown.MapFeeds(timeout);
        shown.MapPages(timeout);
        return app;
    }

    // Nothing served is secret, so that its length tells nobody anything (BREACH) and TLS is no hindrance.
    private static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(
            ["application/feed+json", "application/rss+xml", "application/opensearchdescription+xml", "image/svg+xml"]);
    }

    private static void AddPages(this IServiceCollection services)
    {
        // Readable source: accents stay letters, markup is still encoded.
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<PageFailures>();
    }

    private static void AddIndexHealth(this IServiceCollection services, RecapServerOptions options)
    {
        services.AddGrpcHealthChecks(health =>
                health.Services.Map(TalkSearchService.Descriptor.FullName, _ => true))
            .AddCheck<IndexHealth>("index");
        services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.Zero;
            publisher.Period = options.HealthPeriod;
        });
    }

    // No credentials, ever: what another site's page may read here is what anybody may.
    private static void AllowReading(CorsPolicyBuilder policy, RecapServerOptions options)
    {
        policy.WithOrigins([.. options.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders("content-type", "x-grpc-web", "x-user-agent", "grpc-timeout", "grpc-accept-encoding", "if-none-match", "authorization")
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "etag", "retry-after")
            .SetPreflightMaxAge(PreflightAge);
    }
}
