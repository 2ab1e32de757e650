using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

public sealed class OnDiskConformanceTests : TalkIndexConformance
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-index-");

    protected override Task<ITalkIndex> OpenEmptyAsync() =>
        Task.FromResult<ITalkIndex>(LuceneTalkIndex.Open(new LuceneIndexOptions { Path = _folder.FullName, TimeProvider = Time }));

    protected override ValueTask CleanUpAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
