using Recap.Engine.Indexing;

namespace Recap.Embeddings.Tests;

/// <summary>What a model that the user brought makes of texts.</summary>
public sealed class SentenceModelTests : IDisposable
{
    private readonly ModelOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void Texts_that_mean_alike_lie_near_whatever_their_words()
    {
        using var model = _disk.Open();

        var query = model.EmbedQuery("consommation d'électricité");

        Nearness(query, model.EmbedTalk("Des watts", "L'énergie en chiffres.")).ShouldBeGreaterThan(0.9f);
        Nearness(query, model.EmbedTalk("Embauche", "Le recrutement d'une équipe.")).ShouldBeLessThan(0.3f);
    }

    [Fact]
    public void Vectors_have_length_one_and_a_text_of_unknown_words_none()
    {
        using var model = _disk.Open();

        Nearness(model.EmbedQuery("watts et tests"), model.EmbedQuery("watts et tests")).ShouldBe(1, 1e-5f);
        model.EmbedQuery("xyz").ShouldBe([0f, 0f, 0f]);
        model.EmbedQuery("").ShouldBe([0f, 0f, 0f]);
    }

    [Fact]
    public void A_long_text_is_the_mean_of_its_windows()
    {
        using var model = _disk.Open();
        var half = string.Join(' ', Enumerable.Repeat("energie", 254));

        var vector = model.EmbedTalk("", $"{half} {string.Join(' ', Enumerable.Repeat("embauche", 254))}");

        vector[0].ShouldBe(vector[1], 1e-4f);
        vector[0].ShouldBe(MathF.Sqrt(0.5f), 1e-4f);
    }

    [Fact]
    public void Prompts_published_with_a_model_are_written_before_texts()
    {
        _disk.Write("config_sentence_transformers.json", """{"prompts": {"query": "embauche ", "passage": "test "}}""");
        using var model = _disk.Open();

        model.EmbedQuery("").ShouldBe([0f, 1f, 0f]);
        model.EmbedTalk("", "").ShouldBe([0f, 0f, 1f]);
    }

    [Fact]
    public void The_first_token_stands_for_the_text_where_the_model_says_so()
    {
        _disk.Write("1_Pooling/config.json", """{"pooling_mode_cls_token": true}""");
        using var model = _disk.Open();

        model.EmbedQuery("watts").ShouldBe([0f, 0f, 0f], "the row of [CLS] is zeros");
    }

    [Fact]
    public void The_fingerprint_changes_with_model_vocabulary_and_settings()
    {
        var fingerprints = new List<string> { SentenceModel.Open(_disk.Model).Fingerprint };

        _disk.Write("config_sentence_transformers.json", """{"prompts": {"query": "query: "}}""");
        fingerprints.Add(SentenceModel.Open(_disk.Model).Fingerprint);
        File.AppendAllText(_disk.PathOf("vocab.txt"), "docker\n");
        fingerprints.Add(SentenceModel.Open(_disk.Model).Fingerprint);
        OnnxFile.Write(_disk.Model, [[1f]]);
        fingerprints.Add(SentenceModel.Open(_disk.Model).Fingerprint);

        fingerprints.Distinct().Count().ShouldBe(4);
        SentenceModel.Open(_disk.Model).Fingerprint.ShouldBe(fingerprints[^1]);
    }

    [Fact]
    public void A_missing_model_and_a_missing_vocabulary_are_named()
    {
        Should.Throw<SentenceModelException>(() => SentenceModel.Open(_disk.PathOf("other.onnx"))).Message.ShouldContain("other.onnx");
        File.Delete(_disk.PathOf("vocab.txt"));

        Should.Throw<SentenceModelException>(() => SentenceModel.Open(_disk.Model).EmbedQuery("watts")).Message.ShouldContain("vocab.txt");
    }

    [Fact]
    public void Settings_that_are_no_json_are_named()
    {
        _disk.Write("tokenizer_config.json", "{");

        Should.Throw<SentenceModelException>(() => SentenceModel.Open(_disk.Model)).Message.ShouldContain("tokenizer_config.json");
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused()
    {
        using var model = _disk.Open();
        _disk.Write("model.onnx", "<html>404</html>");

        Should.Throw<SentenceModelException>(() => model.EmbedQuery("watts")).Message.ShouldContain("no ONNX model");
    }

    [Fact]
    public void A_model_of_something_else_is_refused_by_what_it_asks_for()
    {
        using var model = _disk.Open();
        OnnxFile.Write(_disk.Model, [[1f]], input: "pixel_values");

        Should.Throw<SentenceModelException>(() => model.EmbedQuery("watts")).Message.ShouldContain("pixel_values");
    }

    [Fact]
    public void Without_the_native_library_the_message_says_which_one_to_fetch()
    {
        Assert.SkipWhen(ModelOnDisk.Runtime is not null, "A native library is here, and a process loads it once.");

        Should.Throw<SentenceModelException>(() => SentenceModel.Open(_disk.Model).EmbedQuery("watts")).Message.ShouldContain("Microsoft.ML.OnnxRuntime 1.");
    }

    private static float Nearness(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
