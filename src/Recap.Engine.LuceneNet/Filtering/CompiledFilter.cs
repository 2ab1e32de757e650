using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using FoldedText = Recap.Engine.Analysis.FoldedText;

namespace Recap.Engine.LuceneNet.Filtering;

/// <summary>A filter as conditions of which every one must hold. Each knows the facet it is about, for counting past it.</summary>
internal sealed class CompiledFilter
{
    private readonly List<(TalkFacet? Facet, Func<AtomicReaderContext, FixedBitSet> Admits)> _conditions = [];

    private CompiledFilter()
    {
    }

    public static CompiledFilter Of(TalkFilter filter)
    {
        var compiled = new CompiledFilter();
        compiled.AddNames(TalkFacet.Event, filter.Events, FieldNames.Key(TalkFacet.Event), FieldNames.EventSeriesKey);
        compiled.AddNames(TalkFacet.Speaker, filter.Speakers);
        compiled.AddNames(TalkFacet.Organization, filter.Organizations);
        compiled.AddNames(TalkFacet.Technology, filter.Technologies);
        compiled.AddNames(TalkFacet.Language, filter.Languages);
        compiled.AddNames(TalkFacet.Source, filter.Sources);
        compiled.AddNames(TalkFacet.Kind, [.. filter.Kinds.Select(kind => kind.ToString())]);
        if (!filter.Ids.IsEmpty)
        {
            var ids = filter.Ids.Select(id => TalkDocuments.IdTerm(id)).ToArray();
            compiled._conditions.Add((null, leaf => DocSets.WithAny(leaf.AtomicReader, ids)));
        }

        if (filter.YearFrom is not null || filter.YearTo is not null)
        {
            var (from, to) = (filter.YearFrom ?? long.MinValue, filter.YearTo ?? long.MaxValue);
            compiled._conditions.Add((TalkFacet.Year, leaf => DocSets.WithNumber(leaf.AtomicReader, FieldNames.Year, from, to)));
        }

        compiled.AddTopics(filter);
        return compiled;
    }

    /// <summary>A further condition, that no facet's counts look past.</summary>
    public void Add(Func<AtomicReaderContext, FixedBitSet> admits) => _conditions.Add((null, admits));

    /// <summary>The conditions worked out for one segment.</summary>
    public ImmutableArray<SegmentCondition> For(AtomicReaderContext leaf) =>
        [.. _conditions.Select(condition => new SegmentCondition(condition.Facet, condition.Admits(leaf)))];

    private void AddTopics(TalkFilter filter)
    {
        if (filter.Topics.IsEmpty)
        {
            return;
        }

        var least = Thousandths.Of(filter.MinAffinity);
        var fields = filter.Topics.Select(FieldNames.Affinity).ToArray();
        _conditions.Add((TalkFacet.Topic, leaf =>
        {
            var admitted = new FixedBitSet(leaf.AtomicReader.MaxDoc);
            foreach (var field in fields)
            {
                admitted.Or(DocSets.WithNumber(leaf.AtomicReader, field, least, long.MaxValue));
            }

            return admitted;
        }
        ));
    }

    private void AddNames(TalkFacet facet, ImmutableArray<string> names, params string[] fields)
    {
        if (names.IsEmpty)
        {
            return;
        }

        var places = fields.Length > 0 ? fields : [FieldNames.Key(facet)];
        var terms = places.SelectMany(field => names.Select(name => new Term(field, TermText.Of(FoldedText.KeyOf(name))))).ToArray();
        _conditions.Add((facet, leaf => DocSets.WithAny(leaf.AtomicReader, terms)));
    }
}

/// <summary>The documents of a segment that one condition admits.</summary>
/// <param name="Facet">The facet the condition is about; null where none is.</param>
/// <param name="Admitted">The documents; deleted ones may be among them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentCondition(TalkFacet? Facet, FixedBitSet Admitted)
{
    /// <summary>Those of 64 documents that it admits.</summary>
    public ulong Admits(int word) => (ulong)Admitted.GetBits()[word];
}
