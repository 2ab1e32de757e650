namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What documents of one segment gain by a word, or by one form of it before the form's worth. Made once, read by many queries.</summary>
/// <param name="Docs">The documents that hold it, ascending.</param>
/// <param name="Values">What each gains.</param>
internal sealed record FormScores(int[] Docs, float[] Values)
{
    private const int Overhead = 384;

    /// <summary>No document holds it.</summary>
    public static FormScores None { get; } = new([], []);

    /// <summary>Bytes that it takes where it is kept, with its key.</summary>
    public long Size => Overhead + ((sizeof(int) + sizeof(float)) * (long)Docs.Length);

    /// <summary>Place of the first document that is not before another, from a place on.</summary>
    public int FirstFrom(int doc, int place)
    {
        var (docs, low, high) = (Docs, place, Docs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = docs[middle] < doc ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
