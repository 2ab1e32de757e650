namespace Recap.Embeddings.Tests;

/// <summary>A small sentence model in a folder of its own, which knows a few words by what they are about.</summary>
internal sealed class ModelOnDisk : IDisposable
{
    private static readonly (string Word, float[] Row)[] Words =
    [
        ("[PAD]", [0, 0, 0]), ("[UNK]", [0, 0, 0]), ("[CLS]", [0, 0, 0]), ("[SEP]", [0, 0, 0]), ("[MASK]", [0, 0, 0]),
        ("energie", [1, 0, 0]), ("electricite", [1, 0, 0]), ("watts", [1, 0, 0]), ("consommation", [0.8f, 0.2f, 0]),
        ("recrutement", [0, 1, 0]), ("embauche", [0, 1, 0]), ("equipe", [0, 0.8f, 0.2f]),
        ("test", [0, 0, 1]), ("##s", [0, 0, 0]), ("couverture", [0, 0, 1]),
        // Words that no table of Recap knows.
        ("bretzel", [0, -1, 0]), ("turlututu", [0, -1, 0]),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-model-");

    public ModelOnDisk()
    {
        OnnxFile.Write(Model, [.. Words.Select(word => word.Row)]);
        Write("vocab.txt", string.Concat(Words.Select(word => word.Word + "\n")));
    }

    /// <summary>Where CI put the native library; tests that run a model skip where there is none.</summary>
    public static string? Runtime => Environment.GetEnvironmentVariable("RECAP_ONNXRUNTIME") is { Length: > 0 } path ? path : null;

    public string Model => Path.Combine(_folder.FullName, "model.onnx");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    public SentenceModel Open()
    {
        Assert.SkipWhen(Runtime is null, "RECAP_ONNXRUNTIME names no native library of ONNX Runtime; .ci/run fetches one.");
        return SentenceModel.Open(Model, Runtime);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
