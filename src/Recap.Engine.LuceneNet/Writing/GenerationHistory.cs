using System.Collections.Immutable;
using Lucene.Net.Index;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>The generations that the folder of an index keeps.</summary>
internal sealed class GenerationHistory(SnapshotShelf shelf, LuceneIndexOptions options) : IGenerationHistory
{
    /// <inheritdoc/>
    public ImmutableArray<Generation> List() =>
        DirectoryReader.IndexExists(shelf.Directory) ? CommitList.Generations(shelf.Directory) : [];

    /// <inheritdoc/>
    public Task<Generation> RollBackAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (List() is not [var current, var earlier, ..])
        {
            throw new NoEarlierGenerationException();
        }

        RequireSound(earlier);

        using (var writer = LockedWriter.Open(shelf.Directory, options, earlier.Number))
        {
            writer.Lucene.SetCommitData(CommitData.Write(earlier with
            {
                Number = current.Number + 1,
                BuiltAt = options.TimeProvider.GetUtcNow(),
                RestoredFrom = earlier.Number,
            }));
            writer.Commit();
        }

        var published = shelf.Refresh();
        published.Release();
        return Task.FromResult(published.Generation);
    }

    // What rotted on disk unread must not be published.
    private void RequireSound(Generation generation)
    {
        if (options.Path is { } folder
            && CommitList.Read(shelf.Directory).First(commit => commit.Generation?.Number == generation.Number).Fault(folder) is { } fault)
        {
            throw new IndexUnusableException($"Generation {generation.Number} cannot be gone back to: {fault}. The current one stays.");
        }
    }
}
