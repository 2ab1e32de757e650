using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Recap.Engine.LuceneNet.Filtering;

/// <summary>Sets of documents of one segment.</summary>
internal static class DocSets
{
    /// <summary>Documents, not deleted, that hold any of the terms.</summary>
    public static FixedBitSet WithAny(AtomicReader reader, params ReadOnlySpan<Term> terms)
    {
        var found = new FixedBitSet(reader.MaxDoc);
        foreach (var term in terms)
        {
            if (reader.GetTermDocsEnum(term) is { } docs)
            {
                for (var doc = docs.NextDoc(); doc != DocsEnum.NO_MORE_DOCS; doc = docs.NextDoc())
                {
                    found.Set(doc);
                }
            }
        }

        return found;
    }

    /// <summary>Documents whose number is within bounds, both included.</summary>
    public static FixedBitSet WithNumber(AtomicReader reader, string field, long from, long to)
    {
        var found = new FixedBitSet(reader.MaxDoc);
        if (reader.GetNumericDocValues(field) is not { } numbers)
        {
            return found;
        }

        var present = reader.GetDocsWithField(field);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (present.Get(doc) && numbers.Get(doc) >= from && numbers.Get(doc) <= to)
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
