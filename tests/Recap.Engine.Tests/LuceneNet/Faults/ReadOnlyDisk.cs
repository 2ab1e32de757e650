using Lucene.Net.Store;
using IndexDirectory = Lucene.Net.Store.Directory;
using LuceneLock = Lucene.Net.Store.Lock;

namespace Recap.Engine.Tests.LuceneNet.Faults;

/// <summary>A folder on a disk that can only be read: its lock cannot be had, whoever asks.</summary>
internal sealed class ReadOnlyDisk(IndexDirectory inner) : FilterDirectory(inner)
{
    public override LuceneLock MakeLock(string name) => new Unobtainable();

    private sealed class Unobtainable : LuceneLock
    {
        public override bool Obtain()
        {
            FailureReason = new IOException("Read-only file system");
            return false;
        }

        public override bool IsLocked() => false;

        protected override void Dispose(bool disposing)
        {
        }
    }
}
