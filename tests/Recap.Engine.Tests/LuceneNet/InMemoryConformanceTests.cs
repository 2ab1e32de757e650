using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.LuceneNet;

public sealed class InMemoryConformanceTests : TalkIndexConformance
{
    protected override Task<ITalkIndex> OpenEmptyAsync() =>
        Task.FromResult<ITalkIndex>(LuceneTalkIndex.Open(new LuceneIndexOptions { TimeProvider = Time }));
}
