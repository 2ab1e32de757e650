using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Ordering;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Looks at the best hits once more, for how close the words are to each other.</summary>
internal sealed class Refinement(IndexReader reader, Closeness closeness)
{
    /// <summary>Hits looked at first, for each one that is wanted.</summary>
    private const int FirstLook = 3;

    /// <summary>The hits in their order then; those that cannot come among the wanted ones any more are left out.</summary>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="depth">How many of them closeness counts for.</param>
    /// <param name="wanted">How many are wanted, 1 or more.</param>
    public List<RankedHit> Apply(List<RankedHit> hits, int depth, int wanted)
    {
        var first = (int)Math.Min((long)wanted * FirstLook, depth);
        var refined = Refine(hits.Take(first));
        if (hits.Count > first && first < depth)
        {
            // What the last wanted hit is worth now is what others have to reach.
            var least = refined[wanted - 1].Score;
            var most = closeness.Most;
            refined.AddRange(Refine(hits.Take(depth).Skip(first).Where(hit => hit.Score + (most * hit.Factor) >= least)));
            refined.Sort(RankedHit.Compare);
        }

        refined.AddRange(hits.Skip(depth));
        return refined;
    }

    private List<RankedHit> Refine(IEnumerable<RankedHit> hits)
    {
        var looked = hits.OrderBy(hit => hit.Doc).ToList();
        var refined = new List<RankedHit>(looked.Count);
        foreach (var leaf in reader.Leaves)
        {
            var mine = looked.Where(hit => hit.Doc >= leaf.DocBase && hit.Doc < leaf.DocBase + leaf.AtomicReader.MaxDoc).ToList();
            var gains = closeness.Gains(leaf.AtomicReader, [.. mine.Select(hit => hit.Doc - leaf.DocBase)]);
            refined.AddRange(mine.Select((hit, i) => hit with
            {
                Score = hit.Score + (gains[i] * hit.Factor),
                Rank = hit.Score + (gains[i] * hit.Factor),
            }));
        }

        refined.Sort(RankedHit.Compare);
        return refined;
    }
}
