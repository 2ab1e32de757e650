using System.CommandLine;
using Recap.Cli.Shell;
using Recap.Server;

namespace Recap.Cli.Verbs;

/// <summary>The options of <c>recap serve</c> that say who may ask, and how much.</summary>
internal sealed class AccessOptions
{
    private static readonly RecapServerOptions Usual = new();

    private readonly Option<bool> _closed = new("--search-needs-key") { Description = "Let only those search who hold a key of scope read (recap keys create LABEL --scope read)" };
    private readonly Option<int> _rate = NumberOption.Create("--requests-per-second", "Requests that one client may send a second on the long run, 0 for any number", (0, 100_000), Usual.RequestsPerSecond);
    private readonly Option<int> _burst = NumberOption.Create("--request-burst", "Requests that one client may send at once", (1, 1_000_000), Usual.RequestBurst);

    /// <summary>All of them, as help lists them.</summary>
    public IEnumerable<Option> All => [_closed, _rate, _burst];

    public RecapServerOptions Read(ParseResult parsed, RecapServerOptions options) => options with
    {
        SearchNeedsKey = parsed.GetValue(_closed),
        RequestsPerSecond = parsed.GetValue(_rate),
        RequestBurst = parsed.GetValue(_burst),
    };
}
