using Recap.Engine.LuceneNet.Analysis;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>What the documents of the index are made of.</summary>
internal static class FieldNames
{
    /// <summary>Changes whenever documents are made otherwise: an index made before is rebuilt by the next reindex.</summary>
    public const string SchemaVersion = "5";

    /// <summary>What a document is: <see cref="DocumentTypes"/>.</summary>
    public const string Type = "type";

    /// <summary>Key of the post that a document belongs to; its documents are replaced as one.</summary>
    public const string PostKey = "post";

    /// <summary>
    /// Key and fingerprint of a post, as a column: a reindex asks for all of them, and to unpack the stored JSON of
    /// 10,000 posts takes 1.5 s.
    /// </summary>
    public const string PostState = "post.state";

    /// <summary>A post among the others of its source, as a column: asked for when any of them changes.</summary>
    public const string PostSeries = "post.series";

    /// <summary>Name of the talk, indexed whole.</summary>
    public const string Id = "id";

    /// <summary>What the document was made from, as JSON; not indexed.</summary>
    public const string Json = "json";

    /// <summary>Every word of every searched field, without places: how many talks hold a word, and which words there are.</summary>
    public const string Vocabulary = "words" + TalkAnalyzer.ExactSuffix;

    /// <summary>Folded names for filters. The name of a facet's field is <see cref="Key"/>.</summary>
    public const string EventSeriesKey = "key.series";

    public const string Year = "year";

    /// <summary>What a talk means, as a <see cref="QuantizedVector"/>; only where there is a sentence model.</summary>
    public const string Vector = "vector";

    public const string SortId = "sort.id";
    public const string SortTitle = "sort.title";
    public const string SortDay = "sort.day";

    /// <summary>The fields that free text is looked for in.</summary>
    public static readonly TalkField[] Searched = Enum.GetValues<TalkField>();

    /// <summary>The fields that speak of things. Names of people, companies and conferences mean nothing by the words they are made of.</summary>
    public static readonly TalkField[] Prose = [TalkField.Title, TalkField.Technologies, TalkField.Text];

    public static readonly TalkField[] TitleOnly = [TalkField.Title];

    private static readonly string[] Stems = [.. Searched.Select(field => field.ToString().ToLowerInvariant())];

    private static readonly string[] Words = [.. Stems.Select(name => name + TalkAnalyzer.ExactSuffix)];

    private static readonly string[] Keys = [.. Enum.GetNames<TalkFacet>().Select(name => "key." + name.ToLowerInvariant())];

    private static readonly string[] Counts = [.. Enum.GetNames<TalkFacet>().Select(name => "facet." + name.ToLowerInvariant())];

    /// <summary>The name of a searched field in one of its two analyses.</summary>
    public static string Of(TalkField field, TermForm form) => form == TermForm.Exact ? Words[(int)field] : Stems[(int)field];

    /// <summary>Folded values of a facet, for filters.</summary>
    public static string Key(TalkFacet facet) => Keys[(int)facet];

    /// <summary>Values of a facet as they are shown, for counts.</summary>
    public static string Count(TalkFacet facet) => Counts[(int)facet];

    /// <summary>Affinity to a topic in thousandths.</summary>
    public static string Affinity(string topic) => "affinity." + topic;
}

/// <summary>The documents of the index.</summary>
internal static class DocumentTypes
{
    public const string Post = "post";
    public const string Talk = "talk";
    public const string Notes = "notes";
}
