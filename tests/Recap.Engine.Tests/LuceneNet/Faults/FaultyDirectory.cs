using Lucene.Net.Store;
using IndexDirectory = Lucene.Net.Store.Directory;

namespace Recap.Engine.Tests.LuceneNet.Faults;

/// <summary>
/// A folder on a disk that breaks: after a number of operations that change it, every further one fails. It knows
/// which files were synced, so that a power loss can take from the others what it likes.
/// </summary>
internal sealed class FaultyDirectory(IndexDirectory inner, int operations) : FilterDirectory(inner)
{
    private readonly HashSet<string> _unsynced = new(StringComparer.Ordinal);
    private readonly System.Threading.Lock _gate = new();
    private int _left = operations;

    /// <summary>Operations that changed the folder, or tried to.</summary>
    public int Operations { get; private set; }

    public bool IsBroken { get; private set; }

    /// <summary>Names of files that a power loss may harm.</summary>
    public IReadOnlyCollection<string> Unsynced => _unsynced;

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        Spend();
        lock (_gate)
        {
            _unsynced.Add(name);
        }

        return new FaultyOutput(this, m_input.CreateOutput(name, context));
    }

    public override void DeleteFile(string name)
    {
        Spend();
        m_input.DeleteFile(name);
        lock (_gate)
        {
            _unsynced.Remove(name);
        }
    }

    public override void Sync(ICollection<string> names)
    {
        foreach (var name in names)
        {
            Spend();
            m_input.Sync([name]);
            lock (_gate)
            {
                _unsynced.Remove(name);
            }
        }
    }

    public void Spend()
    {
        lock (_gate)
        {
            Operations++;
            if (_left-- <= 0)
            {
                IsBroken = true;
                throw new IOException("No space left on device");
            }
        }
    }

    private sealed class FaultyOutput(FaultyDirectory directory, IndexOutput inner) : IndexOutput
    {
        public override long Position => inner.Position;

        public override long Length
        {
            get => inner.Length;
            set => inner.Length = value;
        }

        public override long Checksum => inner.Checksum;

        public override void WriteByte(byte b) => inner.WriteByte(b);

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            directory.Spend();
            inner.WriteBytes(b, offset, length);
        }

        public override void Flush()
        {
            directory.Spend();
            inner.Flush();
        }

        [Obsolete("Lucene has it so.")]
        public override void Seek(long pos) => inner.Seek(pos);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }
        }
    }
}
