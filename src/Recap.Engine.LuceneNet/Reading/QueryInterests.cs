using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>What queries are about, beyond their words.</summary>
/// <param name="topics">By topics.</param>
/// <param name="meaning">By meaning.</param>
/// <param name="fingerprint">What the index is built with now.</param>
internal sealed class QueryInterests(QueryTopics topics, QueryMeaning meaning, string fingerprint)
{
    public QueryTopics Topics => topics;

    /// <summary>The vector of a query; null for names, and where the talks of a generation were built with another model.</summary>
    public float[]? MeaningIn(Snapshot snapshot, AskedWords asked) =>
        snapshot.Generation.Fingerprint == fingerprint ? meaning.Of(asked) : null;
}
