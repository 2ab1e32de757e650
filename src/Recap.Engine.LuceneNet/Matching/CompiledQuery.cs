using System.Collections.Frozen;
using Lucene.Net.Search;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>A query as the index runs it, and what to mark in the hits.</summary>
/// <param name="Query">Which documents match and how well.</param>
/// <param name="Marks">By field, the terms looked for and how telling each is.</param>
internal sealed record CompiledQuery(Query Query, FrozenDictionary<string, FrozenDictionary<string, float>> Marks)
{
    /// <summary>Whether there is anything to score by.</summary>
    public bool HasText => Marks.Count > 0;
}
