namespace Recap.Engine.Indexing.Pushing;

/// <summary>How much a push may bring.</summary>
public sealed record PushLimits
{
    /// <summary>Largest file, in bytes: no longer one is read.</summary>
    public const long MaxFileBytes = ContentReader.MaxBytes;

    /// <summary>Longest path, in characters.</summary>
    public const int MaxPathLength = 1000;

    /// <summary>Files of a source. Default 100,000.</summary>
    public int MaxFiles { get; init; } = 100_000;

    /// <summary>Bytes that the files of one source may have on the server; twice as many are kept while one push replaces another. Default 1 GiB.</summary>
    public long MaxSourceBytes { get; init; } = 1L << 30;
}
