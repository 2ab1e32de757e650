using Recap.Engine.Evaluating;

namespace Recap.Engine.Tests.Evaluating;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new(StringComparer.Ordinal) { ["a"] = 3, ["b"] = 2, ["c"] = 1 };

    [Theory]
    [InlineData("a b c", 1, 1, 1)]
    [InlineData("", 0, 0, 0)]
    [InlineData("x y z", 0, 0, 0)]
    [InlineData("c x x a", 0.479, 0.333, 0.667)]
    [InlineData("a a b c", 1, 1, 1)]
    public void A_list_is_measured_by_the_grades_of_its_talks(string ranked, double ndcg, double reciprocalRank, double recall)
    {
        var measures = RankingMeasures.Of(ranked.Split(' ', StringSplitOptions.RemoveEmptyEntries), Grades, depth: 5);

        measures.Ndcg.ShouldBe(ndcg, 0.001);
        measures.ReciprocalRank.ShouldBe(reciprocalRank, 0.001);
        measures.Recall.ShouldBe(recall, 0.001);
    }

    [Fact]
    public void Judgments_are_read_by_question_and_faults_named_by_line()
    {
        var judgments = Judgments.Parse("q.tsv", "qid\ttalk\tgrade\n# a remark\nq1\ttalks/a\t3\r\nq2\ttalks/b\t1\nq1\ttalks/c\t0\n");

        judgments.Questions.Select(question => (question.Id, question.Grades.Count)).ShouldBe([("q1", 2), ("q2", 1)]);
        Should.Throw<FormatException>(() => Judgments.Parse("q.tsv", "qid\ttalk\tgrade\nq1\ttalks/a\t4\n")).Message.ShouldStartWith("q.tsv:2: ");
        Should.Throw<FormatException>(() => Judgments.Parse("q.tsv", "qid\ttalk\tgrade\nq1\ttalks/a\n")).Message.ShouldStartWith("q.tsv:2: ");
    }

    [Fact]
    public void A_report_is_compared_with_the_one_before_overall_and_by_kind()
    {
        var before = ReportOf(("fr", 0.9), ("alias", 0.8));
        var now = ReportOf(("fr", 0.9), ("alias", 0.5));

        now.FallsBelow(EvaluationReport.Parse(before.ToJson()), tolerance: 0.01).Select(fall => fall.Name).ShouldBe(["overall", "alias"]);
        before.FallsBelow(before, tolerance: 0).ShouldBeEmpty();
    }

    private static EvaluationReport ReportOf(params (string Kind, double Ndcg)[] questions) => EvaluationReport.Of(
        10, questions.Select((question, i) => new EvaluatedQuestion($"q{i}", question.Kind, "", new RankingMeasures(question.Ndcg, 1, 1))));
}
