using Recap.Engine.Indexing;

namespace Recap.Engine.Querying.Understanding;

/// <summary>What queries mean, as vectors of the sentence model that talks were embedded by, where the user brought one.</summary>
public sealed class QueryMeaning(ISentenceEmbedder? embedder)
{
    /// <summary>The vector of a query that describes what it looks for; null for names, and where there is no model.</summary>
    /// <exception cref="SentenceModelException">The model cannot be used.</exception>
    public float[]? Of(AskedWords asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Describe ? embedder?.EmbedQuery(asked.Text) : null;
    }
}
