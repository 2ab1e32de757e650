using CsCheck;
using Lucene.Net.Util.Automaton;
using Recap.Engine.LuceneNet.Planning;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>Words that differ from a typed one by a letter or two.</summary>
public sealed class NearWordTests
{
    private static readonly Gen<string> Words = Gen.Char["abcdé"].Array[1, 9].Select(letters => new string(letters));

    [Fact]
    public void They_are_those_that_an_automaton_of_edits_and_swaps_accepts() =>
        Gen.Select(Words, Words, Gen.Int[1, 2]).Sample((typed, word, edits) =>
        {
            var automaton = new CharacterRunAutomaton(new LevenshteinAutomata(typed, withTranspositions: true).ToAutomaton(edits));
            var near = new NearWord(typed, edits);

            near.IsNear(word).ShouldBe(automaton.Run(word));
            (near.IsNear(word) && !near.MayBeNear(NearWord.SignatureOf(word))).ShouldBeFalse();
        });

    [Fact]
    public void A_character_of_two_code_units_is_one_letter()
    {
        var near = new NearWord("observer", 1);

        NearWord.LengthOf("observe𝒳").ShouldBe(near.Length);
        near.MayBeNear(NearWord.SignatureOf("observe𝒳")).ShouldBeTrue();
        near.IsNear("observe𝒳").ShouldBeTrue();
    }
}
