using System.Collections.Immutable;

namespace Recap.Engine.Querying.Understanding;

/// <summary>
/// What a typed query asks for, with no engine in it. An engine looks for <see cref="Clauses"/> (the more of them a talk
/// answers, and the closer together, the better), leaves out what answers any of <see cref="Excluded"/>, and admits only
/// what answers all of <see cref="Required"/> and stands in the years given.
/// </summary>
public sealed record ParsedQuery
{
    /// <summary>Asks for nothing: every talk answers.</summary>
    public static ParsedQuery Empty { get; } = new() { Text = "" };

    /// <summary>The query as typed, cut to <see cref="QueryReader.MaxLength"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What is looked for, in the order typed. Words that are next to each other here were typed next to each other.</summary>
    public ImmutableArray<QueryClause> Clauses { get; init; } = [];

    /// <summary>What a talk must not hold (<c>-word</c>, <c>-"some words"</c>, <c>-speaker:name</c>).</summary>
    public ImmutableArray<QueryClause> Excluded { get; init; } = [];

    /// <summary>What a talk must be (<c>speaker:</c>, <c>event:</c>, <c>topic:</c>). Clauses of one field are alternatives, fields are joined by "and".</summary>
    public ImmutableArray<FieldClause> Required { get; init; } = [];

    /// <summary>First year admitted (<c>year:2023..</c>), or null.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year admitted (<c>year:..2025</c>), or null.</summary>
    public int? YearTo { get; init; }

    /// <summary>Whether every talk answers.</summary>
    public bool IsEmpty => Clauses.IsEmpty && Excluded.IsEmpty && Required.IsEmpty && YearFrom is null && YearTo is null;
}

/// <summary>One thing a query asks for.</summary>
public abstract record QueryClause
{
    /// <summary>Where it begins in <see cref="ParsedQuery.Text"/>, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>How many UTF-16 units of <see cref="ParsedQuery.Text"/> it takes.</summary>
    public required int Length { get; init; }
}

/// <summary>A word, with every form of it that would answer. A talk answers by any variant; its best one counts.</summary>
public sealed record QueryWord : QueryClause
{
    /// <summary>The word folded: lower case, no accents, ligatures opened.</summary>
    public required string Text { get; init; }

    /// <summary>The forms that answer, best first; the first is the word itself. Never empty.</summary>
    public required ImmutableArray<QueryVariant> Variants { get; init; }

    /// <summary>
    /// A word of grammar (le, de, the, of): it may be missing from a talk at no cost and should hardly weigh.
    /// False for all words of a query that has no other words.
    /// </summary>
    public bool IsStopWord { get; init; }
}

/// <summary>Words that must stand in a row exactly as typed, between quotes: no stem, no alias, no typo.</summary>
public sealed record QueryPhrase : QueryClause
{
    /// <summary>The exact terms in their order. Never empty.</summary>
    public required ImmutableArray<string> Terms { get; init; }
}

/// <summary>
/// Neighbouring words that mean something together (<c>mise à l'échelle</c>, <c>auto scaling</c>). A talk answers by its
/// <see cref="Words"/>, each for itself, or by one of <see cref="Variants"/>, which stands for them all; its better way counts.
/// </summary>
public sealed record QueryRun : QueryClause
{
    /// <summary>The words, in the order typed; at least two.</summary>
    public required ImmutableArray<QueryWord> Words { get; init; }

    /// <summary>What stands for all of the words, best first. Never empty. A variant worth 1 is worth as much as all of the words.</summary>
    public required ImmutableArray<QueryVariant> Variants { get; init; }
}

/// <summary>Clauses of which any answers (<c>a OR b</c>).</summary>
public sealed record QueryAlternatives : QueryClause
{
    /// <summary>The alternatives in the order typed; at least two, none of them alternatives themselves.</summary>
    public required ImmutableArray<QueryClause> Options { get; init; }
}

/// <summary>A clause that one field must answer.</summary>
public sealed record FieldClause : QueryClause
{
    /// <summary>Which field.</summary>
    public required QueryField Field { get; init; }

    /// <summary>Exact terms that must all stand in one value of the field, in a row. Never empty.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>What was typed after the colon, without quotes.</summary>
    public required string Value { get; init; }
}

/// <summary>Fields that a query may name.</summary>
public enum QueryField
{
    /// <summary><c>speaker:</c>, names of people who speak.</summary>
    Speaker,

    /// <summary><c>event:</c>, name of the conference, with or without its year.</summary>
    Event,

    /// <summary><c>topic:</c>, id or name of a topic.</summary>
    Topic,
}

/// <summary>One form that answers a word or a run of words.</summary>
public sealed record QueryVariant
{
    /// <summary>Terms as indexed: one, or several that must stand in a row unless <see cref="MayScatter"/>. Never empty.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>Which of the two analyses of the text the terms belong to.</summary>
    public required TermForm Form { get; init; }

    /// <summary>How the variant comes from what was typed.</summary>
    public required MatchKind Kind { get; init; }

    /// <summary>What a match is worth, above 0 and up to 1, beside the word itself as typed.</summary>
    public required float Weight { get; init; }

    /// <summary>
    /// Whether several terms may also stand near each other in any order, all of them ("separate the model for queries from
    /// that for commands"). They count less the farther apart they are; in a row they count as ever.
    /// </summary>
    public bool MayScatter { get; init; }

    /// <summary>
    /// Letters that may differ (insert, delete, replace, swap neighbours): 1 or 2 for <see cref="MatchKind.Fuzzy"/>, else 0.
    /// A term found this way that is 2 edits off, or differs in its first letter, is worth half as much.
    /// </summary>
    public int MaxEdits { get; init; }

    /// <summary>For an alias or an idea: the name or topic that led here, to be said in explanations; else null.</summary>
    public string? Through { get; init; }
}

/// <summary>The two analyses of a text. Every text is indexed in both.</summary>
public enum TermForm
{
    /// <summary>Folded words (case, accents, ligatures, articles), not stemmed.</summary>
    Exact,

    /// <summary>French and English stems of the folded words.</summary>
    Stem,
}

/// <summary>How a variant comes from what was typed, best first.</summary>
public enum MatchKind
{
    /// <summary>The word as typed, but for case and accents.</summary>
    Exact,

    /// <summary>The same word written in one, with a hyphen, or apart (<c>auto-scaling</c>).</summary>
    Compound,

    /// <summary>Another inflection of the word.</summary>
    Stem,

    /// <summary>Another name of the same thing.</summary>
    Alias,

    /// <summary>A common noun that means the same, mostly in the other language.</summary>
    Translation,

    /// <summary>A word that begins with the last word typed.</summary>
    Prefix,

    /// <summary>A word that differs by a typing error.</summary>
    Fuzzy,

    /// <summary>A word of the same idea.</summary>
    Related,
}
