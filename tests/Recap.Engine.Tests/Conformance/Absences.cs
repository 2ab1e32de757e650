using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

public abstract partial class TalkIndexConformance
{
    public static TheoryData<string, TalkQuery, AbsenceCause, string> Absences => new()
    {
        { "a word that is elsewhere", new TalkQuery { Text = "keda" }, AbsenceCause.WordNotInTalk, "keda" },
        { "a word that is nowhere", new TalkQuery { Text = "zzzzzz" }, AbsenceCause.WordUnknown, "zzzzzz" },
        { "a filter", new TalkQuery { Text = "mesh", Filter = new TalkFilter { YearFrom = 2025 } }, AbsenceCause.Filter, "years" },
        { "an excluded word", new TalkQuery { Text = "mesh -linkerd" }, AbsenceCause.Excluded, "-linkerd" },
        { "a field", new TalkQuery { Text = "mesh speaker:al" }, AbsenceCause.Required, "al" },
        { "years", new TalkQuery { Text = "mesh year:2024.." }, AbsenceCause.Required, "year:2024.." },
        { "a phrase", new TalkQuery { Text = "\"mesh linkerd\"" }, AbsenceCause.Required, "\"mesh linkerd\"" },
    };

    [Theory]
    [MemberData(nameof(Absences))]
    public async Task What_keeps_a_talk_out_is_said(string rule, TalkQuery query, AbsenceCause cause, string subject)
    {
        await PutTalksAsync(
            Sample.Talk("A", "linkerd est un service mesh", "talks/a").By(new Speaker("Zoé")).At("Devoxx", 2023),
            Sample.Talk("B", "keda", "talks/b").By(new Speaker("Al")));

        var absence = await ExplainAbsenceAsync(query, "talks/a");

        absence.Rank.ShouldBeNull(rule);
        absence.Reasons.Select(reason => (reason.Cause, reason.Subject)).ShouldBe([(cause, subject)], rule);
        absence.Reasons[0].Message.ShouldEndWith(".");
    }

    [Fact]
    public async Task A_talk_that_others_outrank_is_told_its_place_and_what_it_lacks()
    {
        await PutTalksAsync(Sample.Talk("A", "keda et bien d'autres choses", "talks/a"), Sample.Talk("Keda et knative", "keda", "talks/b"));

        var second = await ExplainAbsenceAsync(new TalkQuery { Text = "keda knative" }, "talks/a");
        var first = await ExplainAbsenceAsync(new TalkQuery { Text = "keda knative" }, "talks/b");

        second.Rank.ShouldBe(2);
        second.Reasons.Select(reason => reason.Cause).ShouldBe([AbsenceCause.WordNotInTalk, AbsenceCause.Outranked]);
        second.Explanation.ShouldNotBeNull().Missing.ShouldBe(["knative"]);
        first.Rank.ShouldBe(1);
        first.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_talk_has_no_absence_to_explain() =>
        await Should.ThrowAsync<TalkNotFoundException>(() => ExplainAbsenceAsync(new TalkQuery { Text = "keda" }, "talks/none"));

    private Task<Absence> ExplainAbsenceAsync(TalkQuery query, string id) =>
        new AbsenceExplainer(Index.Searcher, new QueryReader(NameTable.Empty)).ExplainAsync(query, id, Cancel);
}
