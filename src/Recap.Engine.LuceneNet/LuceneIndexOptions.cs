using Lucene.Net.Store;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet.Writing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using IndexDirectory = Lucene.Net.Store.Directory;

namespace Recap.Engine.LuceneNet;

/// <summary>Where an embedded index is and what it is built with.</summary>
public sealed record LuceneIndexOptions
{
    /// <summary>Folder of the index, made by the first reindex; null keeps the index in memory.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Identifies what talks are built with besides the engine's own schema and analysis: glossary, topic model.
    /// Where it differs from what the index was built with, the next reindex rebuilds every post.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Understands what people type. By default it knows no other names of things.</summary>
    public QueryReader Reader { get; init; } = new(NameTable.Empty);

    /// <summary>Says what queries are about; best the one that talks were scored by. By default nothing is known of topics.</summary>
    public ITopicScorer Topics { get; init; } = NoTopics.Instance;

    /// <summary>
    /// Embeds talks as they are indexed, and queries. By default nothing is. Its fingerprint counts among what talks are built with.
    /// </summary>
    public ISentenceEmbedder? Sentences { get; init; }

    /// <summary>Weights of ranking, null for <see cref="RankingOptions.Default"/>. They take effect at once, without a reindex.</summary>
    public RankingOptions? Ranking { get; init; }

    /// <summary>Whether a missing index is an error rather than an empty one: true for those who only read.</summary>
    public bool MustExist { get; init; }

    /// <summary>Tells when a generation was built and how old a superseded one is.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long page tokens of a superseded generation stay good. 0 or more, ten minutes by default.</summary>
    public TimeSpan PagingGrace { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many superseded generations stay readable at most. 0 or more, 3 by default.</summary>
    public int KeptGenerations { get; init; } = 3;

    /// <summary>How soon a commit of another process is seen at the latest, where queries come in. One second by default.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Opens the folder of an index. Tests give one that fails.</summary>
    internal Func<string, IndexDirectory> OpenDirectory { get; init; } = path => FSDirectory.Open(path, new FileLocks(path));
}
