using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>
/// Says why a talk is not among the hits of a query, or not the first of them. It asks the engine what a reader could ask,
/// so that it holds for every engine.
/// </summary>
public sealed class AbsenceExplainer(ITalkSearcher searcher, QueryReader reader)
{
    /// <summary>A talk ranked lower than this is said to be outranked, without its place.</summary>
    private const int DeepestRank = 1000;

    /// <summary>What keeps the talk out of the answer, or down in it. Paging is left aside.</summary>
    /// <exception cref="TalkNotFoundException">There is no such talk.</exception>
    public async Task<Absence> ExplainAsync(TalkQuery query, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await searcher.GetAsync(id, cancellationToken);
        var first = query with { PageToken = null, PageSize = TalkQuery.MaxPageSize, Facets = [], Explain = false };
        var rank = await RankAsync(first, id, cancellationToken);
        var only = first with { Explain = true, Filter = TalkFilter.None with { Ids = [id] }, PageSize = 1 };
        var reasons = new List<AbsenceReason>();
        reasons.AddRange(await FilterReasonsAsync(first, id, cancellationToken));
        reasons.AddRange(await TextReasonsAsync(only, cancellationToken));
        var explanation = (await searcher.SearchAsync(only, cancellationToken)).Hits.FirstOrDefault()?.Explanation;
        if (reasons.TrueForAll(reason => reason.Cause is AbsenceCause.WordNotInTalk or AbsenceCause.WordUnknown) && explanation is not null && rank != 1)
        {
            reasons.Add(new AbsenceReason(AbsenceCause.Outranked, query.Text, OutrankedMessage(rank)));
        }

        return new Absence { TalkId = id, Rank = rank, Reasons = [.. reasons], Explanation = explanation };
    }

    private static string OutrankedMessage(int? rank) => rank is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{place - 1} other talks answer better.")
        : string.Create(CultureInfo.InvariantCulture, $"More than {DeepestRank} other talks answer better.");

    private async Task<int?> RankAsync(TalkQuery query, string id, CancellationToken cancellationToken)
    {
        var rank = 0;
        for (var next = query; rank < DeepestRank;)
        {
            var page = await searcher.SearchAsync(next, cancellationToken);
            foreach (var hit in page.Hits)
            {
                rank++;
                if (hit.Talk.Talk.Id == id)
                {
                    return rank;
                }
            }

            if (page.NextPageToken is null)
            {
                return null;
            }

            next = query with { PageToken = page.NextPageToken };
        }

        return null;
    }

    private async Task<List<AbsenceReason>> FilterReasonsAsync(TalkQuery query, string id, CancellationToken cancellationToken)
    {
        var reasons = new List<AbsenceReason>();
        foreach (var (name, filter) in Parts(query.Filter))
        {
            var asked = new TalkQuery { Filter = filter with { Ids = filter.Ids.IsEmpty ? [id] : [.. filter.Ids.Intersect([id])] } };
            if (asked.Filter.Ids.IsEmpty || (await searcher.SearchAsync(asked, cancellationToken)).Total.Value == 0)
            {
                reasons.Add(new AbsenceReason(AbsenceCause.Filter, name, $"The filter {name} does not admit the talk."));
            }
        }

        var any = new TalkQuery { Filter = new TalkFilter { Ids = [id] }, IncludeNotes = query.IncludeNotes };
        if ((await searcher.SearchAsync(any, cancellationToken)).Total.Value == 0)
        {
            reasons.Add(new AbsenceReason(AbsenceCause.Filter, "notes", "It is an entry of kind notes, which the query leaves out."));
        }

        return reasons;
    }

    /// <summary>Each part of a filter as a filter of its own.</summary>
    private static IEnumerable<(string Name, TalkFilter Filter)> Parts(TalkFilter filter)
    {
        (string Name, bool IsUsed, TalkFilter Part)[] parts =
        [
            ("events", !filter.Events.IsEmpty, new() { Events = filter.Events }),
            ("years", filter.YearFrom is not null || filter.YearTo is not null, new() { YearFrom = filter.YearFrom, YearTo = filter.YearTo }),
            ("speakers", !filter.Speakers.IsEmpty, new() { Speakers = filter.Speakers }),
            ("kinds", !filter.Kinds.IsEmpty, new() { Kinds = filter.Kinds }),
            ("sources", !filter.Sources.IsEmpty, new() { Sources = filter.Sources }),
            ("organizations", !filter.Organizations.IsEmpty, new() { Organizations = filter.Organizations }),
            ("technologies", !filter.Technologies.IsEmpty, new() { Technologies = filter.Technologies }),
            ("languages", !filter.Languages.IsEmpty, new() { Languages = filter.Languages }),
            ("ids", !filter.Ids.IsEmpty, new() { Ids = filter.Ids }),
            ("topics", !filter.Topics.IsEmpty, new() { Topics = filter.Topics, MinAffinity = filter.MinAffinity }),
        ];
        return parts.Where(part => part.IsUsed).Select(part => (part.Name, part.Part));
    }

    private async Task<List<AbsenceReason>> TextReasonsAsync(TalkQuery only, CancellationToken cancellationToken)
    {
        var read = reader.Read(only.Text);
        var reasons = new List<AbsenceReason>();
        foreach (var clause in read.Excluded)
        {
            var typed = TypedOf(read, clause);
            if (await AnswersAsync(only, typed.TrimStart('-'), cancellationToken))
            {
                reasons.Add(new AbsenceReason(AbsenceCause.Excluded, typed, $"The query leaves out talks that hold {typed.TrimStart('-')}; this one does."));
            }
        }

        foreach (var clause in read.Required)
        {
            if (!await AnswersAsync(only, TypedOf(read, clause), cancellationToken))
            {
                reasons.Add(new AbsenceReason(AbsenceCause.Required, clause.Value, $"The query admits only {TypedOf(read, clause)}, which the talk is not."));
            }
        }

        if (YearsOf(read) is { } years && !await AnswersAsync(only, years, cancellationToken))
        {
            reasons.Add(new AbsenceReason(AbsenceCause.Required, years, $"The query admits only {years}, which the talk is not of."));
        }

        foreach (var clause in read.Clauses.Where(clause => clause is not QueryWord { IsStopWord: true }))
        {
            reasons.AddRange(await ClauseReasonAsync(only, clause, TypedOf(read, clause), cancellationToken));
        }

        return reasons;
    }

    private async Task<ImmutableArray<AbsenceReason>> ClauseReasonAsync(
        TalkQuery only, QueryClause clause, string typed, CancellationToken cancellationToken)
    {
        if (await AnswersAsync(only, typed, cancellationToken))
        {
            return [];
        }

        if (clause is QueryPhrase)
        {
            return [new AbsenceReason(AbsenceCause.Required, typed, $"The talk does not hold {typed} word for word.")];
        }

        var anywhere = await searcher.SearchAsync(new TalkQuery { Text = typed, PageSize = 1 }, cancellationToken);
        return anywhere.Total.Value == 0
            ? [new AbsenceReason(AbsenceCause.WordUnknown, typed, $"No talk holds \"{typed}\", and no word is near it.")]
            : [new AbsenceReason(AbsenceCause.WordNotInTalk, typed, $"The talk holds no form of \"{typed}\": neither the word, nor an inflection, another name or a near spelling.")];
    }

    private async Task<bool> AnswersAsync(TalkQuery only, string text, CancellationToken cancellationToken) =>
        (await searcher.SearchAsync(only with { Text = text }, cancellationToken)).Total.Value > 0;

    private static string? YearsOf(ParsedQuery query) => query.YearFrom is null && query.YearTo is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"year:{query.YearFrom}..{query.YearTo}");

    private static string TypedOf(ParsedQuery query, QueryClause clause) => query.Text.Substring(clause.Start, clause.Length);
}
