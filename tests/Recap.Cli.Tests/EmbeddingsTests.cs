using Recap.Embeddings.Tests;

namespace Recap.Cli.Tests;

/// <summary>A sentence model that the user names.</summary>
public sealed class EmbeddingsTests : IDisposable
{
    private const string Nonsense = "turlututu chapeau pointu";

    private readonly Desk _desk = new Desk()
        .Tell("blog/a.md", "Le bretzel")
        .Tell("blog/b.md", [.. Enumerable.Range(1, 60).Select(number => $"Le profilage continu, épisode {number}")]);

    private readonly ModelOnDisk _disk = new();

    public void Dispose()
    {
        _desk.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task Talks_are_found_by_what_they_mean_where_index_and_query_have_the_same_model()
    {
        SkipWithoutRuntime();
        (await RunAsync("reindex", "blog", "--embeddings", _disk.Model)).Code.ShouldBe(ExitCode.Fine);

        var found = await RunAsync("search", Nonsense, "--embeddings", _disk.Model, "--limit", "1", "--explain");

        found.Out.ShouldContain("Le bretzel");
        found.Out.ShouldContain("Means something like the query");
        (await RunAsync("search", Nonsense, "--explain")).Out.ShouldNotContain("Means something like the query");
    }

    [Fact]
    public async Task An_index_without_vectors_says_so_and_answers_by_words()
    {
        await RunAsync("reindex", "blog");

        var found = await RunAsync("search", "bretzel", "--embeddings", _disk.Model, "-o", "jsonl");

        found.Error.ShouldContain("recap reindex PATH --embeddings");
        found.Lines[0].GetProperty("title").GetString().ShouldBe("Le bretzel");
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named()
    {
        var run = await RunAsync("reindex", "blog", "--embeddings", "modele.onnx");

        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("modele.onnx");
        run.Error.ShouldContain("ONNX");
    }

    private static void SkipWithoutRuntime() =>
        Assert.SkipWhen(ModelOnDisk.Runtime is null, "RECAP_ONNXRUNTIME names no native library of ONNX Runtime; .ci/run fetches one.");

    private Task<Outcome> RunAsync(params string[] args) =>
        _desk.RunAsync(surroundings => surroundings with { Variable = name => name == "RECAP_ONNXRUNTIME" ? ModelOnDisk.Runtime : null }, args);
}
