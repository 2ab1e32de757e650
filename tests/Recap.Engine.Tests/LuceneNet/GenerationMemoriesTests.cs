using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.LuceneNet.Reading;
using Recap.Engine.LuceneNet.Writing;
using Recap.Engine.Querying;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>How long what queries have read is kept.</summary>
public sealed class GenerationMemoriesTests
{
    private readonly GenerationMemories _memories = new(RankingOptions.Default);
    private readonly WordKey _word = new(Segment: 0, Gain: 1, IsGrammar: false, Forms: "kubernetes");

    [Fact]
    public void A_generation_keeps_what_was_read_of_it()
    {
        var generation = Generation();
        Read(generation);

        Remembers(generation).ShouldBeTrue();
    }

    [Fact]
    public void What_was_read_of_a_generation_is_forgotten_when_the_next_one_is_asked()
    {
        var (before, next) = (Generation(), Generation());
        Read(before);
        Read(next);

        Remembers(before).ShouldBeFalse();
        Remembers(next).ShouldBeTrue();
    }

    [Fact]
    public void Pages_further_on_of_a_generation_before_leave_the_newest_as_it_is()
    {
        var (before, newest) = (Generation(), Generation());
        Read(before);
        Read(newest);
        Read(before);

        Remembers(before).ShouldBeTrue();
        Remembers(newest).ShouldBeTrue();
    }

    private void Read(Snapshot snapshot) => _memories.Of(snapshot).Formula.Kept.Words.Add(_word, FormScores.None);

    private bool Remembers(Snapshot snapshot) => _memories.Of(snapshot).Formula.Kept.Words.TryGet(_word, out _);

    private static Snapshot Generation() => new(CommitData.Nothing("none"), new MultiReader(), []);
}
