using System.Collections.Immutable;
using Lucene.Net.Index;
using Recap.Engine.Indexing;
using IndexDirectory = Lucene.Net.Store.Directory;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>The commits of an index. One that cannot be read is told of, and hides no other.</summary>
internal static class CommitList
{
    /// <summary>Every commit there is, newest first.</summary>
    public static ImmutableArray<StoredCommit> Read(IndexDirectory directory) =>
        [.. directory.ListAll().Where(name => name.StartsWith("segments_", StringComparison.Ordinal))
            .OrderByDescending(SegmentInfos.GenerationFromSegmentsFileName).Select(name => Read(directory, name))];

    /// <summary>The generations, newest first, by the newest commit of each.</summary>
    public static ImmutableArray<Generation> Generations(IndexDirectory directory) =>
        [.. Read(directory).Select(commit => commit.Generation).OfType<Generation>().DistinctBy(generation => generation.Number)];

    private static StoredCommit Read(IndexDirectory directory, string name)
    {
        var infos = new SegmentInfos();
        try
        {
            infos.Read(directory, name);
            return new StoredCommit(name, CommitData.Read(infos.UserData), [.. infos.GetFiles(directory, includeSegmentsFile: true)]);
        }
        catch (Exception e) when (IndexFolder.TellsOfDamage(e))
        {
            return new StoredCommit(name, Generation: null, Files: []);
        }
    }
}

/// <summary>One commit of an index.</summary>
/// <param name="Name">Name of the file that lists its segments.</param>
/// <param name="Generation">What it is; null where that cannot be read.</param>
/// <param name="Files">Every file it needs; empty where that cannot be read.</param>
internal sealed record StoredCommit(string Name, Generation? Generation, ImmutableArray<string> Files)
{
    /// <summary>What is wrong with the commit, in a few words; null where it is sound.</summary>
    public string? Fault(string folder) => Generation is null
        ? $"{Name} cannot be read"
        : FileChecksums.FirstUnsound(folder, Files) is { } file ? $"{file} is missing or not as it was written" : null;
}
