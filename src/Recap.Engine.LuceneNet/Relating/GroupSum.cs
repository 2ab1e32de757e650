using System.Numerics;
using System.Runtime.InteropServices;
using Recap.Engine.Relating;

namespace Recap.Engine.LuceneNet.Relating;

/// <summary>Adds what a <see cref="KeyGroup"/> makes of the gains of all documents, several at once.</summary>
internal static class GroupSum
{
    /// <summary>Takes the place of a half of 0: anything gained is far more, and nothing gained stays nothing.</summary>
    private const float LeastHalf = 1e-30f;

    /// <param name="most">What is added to, by document.</param>
    /// <param name="gains">What shared keys gained, by document, 0 or more.</param>
    /// <param name="lengths">One by the length of each document; empty where length does not count.</param>
    /// <param name="weight">As <see cref="KeyGroup.Weight"/>.</param>
    /// <param name="half">As <see cref="KeyGroup.Half"/>.</param>
    public static void AddTo(Span<float> most, ReadOnlySpan<float> gains, ReadOnlySpan<float> lengths, float weight, float half)
    {
        half = Math.Max(half, LeastHalf);
        var all = MemoryMarshal.Cast<float, Vector<float>>(most);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(gains);
        var shares = MemoryMarshal.Cast<float, Vector<float>>(lengths);
        for (var i = 0; i < all.Length; i++)
        {
            var gained = shares.IsEmpty ? sums[i] : sums[i] * shares[i];
            all[i] += new Vector<float>(weight) * gained / (gained + new Vector<float>(half));
        }

        for (var doc = all.Length * Vector<float>.Count; doc < most.Length; doc++)
        {
            var gained = lengths.IsEmpty ? gains[doc] : gains[doc] * lengths[doc];
            most[doc] += weight * gained / (gained + half);
        }
    }
}
