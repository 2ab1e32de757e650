using System.Collections.Immutable;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Recap.Engine.Analysis;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Turns a filter into the set of documents that may answer.</summary>
internal static class FilterCompiler
{
    public static Filter Compile(TalkFilter filter, bool includeNotes)
    {
        var compiled = new BooleanFilter();
        compiled.Add(AnyOf(FieldNames.Type, includeNotes ? [DocumentTypes.Talk, DocumentTypes.Notes] : [DocumentTypes.Talk]), Occur.MUST);
        AddNames(compiled, FieldNames.EventKey, filter.Events);
        AddNames(compiled, FieldNames.SpeakerKey, filter.Speakers);
        AddNames(compiled, FieldNames.SourceKey, filter.Sources);
        AddNames(compiled, FieldNames.KindKey, [.. filter.Kinds.Select(kind => kind.ToString())]);
        if (filter.YearFrom is not null || filter.YearTo is not null)
        {
            compiled.Add(NumericRangeFilter.NewInt32Range(FieldNames.Year, filter.YearFrom, filter.YearTo, true, true), Occur.MUST);
        }

        return compiled;
    }

    private static void AddNames(BooleanFilter compiled, string field, ImmutableArray<string> names)
    {
        if (names.Length > 0)
        {
            compiled.Add(AnyOf(field, names.Select(name => FoldedText.KeyOf(name))), Occur.MUST);
        }
    }

    private static TermsFilter AnyOf(string field, IEnumerable<string> names) =>
        new([.. names.Select(name => new Term(field, TermText.Of(name)))]);
}
