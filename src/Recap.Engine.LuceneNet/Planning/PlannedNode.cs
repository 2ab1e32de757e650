using System.Collections.Immutable;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Planning;

/// <summary>Something a query looks for, in terms that the index of one generation holds.</summary>
internal abstract record PlannedNode
{
    /// <summary>What answering it fully counts of the query: its idf, 0 for what may be missing at no cost.</summary>
    public required float Mass { get; init; }

    /// <summary>Whether a talk that does not answer it is out.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A word, or a phrase, and the forms that answer it. The best form counts.</summary>
internal sealed record PlannedWord : PlannedNode
{
    /// <summary>As typed, folded.</summary>
    public required string Text { get; init; }

    /// <summary>The forms, none of which needs to be in the index.</summary>
    public required ImmutableArray<PlannedForm> Forms { get; init; }

    /// <summary>What a form worth 1 brings at most but for saturation: idf, and little of it for words of grammar.</summary>
    public required float Gain { get; init; }

    /// <summary>A word of grammar beside others: looked for in titles only, where it tells one title from another.</summary>
    public bool IsGrammar { get; init; }

    /// <summary>Where a form of the word is looked for.</summary>
    public TalkField[] FieldsFor(PlannedForm form) => IsGrammar ? FieldNames.TitleOnly
        : form.Kind is MatchKind.Translation or MatchKind.Related ? FieldNames.Prose
        : FieldNames.Searched;
}

/// <summary>Words that mean something together: each for itself, or all by one form; the better way counts.</summary>
internal sealed record PlannedRun : PlannedNode
{
    public required ImmutableArray<PlannedWord> Words { get; init; }

    /// <summary>The words as one thing.</summary>
    public required PlannedWord Together { get; init; }
}

/// <summary>Any of several; the best counts.</summary>
internal sealed record PlannedChoice : PlannedNode
{
    public required ImmutableArray<PlannedNode> Options { get; init; }
}

/// <summary>One way to answer a word.</summary>
internal sealed record PlannedForm
{
    /// <summary>One term, or several.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>Places from the first to the last of several terms that may stand in any order; 0 where they must stand in a row.</summary>
    public int Window { get; init; }

    public required TermForm Form { get; init; }

    public required MatchKind Kind { get; init; }

    /// <summary>What it is worth beside the word as typed, above 0 and up to 1.</summary>
    public required float Worth { get; init; }

    public string? Through { get; init; }
}
