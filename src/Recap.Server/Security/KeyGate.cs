using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Recap.Server.Security;

/// <summary>
/// Lets in who may. What indexes needs a key of scope index; what searches needs one of scope read where the server is
/// closed. Health is for everybody, and so are the files of pages.
/// </summary>
internal sealed class KeyGate(RequestDelegate next, KeyRing keys, RecapServerOptions options)
{
    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext http)
    {
        if (ScopeNeeded(http) is { } scope)
        {
            var key = KeyOf(http.Request, scope);
            // What a page or a feed shows is of every source.
            var everything = http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is null;
            if (everything ? !key.Allows(scope) : !key.Scopes.Contains(scope))
            {
                throw new KeyTooNarrowException(scope, source: null);
            }

            http.Features.Set(new Caller(key));
            http.Response.OnStarting(() =>
            {
                // What is for one caller must not be kept for all.
                http.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private KeyScope? ScopeNeeded(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<NeedsKey>()?.Scope switch
    {
        KeyScope.Index => KeyScope.Index,
        KeyScope.Read when options.SearchNeedsKey => KeyScope.Read,
        _ => null,
    };

    private ApiKey KeyOf(HttpRequest request, KeyScope scope)
    {
        if (scope == KeyScope.Index && !keys.List().Any(key => key.RevokedAt is null && key.Scopes.Contains(KeyScope.Index)))
        {
            throw UnauthenticatedException.Off();
        }

        var header = request.Headers[HeaderNames.Authorization];
        if (header is not [{ } value] || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw UnauthenticatedException.Required();
        }

        return keys.Find(value[Scheme.Length..].Trim()) ?? throw UnauthenticatedException.Refused();
    }
}

/// <summary>Marks an endpoint that a key may be needed for.</summary>
/// <param name="Scope">The scope needed; read only where the server is closed.</param>
internal sealed record NeedsKey(KeyScope Scope);
