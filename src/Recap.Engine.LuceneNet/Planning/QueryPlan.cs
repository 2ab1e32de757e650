using System.Collections.Immutable;
using Recap.Engine.Querying.Highlighting;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>What a query looks for in one generation of the index.</summary>
internal sealed record QueryPlan
{
    /// <summary>What the query asks for.</summary>
    public required ParsedQuery Query { get; init; }

    /// <summary>What is looked for, in the order typed.</summary>
    public required ImmutableArray<PlannedNode> Nodes { get; init; }

    /// <summary>What the query is about.</summary>
    public AskedTopics Topics { get; init; } = AskedTopics.None;

    /// <summary>The vector of what the query means, of length 1; null where there is none to compare with.</summary>
    public float[]? Meaning { get; init; }

    /// <summary>What keeps a talk out.</summary>
    public required ImmutableArray<PlannedNode> Excluded { get; init; }

    /// <summary>Whether there is anything to score by. Where not, every talk that the filters admit answers.</summary>
    public bool HasText => !Query.Clauses.IsEmpty;

    /// <summary>What a talk answers that answers everything.</summary>
    public float Mass => Nodes.Sum(node => node.Mass);

    /// <summary>The words in the order typed, those of runs among them, for looking at how close they are.</summary>
    public IEnumerable<PlannedWord> Words => Nodes.SelectMany(WordsOf);

    /// <summary>What to mark in the hits.</summary>
    public IEnumerable<TextMark> Marks =>
        from word in Nodes.SelectMany(node => node is PlannedRun run ? run.Words.Append(run.Together) : WordsOf(node))
        where !word.IsGrammar
        from form in word.Forms
        from mark in MarksOf(form, word.Gain * form.Worth)
        select mark;

    /// <summary>Terms in a row are marked as one, words of grammar between them included, even where they need not be in a row.</summary>
    private static IEnumerable<TextMark> MarksOf(PlannedForm form, float weight)
    {
        var mark = new TextMark(form.Terms, form.Form, weight);
        return form.Window > 0 ? [mark, mark with { Window = form.Window }] : [mark];
    }

    private static IEnumerable<PlannedWord> WordsOf(PlannedNode node) => node switch
    {
        PlannedWord word => [word],
        PlannedRun run => run.Words,
        PlannedChoice choice => choice.Options.SelectMany(WordsOf),
        _ => [],
    };
}
