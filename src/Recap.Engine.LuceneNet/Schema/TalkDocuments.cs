using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Recap.Engine.Indexing;
using Recap.Engine.Analysis;
using Recap.Engine.LuceneNet.Relating;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>Writes posts and talks as documents of the index and reads them back.</summary>
internal static class TalkDocuments
{
    private static readonly FieldType Indexed = new(TextField.TYPE_NOT_STORED)
    {
        // Offsets are found again by analysing the few texts that are shown: the index stays half as large.
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    /// <summary>Names the documents of one post.</summary>
    public static Term PostTerm(PostKey key) => new(FieldNames.PostKey, TermText.Of($"{key.Source}\n{key.Path}"));

    /// <summary>Names the documents of one talk.</summary>
    public static Term IdTerm(string id) => new(FieldNames.Id, TermText.Of(id));

    /// <summary>The document of a post, then those of its talks.</summary>
    public static IEnumerable<Document> Of(IndexedPost post)
    {
        var stored = new StoredPost
        {
            Source = post.Key.Source,
            Path = post.Key.Path,
            Fingerprint = post.Fingerprint,
            Diagnostics = post.Diagnostics,
        };
        return post.Talks.Select(talk => OfTalk(talk, post.Key)).Prepend(OfPost(stored));
    }

    /// <summary>The document of a post alone.</summary>
    public static Document OfPost(StoredPost post) => Owned(DocumentTypes.Post, post.Key, StoredJson.Write(post));

    /// <summary>The document of a talk told in a post.</summary>
    public static Document OfTalk(IndexedTalk indexed, PostKey post)
    {
        var talk = indexed.Talk;
        var type = talk.Kind == TalkKind.Notes ? DocumentTypes.Notes : DocumentTypes.Talk;
        var document = Owned(type, post, StoredJson.Write(indexed));
        document.Add(new StringField(FieldNames.Id, TermText.Of(talk.Id), Field.Store.NO));
        AddSearched(document, talk);
        AddKeys(document, indexed);
        AddSortKeys(document, indexed);
        RelatingFields.AddTo(document, indexed);
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

    private static void AddSearched(Document document, Talk talk)
    {
        AddText(document, FieldNames.Title, talk.Title);
        AddText(document, FieldNames.Text, talk.Text);
        AddText(document, FieldNames.Event, EventText(talk.Event));
        foreach (var speaker in talk.Speakers)
        {
            AddText(document, FieldNames.Speakers, speaker.Name);
        }

        foreach (var organization in talk.Organizations)
        {
            AddText(document, FieldNames.Organizations, organization);
        }

        foreach (var technology in talk.Technologies)
        {
            AddText(document, FieldNames.Technologies, technology);
        }
    }

    private static string EventText(ConferenceEvent? edition) =>
        edition is null ? "" : edition.City is { } city ? $"{edition.Name} {city}" : edition.Name;

    private static void AddText(Document document, string field, string text)
    {
        document.Add(new Field(field, text, Indexed));
        document.Add(new Field(FieldNames.Exact(field), text, Indexed));
    }

    private static void AddKeys(Document document, IndexedTalk indexed)
    {
        AddKey(document, FieldNames.SourceKey, indexed.Source);
        AddKey(document, FieldNames.KindKey, indexed.Talk.Kind.ToString());
        foreach (var speaker in indexed.Talk.Speakers)
        {
            AddKey(document, FieldNames.SpeakerKey, speaker.Name);
        }

        if (indexed.Talk.Event is { } edition)
        {
            AddKey(document, FieldNames.EventKey, edition.Name);
            AddKey(document, FieldNames.EventKey, edition.Series);
        }

        if (YearOf(indexed.Talk) is { } year)
        {
            document.Add(new Int32Field(FieldNames.Year, year, Field.Store.NO));
        }
    }

    private static void AddKey(Document document, string field, string name) =>
        document.Add(new StringField(field, TermText.Of(FoldedText.KeyOf(name)), Field.Store.NO));

    private static void AddSortKeys(Document document, IndexedTalk indexed)
    {
        var talk = indexed.Talk;
        document.Add(new SortedDocValuesField(FieldNames.SortId, Key($"{talk.Id}\n{indexed.Source}")));
        document.Add(new SortedDocValuesField(FieldNames.SortTitle, Key(FoldedText.KeyOf(talk.Title))));
        if (DayOf(talk) is { } day)
        {
            document.Add(new NumericDocValuesField(FieldNames.SortDay, day.DayNumber));
        }
    }

    private static BytesRef Key(string text) => new(TermText.Of(text));

    private static int? YearOf(Talk talk) => talk.Event?.Year ?? talk.Date?.Year;

    /// <summary>An edition whose day is not known sorts as the first day of its year.</summary>
    private static DateOnly? DayOf(Talk talk) =>
        talk.Date ?? (talk.Event?.Year is { } year and >= 1 and <= 9999 ? new DateOnly(year, 1, 1) : null);
}
