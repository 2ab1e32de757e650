using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>What the references of a text stand for: addresses by name, addresses without a name in their order, replacements.</summary>
internal sealed partial class RstTargets
{
    // Names may stand for other names.
    private const int LongestChain = 5;

    private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _replacements = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _anonymous = new();

    public static RstTargets Of(string[] lines)
    {
        var targets = new RstTargets();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().TrimStart();
            if (line.StartsWith(".. _") || line.StartsWith("__ "))
            {
                targets.Add(line.ToString(), i + 1 < lines.Length && lines[i + 1].StartsWith(' ') ? lines[i + 1].Trim() : "");
            }
            else if (line.StartsWith(".. |") && Replacement().Match(line.ToString()) is { Success: true } match)
            {
                targets._replacements.TryAdd(Name(match.Groups["name"].Value), match.Groups["what"].Value == "replace" ? match.Groups["text"].Value : "");
            }
        }

        return targets;
    }

    /// <summary>The address that a name stands for; null where it stands for none.</summary>
    public string? AddressOf(string name)
    {
        var address = _addresses.GetValueOrDefault(Name(name));
        for (var i = 0; i < LongestChain && address is [.., '_'] && _addresses.TryGetValue(Name(address[..^1].Trim('`')), out var next); i++)
        {
            address = next;
        }

        return address is "" ? null : address;
    }

    /// <summary>The next address without a name; null where there is none left.</summary>
    public string? NextAddress() => _anonymous.TryDequeue(out var address) ? address : null;

    public string? ReplacementOf(string name) => _replacements.GetValueOrDefault(Name(name));

    private void Add(string line, string next)
    {
        if (line.StartsWith("__ ", StringComparison.Ordinal))
        {
            _anonymous.Enqueue(line[3..].Trim());
        }
        else if (Target().Match(line) is { Success: true } match)
        {
            var address = match.Groups["url"].Value is { Length: > 0 } url ? url : next;
            var name = Name(match.Groups["name"].Value.Trim('`'));
            if (name == "_")
            {
                _anonymous.Enqueue(address);
            }
            else
            {
                _addresses.TryAdd(name, address.Contains("://", StringComparison.Ordinal) || match.Groups["url"].Success ? address : "");
            }
        }
    }

    private static string Name(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^\.\. _(?<name>`[^`]+`|([^:\\]|\\.|:[^\s])+):( +(?<url>\S.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Target();

    [GeneratedRegex(@"^\.\. \|(?<name>[^|]+)\| (?<what>[\w-]+)::\s*(?<text>.*)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Replacement();
}
