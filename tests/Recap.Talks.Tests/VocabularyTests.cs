using CsCheck;
using Recap.Talks.Facts;

namespace Recap.Talks.Tests;

/// <summary>A vocabulary tells words as a plain look at its list does, whatever letters they share.</summary>
public sealed class VocabularyTests
{
    // Of few letters, so that many words have one hash.
    private static readonly Gen<string> Words = Gen.Char["abAéÉç1"].Array[1, 6].Select(letters => new string(letters));

    private static readonly Gen<List<string>> Lists = Words.List[1, 60].Select(words => words.Distinct(StringComparer.OrdinalIgnoreCase).ToList());

    [Fact]
    public void A_word_says_what_its_list_says_whatever_its_capitals() =>
        Gen.Select(Lists, Lists).Sample(
            (list, others) =>
            {
                var vocabulary = new Vocabulary<int>([.. list.Select((word, i) => (word, i + 1))]);

                foreach (var word in list.Concat(others).Concat(list.Select(word => word.ToUpperInvariant())))
                {
                    vocabulary.Of(word).ShouldBe(1 + list.FindIndex(known => known.Equals(word, StringComparison.OrdinalIgnoreCase)));
                }
            },
            iter: 2_000,
            seed: "0000KOIPZS2D1");

    [Fact]
    public void A_table_holds_the_words_of_its_list_whatever_their_capitals() =>
        Gen.Select(Lists, Lists).Sample(
            (list, others) =>
            {
                var table = new WordTable(list);

                foreach (var word in list.Concat(others).Concat(list.Select(word => word.ToUpperInvariant())).Append(""))
                {
                    table.Contains(word).ShouldBe(list.Contains(word, StringComparer.OrdinalIgnoreCase), word);
                }
            },
            iter: 2_000,
            seed: "0000KOIPZS2D1");

    [Fact]
    public void Words_of_one_sense_stand_side_by_side()
    {
        var vocabulary = new Vocabulary<char>(("le la", 'f'), ("the", 'e'));

        "La,the,le,des,".Split(',').Select(word => vocabulary.Of(word)).ShouldBe(['f', 'e', 'f', '\0', '\0']);
    }

    [Fact]
    public void A_filter_passes_every_word_of_its_list() =>
        Lists.Sample(list => list.ShouldAllBe(word => WordFilter.Of(8, list).MayHold(WordHash.Of(word))), iter: 500, seed: "0000KOIPZS2D1");
}
