using Lucene.Net.Index;
using Lucene.Net.Store;
using IndexDirectory = Lucene.Net.Store.Directory;

namespace Recap.Engine.LuceneNet;

/// <summary>
/// The folder of an index without <c>segments.gen</c>. That file hints at the newest commit, is never synced, and after
/// a power loss may keep a sound index from being opened; readers find the newest commit by its name.
/// </summary>
internal sealed class HintlessDirectory(IndexDirectory inner) : FilterDirectory(inner)
{
    public override IndexInput OpenInput(string name, IOContext context) => IsHint(name)
        ? throw new FileNotFoundException("There are no hints.", name)
        : m_input.OpenInput(name, context);

    // Lucene goes on without.
    public override IndexOutput CreateOutput(string name, IOContext context) => IsHint(name)
        ? throw new IOException("There are no hints.")
        : m_input.CreateOutput(name, context);

    // By itself a filter reads the parts of a compound file through copies in buffers of its own.
    public override IndexInputSlicer CreateSlicer(string name, IOContext context) => m_input.CreateSlicer(name, context);

    private static bool IsHint(string name) => name == IndexFileNames.SEGMENTS_GEN;
}
