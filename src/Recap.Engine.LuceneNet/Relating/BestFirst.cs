namespace Recap.Engine.LuceneNet.Relating;

/// <summary>Documents by their weight, the heaviest first, of equal weights the smaller number; sorted no further than asked.</summary>
internal static class BestFirst
{
    private const int FirstRound = 64;
    private const int Growth = 4;

    /// <summary>The documents that weigh anything, and so much.</summary>
    /// <param name="weights">By document.</param>
    /// <param name="count">How many documents there are.</param>
    /// <param name="least">What a document must weigh.</param>
    public static IEnumerable<int> Of(float[] weights, int count, float least)
    {
        var last = (Weight: float.PositiveInfinity, Document: 0);
        for (var size = FirstRound; ; size *= Growth)
        {
            var round = Heaviest(weights.AsSpan(0, count), least, last, size);
            foreach (var document in round)
            {
                yield return document;
            }

            if (round.Length < size)
            {
                yield break;
            }

            last = (weights[round[^1]], -round[^1]);
        }
    }

    private static int[] Heaviest(ReadOnlySpan<float> weights, float least, (float Weight, int Document) below, int size)
    {
        var lightestFirst = new PriorityQueue<int, (float Weight, int Document)>(size);
        for (var document = 0; document < weights.Length; document++)
        {
            var weight = weights[document];
            if (weight < least || weight <= 0 || weight > below.Weight || (weight == below.Weight && -document >= below.Document))
            {
                continue;
            }

            if (lightestFirst.Count < size)
            {
                lightestFirst.Enqueue(document, (weight, -document));
            }
            else
            {
                lightestFirst.EnqueueDequeue(document, (weight, -document));
            }

            // Of equal weights the smaller number, which came first, stays.
            least = lightestFirst.Count == size && lightestFirst.TryPeek(out _, out var lightest) ? MathF.BitIncrement(lightest.Weight) : least;
        }

        var heaviest = new int[lightestFirst.Count];
        for (var i = heaviest.Length - 1; i >= 0; i--)
        {
            heaviest[i] = lightestFirst.Dequeue();
        }

        return heaviest;
    }
}
