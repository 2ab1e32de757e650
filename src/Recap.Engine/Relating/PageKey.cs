namespace Recap.Engine.Relating;

/// <summary>The address of a page as pages are compared: without scheme, query and fragment, <c>index.html</c> and last slash.</summary>
/// <param name="Host">Host, lower case; empty where only a path is known.</param>
/// <param name="Path">Path, decoded, from the first slash on; <c>/</c> for the front page.</param>
public readonly record struct PageKey(string Host, string Path)
{
    private const string IndexFile = "index.html";

    /// <summary>Reads an absolute address or a path.</summary>
    public static PageKey Of(string uri)
    {
        var trimmed = uri.Trim();
        return Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
            ? new PageKey(absolute.IsDefaultPort ? absolute.Host : absolute.Authority, Plain(absolute.AbsolutePath))
            : new PageKey("", Plain(trimmed.Split('#', '?')[0]));
    }

    /// <summary>As one string.</summary>
    public override string ToString() => Host + Path;

    private static string Plain(string path)
    {
        var plain = Uri.UnescapeDataString(path);
        plain = plain.EndsWith("/" + IndexFile, StringComparison.Ordinal) ? plain[..^IndexFile.Length] : plain;
        plain = plain.TrimEnd('/');
        return plain.StartsWith('/') ? plain : "/" + plain;
    }
}
