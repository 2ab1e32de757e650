using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Talks;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Where names come from: the glossary of technologies, and the table of common nouns in both languages.</summary>
public static class NameGroups
{
    /// <summary>
    /// The groups of <c>data/aliases.tsv</c>, built into this assembly: names by <c>;</c>, then what they are to each other,
    /// <c>translation</c> (they mean the same), <c>idea</c> (they belong together) or <c>kinds</c> (the others are kinds of the first).
    /// </summary>
    public static ImmutableArray<NameGroup> CommonNouns { get; } = [.. EmbeddedTable.Rows("aliases.tsv").Select(OfRow)];

    /// <summary>The terms of a glossary. Concepts take a plural; words that need their capitals are ordinary words too.</summary>
    public static IEnumerable<NameGroup> Of(Glossary glossary) => glossary.Terms.Select(term => new NameGroup
    {
        Name = term.Name,
        Names = term.Aliases.Insert(0, term.Name),
        Inflects = term.Kind == "concept",
        IsOrdinaryWord = term.Match != TermMatch.Any,
        Topics = term.Topics,
    });

    private static NameGroup OfRow(string[] row)
    {
        var names = row[0].Split(';').ToImmutableArray();
        var relation = row[1] switch
        {
            "idea" => NameRelation.Ideas,
            "kinds" => NameRelation.Kinds,
            _ => NameRelation.Translations,
        };
        return new NameGroup { Name = names[0], Names = names, Inflects = true, Relation = relation };
    }
}
