using Recap.Engine.LuceneNet.Analysis;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>What the documents of the index are made of.</summary>
internal static class FieldNames
{
    /// <summary>Changes whenever documents are made otherwise: an index made before is rebuilt by the next reindex.</summary>
    public const string SchemaVersion = "1";

    /// <summary>What a document is: <see cref="DocumentTypes"/>.</summary>
    public const string Type = "type";

    /// <summary>Key of the post that a document belongs to; its documents are replaced as one.</summary>
    public const string PostKey = "post";

    /// <summary>Name of the talk, indexed whole.</summary>
    public const string Id = "id";

    /// <summary>What the document was made from, as JSON; not indexed.</summary>
    public const string Json = "json";

    public const string Title = "title";
    public const string Text = "text";
    public const string Speakers = "speakers";
    public const string Organizations = "organizations";
    public const string Technologies = "technologies";
    public const string Event = "event";

    /// <summary>Folded names for filters, and sort keys.</summary>
    public const string EventKey = "key.event";
    public const string SpeakerKey = "key.speaker";
    public const string KindKey = "key.kind";
    public const string SourceKey = "key.source";
    public const string Year = "year";

    public const string SortId = "sort.id";
    public const string SortTitle = "sort.title";
    public const string SortDay = "sort.day";

    /// <summary>The fields that free text is looked for in, each with stems and, under <see cref="Exact"/>, whole words.</summary>
    public static readonly string[] Searched = [Title, Speakers, Organizations, Technologies, Event, Text];

    /// <summary>The whole-word side of a searched field.</summary>
    public static string Exact(string field) => field + TalkAnalyzer.ExactSuffix;
}

/// <summary>The documents of the index.</summary>
internal static class DocumentTypes
{
    public const string Post = "post";
    public const string Talk = "talk";
    public const string Notes = "notes";
}
