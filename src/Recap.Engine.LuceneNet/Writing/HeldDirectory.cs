using Lucene.Net.Store;
using IndexDirectory = Lucene.Net.Store.Directory;
using LuceneLock = Lucene.Net.Store.Lock;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>The folder of an index for the one who holds its lock: Lucene's writer asks for a lock of its own, and gets one that says so.</summary>
internal sealed class HeldDirectory(IndexDirectory inner) : FilterDirectory(inner)
{
    public override LuceneLock MakeLock(string name) => new Held();

    // By itself a filter reads the parts of a compound file through copies in buffers of its own.
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => m_input.CreateSlicer(name, context);

    // Whoever took the lock gives it back.
    private sealed class Held : LuceneLock
    {
        public override bool Obtain() => true;

        public override bool IsLocked() => true;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
