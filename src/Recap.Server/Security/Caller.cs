using Microsoft.AspNetCore.Http;

namespace Recap.Server.Security;

/// <summary>Who asks: nobody in particular, or who holds a key.</summary>
internal sealed record Caller(ApiKey? Key)
{
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? new Caller((ApiKey?)null);

    /// <exception cref="KeyTooNarrowException">The key is not for that.</exception>
    public void Require(KeyScope scope, string source)
    {
        if (!May(scope, source))
        {
            throw new KeyTooNarrowException(scope, source);
        }
    }

    /// <exception cref="UnauthenticatedException">The key was revoked while the call went on.</exception>
    public void RequireStill(KeyRing keys)
    {
        if (Key is null || !keys.IsGood(Key))
        {
            throw UnauthenticatedException.Refused();
        }
    }

    public bool May(KeyScope scope, string source) => Key?.Allows(scope, source) == true;
}
