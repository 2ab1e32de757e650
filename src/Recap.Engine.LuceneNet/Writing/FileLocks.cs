using Lucene.Net.Store;
using IODirectory = System.IO.Directory;
using LuceneLock = Lucene.Net.Store.Lock;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Locks that the system keeps: a file that is open for its holder alone, which ends with the holder's process. Lucene's own
/// share their file on Linux, so that they keep out nobody but their own process.
/// </summary>
/// <param name="folder">Absolute path of the folder that is locked; made where it is not there.</param>
internal sealed class FileLocks(string folder) : LockFactory
{
    public override LuceneLock MakeLock(string lockName) => new FileLock(folder, lockName);

    // A lock that nobody holds is free, whether or not its file is there.
    public override void ClearLock(string lockName)
    {
    }

    private sealed class FileLock(string folder, string name) : LuceneLock
    {
        // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
        private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

        private FileStream? _held;

        public override bool Obtain()
        {
            FailureReason = null;
            try
            {
                IODirectory.CreateDirectory(folder);
                _held ??= Open();
                return true;
            }
            catch (IOException e) when (Array.IndexOf(Taken, e.HResult) >= 0)
            {
                return false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                FailureReason = e;
                return false;
            }
        }

        public override bool IsLocked() => _held is not null;

        private FileStream Open()
        {
            try
            {
                return Open(FileAccess.Write);
            }
            catch (UnauthorizedAccessException)
            {
                // Another user may have made the file; whether the folder can be written is another question.
                return Open(FileAccess.Read);
            }
        }

        private FileStream Open(FileAccess access) =>
            new(Path.Combine(folder, name), FileMode.OpenOrCreate, access, FileShare.None, bufferSize: 1);

        // The file stays: to delete it would take it from under the one who has opened it meanwhile.
        protected override void Dispose(bool disposing)
        {
            _held?.Dispose();
            _held = null;
        }
    }
}
