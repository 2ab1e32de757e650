using Recap.Engine.Indexing;
using Recap.Engine.Relating;
using Recap.Engine.Tests.Conformance;

namespace Recap.Engine.Tests.Relating;

/// <summary>Talks that share an idea and hardly a word.</summary>
public sealed class IdeaTests
{
    private static readonly KeyCounts Counts = new(100, new Dictionary<string, int>());

    private static readonly IndexedTalk Kanban = Sample.Talk("Le kanban dont on sort fatigué", "Limiter l'en-cours, tirer le travail, lire le flux.");
    private static readonly IndexedTalk Sprints = Sample.Talk("Encore un sprint", "Backlog, rétrospective, vélocité : l'équipe agile s'essouffle.");
    private static readonly IndexedTalk Drivers = Sample.Talk("Un pilote pour le noyau", "Interruptions, DMA et registres d'une carte d'acquisition.");

    [Fact]
    public void Talks_without_a_word_in_common_are_near_where_their_words_go_together_elsewhere()
    {
        var near = Compare(Kanban, Sprints);

        near.Wording.ShouldBe(0);
        near.Idea.ShouldBeGreaterThan(0);
        near.Idea.ShouldBeGreaterThan(Compare(Kanban, Drivers).Idea);
    }

    [Fact]
    public void The_reason_names_words_that_only_one_of_the_two_uses()
    {
        var words = new Comparison(SeedOf(Kanban)).WordsOfIdeas(ProfileOf(Sprints)).ToArray();

        words.ShouldNotBeEmpty();
        var stems = TalkTraits.Of(Kanban).Words.Concat(TalkTraits.Of(Sprints).Words).Select(word => word.Stem).ToArray();
        words.SelectMany(TraitWords.StemsOf).ShouldAllBe(stem => stems.Count(other => other == stem) == 1);
    }

    [Fact]
    public void A_talk_is_near_to_few_passages_and_as_near_whatever_its_length()
    {
        var passages = TalkTraits.Of(Sprints).Passages;

        passages.Length.ShouldBeInRange(1, Passages.Most);
        passages.Sum(passage => passage.Nearness * passage.Nearness).ShouldBe(1, 1e-5);
        passages.Select(passage => passage.Nearness).ShouldBeInOrder(SortDirection.Descending);
        TalkTraits.Of(Sample.Talk("zzyzx")).Passages.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_topic_is_worth_grows_with_its_affinity_and_is_nothing_below_a_tenth()
    {
        var weights = Enumerable.Range(0, 256).Select(grade => TopicWeight.Of((byte)grade)).ToArray();

        weights.ShouldBeInOrder();
        weights[25].ShouldBe(0);
        weights[^1].ShouldBe(1);
    }

    private static RelatedFeatures Compare(IndexedTalk one, IndexedTalk other) => new Comparison(SeedOf(one)).With(ProfileOf(other));

    private static RelatedSeed SeedOf(IndexedTalk talk) => new(TalkTraits.Of(talk), Counts);

    private static TalkProfile ProfileOf(IndexedTalk talk) => TalkProfile.Of(TalkTraits.Of(talk));
}
