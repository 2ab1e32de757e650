using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Tests.Querying;

/// <summary>Scores as people read them.</summary>
public sealed class MatchWordingTests
{
    [Theory]
    [InlineData(MatchKind.Exact, null, "\"k8s\" as typed, in title, text (3 times): +4.25.")]
    [InlineData(MatchKind.Alias, "Kubernetes", "\"k8s\" by another name, kubernetes (through Kubernetes), in title, text (3 times): +4.25.")]
    [InlineData(MatchKind.Fuzzy, null, "\"k8s\" taken for kubernetes, in title, text (3 times): +4.25.")]
    [InlineData(MatchKind.Stem, null, "\"k8s\" inflected, stem kubernetes, in title, text (3 times): +4.25.")]
    public void A_match_says_what_was_found_how_and_where(MatchKind kind, string? through, string sentence) =>
        MatchWording.Say(Reason(kind, through)).ShouldBe(sentence);

    [Fact]
    public void Every_kind_of_match_has_words() =>
        Enum.GetValues<MatchKind>().Select(kind => MatchWording.Say(Reason(kind, null))).ShouldBeUnique();

    [Fact]
    public void A_hit_says_what_it_lacks_and_what_its_factors_do()
    {
        var explanation = new HitExplanation
        {
            Score = 1,
            Reasons = [Reason(MatchKind.Exact, null)],
            Missing = ["helm"],
            Closeness = 0.5f,
            Coverage = 0.6f,
            Notes = 0.5f,
            Recency = 1.04f,
        };

        MatchWording.Say(explanation).Skip(1).ShouldBe(
        [
            "Words of the query stand close to each other: +0.5.",
            "Missing: helm; 60 % of the query is answered.",
            "It is no talk but notes of a post: times 0.5.",
            "It is recent: times 1.04.",
        ]);
    }

    private static MatchReason Reason(MatchKind kind, string? through) => new()
    {
        Word = "k8s",
        Found = kind == MatchKind.Exact ? "k8s" : "kubernetes",
        Kind = kind,
        Through = through,
        Fields = [new FieldMatch(TalkField.Title, 1), new FieldMatch(TalkField.Text, 3)],
        Score = 4.25f,
    };
}
