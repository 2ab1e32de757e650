using System.Buffers;

namespace Recap.Engine.Indexing.Pushing;

/// <summary>Says which paths a pushed file may have.</summary>
public static class PushPath
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|");

    /// <summary>Whether a path names a file below a root, by forward slashes, on any system.</summary>
    public static bool IsValid(string path) =>
        path.Length is > 0 and <= PushLimits.MaxPathLength
        && !path.Any(char.IsControl)
        && path.AsSpan().IndexOfAny(Forbidden) < 0
        && Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or ".."));
}
