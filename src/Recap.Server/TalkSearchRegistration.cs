using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
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
using Recap.Server.Pages;

namespace Recap.Server;

/// <summary>What the server is made of, and in which order a request meets it.</summary>
public static class TalkSearchRegistration
{
    // Browsers cap it at two hours or less whatever is said.
    private static readonly TimeSpan PreflightAge = TimeSpan.FromHours(2);

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
        services.AddGrpc(grpc => grpc.Interceptors.Add<DomainErrorInterceptor>())
            .AddJsonTranscoding(json => json.TypeRegistry = ErrorStatus.Details);
        services.AddGrpcReflection();
        services.AddIndexHealth(options);
        services.AddPages();
        services.AddResponseCompression(Compress);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => AllowReading(policy, options)));
        return services;
    }

    /// <summary>Maps calls, health, reflection and pages.</summary>
    public static WebApplication MapTalkSearch(this WebApplication app)
    {
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseMiddleware<FailureResponses>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<GenerationTag>();
        app.Use(StrictJsonRequests.InvokeAsync);

        var options = app.Services.GetRequiredService<RecapServerOptions>();
        var timeout = new RequestTimeoutPolicy { Timeout = options.CallTimeout };
        app.MapGrpcService<TalkSearchApi>().RequireCors().WithRequestTimeout(timeout);
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        app.Map("/v1/{**rest}", http => JsonStatus.WriteAsync(http, ErrorStatus.NoSuchMethod())).RequireCors();
        app.MapAssets();
        app.MapFeeds(timeout);
        app.MapPages(timeout);
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
            .WithHeaders("content-type", "x-grpc-web", "x-user-agent", "grpc-timeout", "grpc-accept-encoding", "if-none-match")
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "etag", "retry-after")
            .SetPreflightMaxAge(PreflightAge);
    }
}
