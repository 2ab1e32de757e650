using System.Diagnostics.CodeAnalysis;

namespace Recap.Server.Answers;

/// <summary>Tells addresses that a reader may follow from those that would run something.</summary>
internal static class WebAddress
{
    /// <summary>Whether it is an absolute http or https address; <c>javascript:</c>, <c>data:</c> and relative ones are not.</summary>
    public static bool IsSafe([NotNullWhen(true)] string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
