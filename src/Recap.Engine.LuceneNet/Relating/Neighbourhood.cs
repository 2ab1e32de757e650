using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>Hands out one snapshot a question.</summary>
internal sealed class Neighbourhood(SnapshotShelf shelf) : INeighbourhood
{
    /// <inheritdoc/>
    public Generation Current
    {
        get
        {
            var snapshot = shelf.Hold();
            snapshot.Release();
            return snapshot.Generation;
        }
    }

    /// <inheritdoc/>
    public Task<INeighbourhoodView> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<INeighbourhoodView>(new NeighbourhoodView(shelf.Hold()));
    }
}
