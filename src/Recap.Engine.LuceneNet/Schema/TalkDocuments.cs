using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Relating;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>Writes posts and talks as documents of the index and reads them back.</summary>
internal static class TalkDocuments
{
    /// <summary>Names the documents of one post.</summary>
    public static Term PostTerm(PostKey key) => new(FieldNames.PostKey, TermText.Of($"{key.Source}\n{key.Path}"));

    /// <summary>Names the documents of one talk.</summary>
    public static Term IdTerm(string id) => new(FieldNames.Id, TermText.Of(id));

    /// <summary>The document of a post, then those of its talks.</summary>
    public static IEnumerable<Document> Of(IndexedPost post, ISentenceEmbedder? sentences)
    {
        var stored = new StoredPost
        {
            Source = post.Key.Source,
            Path = post.Key.Path,
            Fingerprint = post.Fingerprint,
            Diagnostics = post.Diagnostics,
        };
        return post.Talks.Select(talk => OfTalk(talk, post.Key, sentences)).Prepend(OfPost(stored, post.Series));
    }

    /// <summary>The document of a post alone.</summary>
    public static Document OfPost(StoredPost post, PostInSeries? series)
    {
        var document = Owned(DocumentTypes.Post, post.Key, StoredJson.Write(post));
        document.Add(new BinaryDocValuesField(FieldNames.PostState, PostState.Write(post)));
        if (series is not null)
        {
            document.Add(new BinaryDocValuesField(FieldNames.PostSeries, new BytesRef(StoredJson.Write(series))));
        }

        return document;
    }

    /// <summary>The document of a talk told in a post.</summary>
    public static Document OfTalk(IndexedTalk indexed, PostKey post, ISentenceEmbedder? sentences)
    {
        var talk = indexed.Talk;
        var type = talk.Kind == TalkKind.Notes ? DocumentTypes.Notes : DocumentTypes.Talk;
        var document = Owned(type, post, StoredJson.Write(indexed));
        document.Add(new StringField(FieldNames.Id, TermText.Of(talk.Id), Field.Store.NO));
        SearchedText.AddTo(document, talk);
        AddFacets(document, indexed);
        AddSortKeys(document, indexed);
        RelatingFields.AddTo(document, indexed);
        if (sentences is not null && type == DocumentTypes.Talk)
        {
            document.Add(new BinaryDocValuesField(FieldNames.Vector, QuantizedVector.Write(sentences.EmbedTalk(talk.Title, talk.Text))));
        }

        return document;
    }

    /// <summary>The talk a document was made of.</summary>
    public static IndexedTalk ToTalk(Document document) => StoredJson.ReadTalk(JsonOf(document));

    /// <summary>The post a document was made of.</summary>
    public static StoredPost ToPost(Document document) => StoredJson.ReadPost(JsonOf(document));

    private static ReadOnlySpan<byte> JsonOf(Document document)
    {
        var json = document.GetBinaryValue(FieldNames.Json);
        return json.Bytes.AsSpan(json.Offset, json.Length);
    }

    private static Document Owned(string type, PostKey post, byte[] json) =>
    [
        new StringField(FieldNames.Type, type, Field.Store.NO),
        new StringField(FieldNames.PostKey, PostTerm(post).Text, Field.Store.NO),
        new StoredField(FieldNames.Json, json),
    ];

    private static void AddFacets(Document document, IndexedTalk indexed)
    {
        foreach (var facet in Enum.GetValues<TalkFacet>())
        {
            var values = FacetValues.Of(indexed, facet).Where(value => value.Length > 0).DistinctBy(value => FoldedText.KeyOf(value));
            foreach (var value in values)
            {
                var key = TermText.Of(FoldedText.KeyOf(value));
                document.Add(new StringField(FieldNames.Key(facet), key, Field.Store.NO));
                document.Add(new SortedSetDocValuesField(FieldNames.Count(facet), new BytesRef(FacetLabel.Of(key, value))));
            }
        }

        if (indexed.Talk.Event is { } edition)
        {
            document.Add(new StringField(FieldNames.EventSeriesKey, TermText.Of(FoldedText.KeyOf(edition.Series)), Field.Store.NO));
        }

        if (FacetValues.YearOf(indexed.Talk) is { } year)
        {
            document.Add(new NumericDocValuesField(FieldNames.Year, year));
        }

        foreach (var (topic, affinity) in indexed.Topics)
        {
            document.Add(new NumericDocValuesField(FieldNames.Affinity(topic), Thousandths.Of(affinity)));
        }
    }

    private static void AddSortKeys(Document document, IndexedTalk indexed)
    {
        var talk = indexed.Talk;
        document.Add(new SortedDocValuesField(FieldNames.SortId, new BytesRef(TermText.Of($"{talk.Id}\n{indexed.Source}"))));
        document.Add(new SortedDocValuesField(FieldNames.SortTitle, new BytesRef(TermText.Of(FoldedText.KeyOf(talk.Title)))));
        if (DayOf(talk) is { } day)
        {
            document.Add(new NumericDocValuesField(FieldNames.SortDay, day.DayNumber));
        }
    }

    /// <summary>An edition whose day is not known sorts as the first day of its year.</summary>
    private static DateOnly? DayOf(Talk talk) =>
        talk.Date ?? (talk.Event?.Year is { } year and >= 1 and <= 9999 ? new DateOnly(year, 1, 1) : null);
}
