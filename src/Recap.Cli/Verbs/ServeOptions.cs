using System.CommandLine;
using System.CommandLine.Parsing;
using System.ComponentModel.DataAnnotations;
using Recap.Cli.Shell;
using Recap.Server;

namespace Recap.Cli.Verbs;

/// <summary>The options of <c>recap serve</c> that are the server's own.</summary>
internal sealed class ServeOptions
{
    private const int MostSeconds = 24 * 60 * 60;

    private static readonly RecapServerOptions Usual = new();

    private readonly Option<string> _host = new("--host") { Description = "Where to listen: localhost, an IP address, or * for every address", HelpName = "HOST", DefaultValueFactory = _ => Usual.Host };
    private readonly Option<int> _http = NumberOption.Create("--http-port", "Port of pages, JSON and gRPC-Web; 0 takes a free one", (0, 65535), Usual.HttpPort);
    private readonly Option<int> _grpc = NumberOption.Create("--grpc-port", "Port of gRPC (HTTP/2); 0 takes a free one", (0, 65535), Usual.GrpcPort);
    private readonly Option<string[]> _origins = new("--allow-origin") { Description = "Site whose pages may ask, such as https://blog.example; may be given again; default: any", HelpName = "ORIGIN|none" };
    private readonly Option<string?> _publicUrl = new("--public-url") { Description = "Address under which readers reach the pages, for feeds and link previews; default: what the request says", HelpName = "URL" };
    private readonly Option<string> _siteName = new("--site-name") { Description = "Name shown on the pages and in feeds", HelpName = "NAME", DefaultValueFactory = _ => Usual.SiteName };
    private readonly Option<int> _cacheFor = NumberOption.Create("--cache-for", "Seconds for which browsers and proxies may reuse an answer without asking again", (0, MostSeconds), (int)Usual.CacheFor.TotalSeconds);

    /// <summary>All of them, as help lists them.</summary>
    public IEnumerable<Option> All => [_host, _http, _grpc, _origins, _publicUrl, _siteName, _cacheFor];

    public RecapServerOptions Read(ParseResult parsed) => Worded(parsed.RootCommandResult) with
    {
        HttpPort = parsed.GetValue(_http),
        GrpcPort = parsed.GetValue(_grpc),
        CacheFor = TimeSpan.FromSeconds(parsed.GetValue(_cacheFor)),
    };

    /// <summary>Refuses what the server would refuse, before anything is indexed.</summary>
    public void Check(CommandResult result)
    {
        try
        {
            Worded(result).Validate();
        }
        catch (ValidationException e)
        {
            result.AddError(InOptions(e.Message));
        }
    }

    // All but the numbers, which are checked where they are parsed. Checks run before defaults are filled in.
    private RecapServerOptions Worded(SymbolResult result) => Usual with
    {
        Host = result.GetValue(_host) ?? Usual.Host,
        AllowedOrigins = ReadOrigins(result.GetValue(_origins) ?? []),
        PublicUrl = result.GetValue(_publicUrl) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null,
        SiteName = result.GetValue(_siteName) ?? Usual.SiteName,
    };

    // The server names its own settings.
    private string InOptions(string message) => message
        .Replace($"The field {nameof(RecapServerOptions.Host)}", _host.Name, StringComparison.Ordinal)
        .Replace($"The field {nameof(RecapServerOptions.AllowedOrigins)}", _origins.Name, StringComparison.Ordinal)
        .Replace($"The field {nameof(RecapServerOptions.PublicUrl)}", _publicUrl.Name, StringComparison.Ordinal)
        .Replace($"The field {nameof(RecapServerOptions.SiteName)}", _siteName.Name, StringComparison.Ordinal);

    private static IReadOnlyList<string> ReadOrigins(string[] given) => given switch
    {
        [] => Usual.AllowedOrigins,
        ["none"] => [],
        _ => given,
    };
}
