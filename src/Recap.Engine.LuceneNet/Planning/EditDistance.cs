namespace Recap.Engine.LuceneNet.Planning;

/// <summary>How many letters to insert, delete, replace or swap with their neighbour to make one word of another.</summary>
internal static class EditDistance
{
    /// <param name="a">A word.</param>
    /// <param name="b">Another, no longer than terms are.</param>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        Span<int> next = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    next[j] = Math.Min(next[j], last[j - 2] + 1);
                }
            }

            var oldest = last;
            last = row;
            row = next;
            next = oldest;
        }

        return row[b.Length];
    }
}
