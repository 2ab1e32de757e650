using System.ComponentModel.DataAnnotations;
using System.Net;
using Recap.Server.Security;

namespace Recap.Server;

/// <summary>What an operator may choose. Anything out of its range stops the start with a message that names it.</summary>
public sealed record RecapServerOptions
{
    /// <summary>Name that <see cref="AllowedOrigins"/> takes for "any page of any site".</summary>
    public const string AnyOrigin = "*";

    /// <summary>Where to listen: <c>localhost</c> (this machine only), an IP address, or <c>*</c> (every address).</summary>
    /// <value>Default <c>localhost</c>. With a port of 0, <c>localhost</c> is 127.0.0.1 alone.</value>
    [Required]
    public string Host { get; init; } = "localhost";

    /// <summary>Port of the pages, of JSON and of gRPC-Web (HTTP/1.1).</summary>
    /// <value>0..65535, default 8080; 0 takes a free one.</value>
    [Range(0, 65535)]
    public int HttpPort { get; init; } = 8080;

    /// <summary>Port of gRPC (HTTP/2).</summary>
    /// <value>0..65535, default 8081; 0 takes a free one.</value>
    [Range(0, 65535)]
    public int GrpcPort { get; init; } = 8081;

    /// <summary>The certificate of both ports.</summary>
    /// <value>Default none: both speak without TLS, which a proxy in front may end.</value>
    public TlsCertificate? Tls { get; init; }

    /// <summary>Origins whose pages may read the API, such as <c>https://blog.example</c>.</summary>
    /// <value>
    /// Default <see cref="AnyOrigin"/>: what is served is public, and credentials are never allowed. Empty: none.
    /// </value>
    [Required]
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [AnyOrigin];

    /// <summary>Address under which readers reach the pages; feeds and link previews are written with it.</summary>
    /// <value>Default: what the request says. An absolute http or https address.</value>
    public Uri? PublicUrl { get; init; }

    /// <summary>Name shown on the pages and in feeds.</summary>
    /// <value>1..60 characters, default <c>Recap</c>.</value>
    [Required]
    [StringLength(60, MinimumLength = 1)]
    public string SiteName { get; init; } = "Recap";

    /// <summary>Longest time that one call may take, whatever deadline its caller has set.</summary>
    /// <value>100 ms..5 min, default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long browsers and proxies may reuse an answer without asking whether the index has changed.</summary>
    /// <value>0..1 day, default 0: they ask each time and mostly hear 304.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CacheFor { get; init; } = TimeSpan.Zero;

    /// <summary>How often the health of the index is looked at for those who watch it.</summary>
    /// <value>1 s..5 min, default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan HealthPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether searching, too, needs a key (scope read).</summary>
    /// <value>Default: everybody may search.</value>
    public bool SearchNeedsKey { get; init; }

    /// <summary>Requests that one client may send a second, on the long run. A client is an IPv4 address or an IPv6 network.</summary>
    /// <value>0..100,000, default 100; 0 sets no limit.</value>
    [Range(0, 100_000)]
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests that one client may send at once, after a pause.</summary>
    /// <value>1..1,000,000, default 500.</value>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; init; } = 500;

    /// <summary>Searches answered at the same time; four times as many wait, and what comes then is refused.</summary>
    /// <value>1..10,000, default 64.</value>
    [Range(1, 10_000)]
    public int ConcurrentSearches { get; init; } = 64;

    /// <summary>Calls of <c>TalkIndexService</c> at the same time, pushes that wait for each other included.</summary>
    /// <value>1..1,000, default 16.</value>
    [Range(1, 1_000)]
    public int ConcurrentPushes { get; init; } = 16;

    /// <summary>How long slow and silent connections are borne.</summary>
    internal ConnectionBounds Connections { get; init; } = new();

    /// <summary>Checks every bound.</summary>
    /// <exception cref="ValidationException">Something is out of its range; the message names all that is.</exception>
    public void Validate()
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), faults, validateAllProperties: true);
        if (PublicUrl is { } url && !IsWebAddress(url))
        {
            faults.Add(new ValidationResult($"The field {nameof(PublicUrl)} must be an absolute http or https address."));
        }

        if (Host is not ("localhost" or "*") && !IPAddress.TryParse(Host, out _))
        {
            faults.Add(new ValidationResult($"The field {nameof(Host)} must be localhost, * or an IP address."));
        }

        foreach (var origin in AllowedOrigins?.Where(origin => !IsOrigin(origin)) ?? [])
        {
            faults.Add(new ValidationResult($"The field {nameof(AllowedOrigins)} holds '{origin}', which is no origin such as https://blog.example."));
        }

        if (faults.Count > 0)
        {
            throw new ValidationException(string.Join(' ', faults.Select(fault => fault.ErrorMessage)));
        }
    }

    private static bool IsWebAddress(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    // A trailing slash or a path would never equal what a browser sends.
    private static bool IsOrigin(string origin) =>
        origin == AnyOrigin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var url) && IsWebAddress(url) && url.GetLeftPart(UriPartial.Authority) == origin);
}
