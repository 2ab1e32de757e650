using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Querying.Understanding;
using Recap.Server.Answers;
using Recap.Talks;
using Recap.Topics.Explaining;

namespace Recap.Server.Tests.Answers;

/// <summary>Whatever the engine may answer, the contract has a word for it.</summary>
public sealed class ContractCoverageTests
{
    [Fact]
    public void Every_kind_of_session_has_its_word() =>
        Distinct(Enum.GetValues<TalkKind>().Select(TalkAnswers.ToKind)).ShouldBe(Enum.GetValues<TalkKind>().Length);

    [Fact]
    public void Every_kind_of_link_has_its_word() =>
        Distinct(Enum.GetValues<LinkKind>().Select(kind => TalkAnswers.ToTalk(With(kind), withText: false).Links[0].Kind))
            .ShouldBe(Enum.GetValues<LinkKind>().Length);

    [Fact]
    public void Every_facet_has_its_word() =>
        Distinct(Enum.GetValues<TalkFacet>().Select(facet => FacetAnswers.ToCounts(new FacetCounts(facet, []), TalkFilter.None, topic => topic).Field))
            .ShouldBe(Enum.GetValues<TalkFacet>().Length);

    [Fact]
    public void Every_completion_has_its_word() =>
        Distinct(Enum.GetValues<CompletionKind>().Select(SuggestionAnswers.ToKind)).ShouldBe(Enum.GetValues<CompletionKind>().Length);

    [Fact]
    public void Every_reason_of_an_affinity_has_its_word() =>
        Distinct(Enum.GetValues<TopicReasonKind>().Select(TopicAnswers.ToKind)).ShouldBe(Enum.GetValues<TopicReasonKind>().Length);

    [Fact]
    public void Every_reason_of_a_score_has_its_word()
    {
        var kinds = Enum.GetValues<MatchKind>();
        var fields = Enum.GetValues<TalkField>();

        var answer = ExplanationAnswers.ToExplanation(new HitExplanation
        {
            Score = 3,
            Reasons = [.. kinds.Select(kind => new MatchReason
            {
                Word = "k8s",
                Found = "kubernetes",
                Kind = kind,
                Through = "Kubernetes",
                Fields = [.. fields.Select(field => new FieldMatch(field, 2))],
                Score = 1.5f,
            })],
            Missing = ["zzz"],
            Closeness = 1,
            Coverage = 0.5f,
            Agreement = 0.7f,
            Topics = ["ebpf"],
            Notes = 1,
            Recency = 1.05f,
        }, "en");

        Distinct(answer.Reasons.Select(reason => reason.Kind)).ShouldBe(kinds.Length);
        Distinct(answer.Reasons[0].Fields.Select(match => match.Field)).ShouldBe(fields.Length);
        (answer.Reasons[0].Word, answer.Reasons[0].Found, answer.Reasons[0].Through, answer.Reasons[0].Score).ShouldBe(("k8s", "kubernetes", "Kubernetes", 1.5f));
        (answer.Closeness, answer.Coverage, answer.Notes, answer.Recency).ShouldBe((1f, 0.5f, 1f, 1.05f));
        answer.Missing.ShouldBe(["zzz"]);
        answer.Words.Count.ShouldBe(kinds.Length + 4, "each kind, closeness, what is missing, agreement, recency");
        (answer.Agreement, answer.TopicIds.Single()).ShouldBe((0.7f, "ebpf"));
    }

    private static int Distinct<T>(IEnumerable<T> words) => words.Distinct().Count();

    private static IndexedTalk With(LinkKind kind) => new()
    {
        Source = "carnet",
        Talk = Shelf.Kepler with { Links = ImmutableArray.Create(new TalkLink(kind, "https://blog.example", "")) },
    };
}
