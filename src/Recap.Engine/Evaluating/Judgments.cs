using System.Collections.Immutable;

namespace Recap.Engine.Evaluating;

/// <summary>What people said of answers: a grade for each pair of question and talk. 3 is just what was wanted, 2 good, 1 touches on it, 0 beside the point.</summary>
public sealed record Judgments
{
    /// <summary>Highest grade.</summary>
    public const int BestGrade = 3;

    /// <summary>Grades by talk, by question; questions in the order of the file.</summary>
    public required ImmutableArray<JudgedQuestion> Questions { get; init; }

    /// <summary>Reads tab-separated columns (question, talk, grade) below a header row; lines with <c># </c> are remarks.</summary>
    /// <param name="name">Name of the file, for errors.</param>
    /// <param name="tsv">Its text.</param>
    /// <exception cref="FormatException">A line is no judgment; the message names file and line.</exception>
    public static Judgments Parse(string name, string tsv)
    {
        var byQuestion = new Dictionary<string, ImmutableSortedDictionary<string, int>.Builder>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var row in TableRow.Read(name, tsv, columns: 3))
        {
            if (!int.TryParse(row.Cells[2], out var grade) || grade is < 0 or > BestGrade)
            {
                throw row.Fault($"The grade is 0 to {BestGrade}, not '{row.Cells[2]}'.");
            }

            if (!byQuestion.TryGetValue(row.Cells[0], out var grades))
            {
                byQuestion[row.Cells[0]] = grades = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
                order.Add(row.Cells[0]);
            }

            if (!grades.TryAdd(row.Cells[1], grade))
            {
                throw row.Fault($"'{row.Cells[1]}' is judged twice for '{row.Cells[0]}'.");
            }
        }

        return new Judgments { Questions = [.. order.Select(question => new JudgedQuestion(question, byQuestion[question].ToImmutable()))] };
    }
}

/// <summary>A question with its grades.</summary>
/// <param name="Id">Id of the query, or name of the talk started from.</param>
/// <param name="Grades">Grade 0..3 by name of talk.</param>
public sealed record JudgedQuestion(string Id, ImmutableSortedDictionary<string, int> Grades);

/// <summary>A query that was judged.</summary>
/// <param name="Id">What the judgments name it by.</param>
/// <param name="Kind">Sort of query (<c>fr</c>, <c>typo</c>, <c>alias</c>, …): figures are given for each.</param>
/// <param name="Text">The query as typed.</param>
public sealed record JudgedQuery(string Id, string Kind, string Text)
{
    /// <summary>Reads tab-separated columns (id, kind, query) below a header row.</summary>
    /// <exception cref="FormatException">A line is no query, or an id comes twice.</exception>
    public static ImmutableArray<JudgedQuery> Parse(string name, string tsv)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. TableRow.Read(name, tsv, columns: 3).Select(row => seen.Add(row.Cells[0])
                ? new JudgedQuery(row.Cells[0], row.Cells[1], row.Cells[2])
                : throw row.Fault($"The id '{row.Cells[0]}' comes twice.")),
        ];
    }
}
