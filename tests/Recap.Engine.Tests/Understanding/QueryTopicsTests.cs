using System.Collections.Immutable;
using NSubstitute;
using Recap.Engine.Indexing;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.Tests.Understanding;

/// <summary>What queries are about, and when that is answer enough.</summary>
public sealed class QueryTopicsTests
{
    private static readonly NameTable Names = new(
    [
        new NameGroup { Name = "Accessibility", Names = ["Accessibility", "accessibilité"], Inflects = true, Topics = ["accessibility"] },
        new NameGroup { Name = "Istio", Names = ["Istio"], Topics = ["service-mesh"] },
        .. Enumerable.Range(1, 30).Select(i => new NameGroup { Name = $"Pattern{i}", Names = [$"Pattern{i}"], Inflects = true, Topics = ["architecture"] }),
    ]);

    [Theory]
    [InlineData("accessibilité", true)]
    [InlineData("acessibilité", true)]
    [InlineData("Pattern7", false)]
    [InlineData("Istio", false)]
    [InlineData("Istio ambient", false)]
    [InlineData("rendre un site lisible", true)]
    [InlineData("rendre le site", false)]
    [InlineData("\"rendre un site lisible\"", false)]
    [InlineData("site -speaker:anne -rendre -lisible", false)]
    public void Topics_suffice_where_a_query_names_a_concept_or_describes_what_it_looks_for(string typed, bool suffice) =>
        Read(typed, About("accessibility", 0.9f)).Suffice.ShouldBe(suffice);

    [Fact]
    public void Shares_sum_up_to_one_and_faint_topics_are_left_out()
    {
        var topics = Read("rendre un site lisible", About("accessibility", 0.9f, "frontend", 0.6f, "security", 0.2f)).Topics;

        topics.Select(topic => topic.Topic).ShouldBe(["accessibility", "frontend"]);
        topics.Sum(topic => topic.Share).ShouldBe(1, 1e-5);
    }

    [Fact]
    public void A_concept_has_its_topic_whatever_the_model_makes_of_its_name() =>
        Read("accessibilité", About("frontend", 0.4f)).Topics.MaxBy(topic => topic.Share).Topic.ShouldBe("accessibility");

    [Fact]
    public void The_model_reads_the_words_asked_for_with_their_errors_corrected()
    {
        var scorer = About("accessibility", 0.9f);

        Read("acessibilité du Web -java topic:frontend", scorer);

        scorer.Received().Score(Arg.Is<Talk>(talk => talk.Title == "accessibilite du Web"));
    }

    [Fact]
    public void A_query_without_words_is_about_nothing() => Read("-java", About("java-jvm", 0.9f)).ShouldBe(AskedTopics.None);

    private static AskedTopics Read(string typed, ITopicScorer scorer)
    {
        var vocabulary = Substitute.For<IVocabulary>();
        vocabulary.Near("acessibilite", 2, Arg.Any<int>()).Returns(["accessibilite"]);
        return new QueryTopics(scorer).Of(AskedWords.Of(new QueryReader(Names).Read(typed), vocabulary, Names), Names);
    }

    private static ITopicScorer About(params object[] affinities)
    {
        var scorer = Substitute.For<ITopicScorer>();
        scorer.Score(Arg.Any<Talk>()).Returns(affinities.Chunk(2).ToImmutableSortedDictionary(pair => (string)pair[0], pair => (float)pair[1], StringComparer.Ordinal));
        return scorer;
    }
}
