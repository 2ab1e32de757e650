using CsCheck;
using Recap.Engine.Relating;
using Recap.Engine.Tests.Conformance;
using Recap.Talks;

namespace Recap.Engine.Tests.Relating;

public sealed class TalkProfileTests
{
    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.String, Gen.String, Gen.Single[0, 1]).Sample(drawn =>
        {
            var talk = Sample.Talk(drawn.Item1 + " titre", drawn.Item2).About("Cilium", "eBPF").By(new Speaker("Awa Ndiaye")).At("Native Harbor", 2024).Scored("ebpf", drawn.Item3);
            var profile = TalkProfile.Of(TalkTraits.Of(talk));

            var read = TalkProfile.FromBytes(profile.ToBytes());

            read.Words.ShouldBe(profile.Words);
            read.Technologies.ShouldBe(profile.Technologies);
            read.Speakers.ShouldBe(profile.Speakers);
            read.Topics.ShouldHaveSingleItem().Value.ShouldBe(drawn.Item3, 0.003f);
            read.Passages.ShouldBe(profile.Passages);
            read.Norm().ShouldBe(profile.Norm());
        });

    [Fact]
    public void Names_of_event_and_speakers_years_and_ordinary_words_are_no_words_of_a_talk()
    {
        var talk = Sample.Talk("Karpenter à Native Harbor 2024", "Maëlle Kerguénou, de Halyard, parle de Karpenter à Brest en 2024.")
            .At("Native Harbor", 2024, "Brest")
            .By(new Speaker("Maëlle Kerguénou", "Halyard"));

        TalkTraits.Of(talk).Words.Select(word => word.Surface).ShouldBe(["Karpenter"]);
    }

    [Fact]
    public void A_word_of_the_events_name_is_a_word_where_people_use_it_as_one()
    {
        var talk = Sample.Talk("Le craft en startup", "Vu à Craft Bretagne : le craft, un an après.").At("Craft Bretagne", 2024);

        var words = TalkTraits.Of(talk).Words;

        words.ShouldContain(word => word.Surface == "craft" && word.Count == 2);
        words.ShouldNotContain(word => word.Surface == "Bretagne");
    }

    [Theory]
    [InlineData("tests", "testing")]
    [InlineData("observabilité", "observability")]
    public void A_word_is_the_same_in_either_language_where_its_shorter_stem_is(string french, string english) =>
        WordOf(french).Stem.ShouldBe(WordOf(english).Stem);

    private static TraitWord WordOf(string word) => TalkTraits.Of(Sample.Talk(word)).Words.ShouldHaveSingleItem();

    [Theory]
    [InlineData("https://blog.example/2024/jour-1/", "blog.example/2024/jour-1")]
    [InlineData("https://Blog.Example/2024/jour-1/index.html#kepler", "blog.example/2024/jour-1")]
    [InlineData("http://localhost:1313/2024/?x=1", "localhost:1313/2024")]
    [InlineData("/2024/caf%C3%A9/", "/2024/café")]
    [InlineData("2024/jour-1", "/2024/jour-1")]
    [InlineData("https://blog.example", "blog.example/")]
    public void Addresses_of_one_page_are_one_key(string uri, string key) => PageKey.Of(uri).ToString().ShouldBe(key);
}
