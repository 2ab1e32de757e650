namespace Recap.Engine.Indexing.Pushing;

/// <summary>Says which paths a pushed file may have.</summary>
public static class PushPath
{
    /// <summary>
    /// Whether a path names a file below a root, by forward slashes. Names that other systems do not have, such as those with a
    /// question mark, are good: none becomes a path of this machine.
    /// </summary>
    public static bool IsValid(string path) =>
        path.Length is > 0 and <= PushLimits.MaxPathLength
        && !path.Any(char.IsControl)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !IsOfADrive(path)
        && Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or ".."));

    private static bool IsOfADrive(string path) => path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]);
}
