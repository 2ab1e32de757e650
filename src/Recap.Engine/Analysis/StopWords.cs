using System.Collections.Frozen;

namespace Recap.Engine.Analysis;

/// <summary>
/// Words of grammar, French and English. They are indexed like any other, since phrases need them and a query may be made of
/// nothing else; in a query that has other words they hardly weigh. Names of technologies (go, c, r, it) are not among them.
/// </summary>
public static class StopWords
{
    private static readonly FrozenSet<string> All = EmbeddedTable.Rows("stopwords.tsv").Select(row => row[0]).ToFrozenSet();

    /// <summary>Whether the folded word is one.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
