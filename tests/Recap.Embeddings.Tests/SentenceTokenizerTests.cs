using Recap.Engine.Indexing;

namespace Recap.Embeddings.Tests;

/// <summary>How texts become the numbers that a model knows.</summary>
public sealed class SentenceTokenizerTests : IDisposable
{
    private const int Begin = 2, End = 3, Unknown = 1, Energie = 5, Embauche = 10, Test = 12, S = 13;

    private readonly ModelOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData("énergie", new long[] { Begin, Energie, End })]
    [InlineData("ÉNERGIE, Tests", new long[] { Begin, Energie, Unknown, Test, S, End })]
    [InlineData("", new long[] { Begin, End })]
    public void Words_of_a_vocabulary_without_case_are_looked_up_without_accents(string text, long[] tokens) =>
        Windows(text).ShouldBe([tokens]);

    [Fact]
    public void A_vocabulary_with_case_is_asked_as_written()
    {
        _disk.Write("tokenizer_config.json", """{"do_lower_case": false}""");

        Windows("énergie embauche Embauche").ShouldBe([[Begin, Unknown, Embauche, Unknown, End]]);
    }

    [Fact]
    public void A_long_text_is_cut_into_windows_and_its_end_left_out() =>
        Windows("energie energie energie energie energie", length: 4, most: 2).ShouldBe([[Begin, Energie, Energie, End], [Begin, Energie, Energie, End]]);

    [Fact]
    public void Pieces_are_numbered_as_XLM_RoBERTa_numbers_them()
    {
        File.Delete(_disk.PathOf("vocab.txt"));
        SentencePieceFile.Write(_disk.PathOf("sentencepiece.bpe.model"), "energie", "watts");

        // Marks of its own are 0 (begin), 1 (padding), 2 (end), 3 (unknown); the first word follows.
        Windows("watts energie").ShouldBe([[0, 5, 4, 2]]);
    }

    [Fact]
    public void A_vocabulary_that_cannot_be_read_is_named()
    {
        File.Delete(_disk.PathOf("vocab.txt"));
        _disk.Write("sentencepiece.bpe.model", "<html>404</html>");

        Should.Throw<SentenceModelException>(() => Windows("watts")).Message.ShouldContain("sentencepiece.bpe.model");
    }

    private long[][] Windows(string text, int length = 16, int most = 4) => [.. SentenceTokenizer.Open(new ModelFolder(_disk.Model)).Windows(text, length, most)];
}
