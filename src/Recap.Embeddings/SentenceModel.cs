using System.Numerics.Tensors;
using Recap.Engine.Indexing;

namespace Recap.Embeddings;

/// <summary>An ONNX sentence model that the user brought. It is read when a text is first embedded.</summary>
public sealed class SentenceModel : ISentenceEmbedder, IDisposable
{
    /// <summary>Sentence models are trained on texts of 128 to 512 tokens.</summary>
    private const int WindowLength = 256;

    /// <summary>A talk is told in 50 to 400 words; what comes after a thousand tokens changes its mean little.</summary>
    private const int MostWindows = 4;

    private readonly ModelFolder _folder;
    private readonly Lazy<string> _fingerprint;
    private readonly Lazy<SentenceTokenizer> _tokenizer;
    private readonly Lazy<OnnxSession> _session;

    private SentenceModel(ModelFolder folder)
    {
        _folder = folder;
        _fingerprint = new(folder.Fingerprint);
        _tokenizer = new(() => SentenceTokenizer.Open(folder));
        _session = new(() => OnnxSession.Open(folder));
    }

    /// <inheritdoc/>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Finds a model and what belongs to it; reads no more than its settings.</summary>
    /// <param name="path">The model: <c>model.onnx</c>, its vocabulary beside it.</param>
    /// <param name="nativeRuntime">The native library of ONNX Runtime, or the folder it lies in; null where it lies beside the model or where the system looks.</param>
    /// <exception cref="SentenceModelException">There is no such file, or its settings cannot be read.</exception>
    public static SentenceModel Open(string path, string? nativeRuntime = null)
    {
        var folder = new ModelFolder(path);
        NativeRuntime.LookIn(nativeRuntime is null ? folder.Folders : folder.Folders.Prepend(nativeRuntime));
        return new SentenceModel(folder);
    }

    /// <inheritdoc/>
    public float[] EmbedQuery(string query) => Embed(_folder.Settings.QueryPrompt, query);

    /// <inheritdoc/>
    public float[] EmbedTalk(string title, string text) => Embed(_folder.Settings.TextPrompt, $"{title}\n{text}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsValueCreated)
        {
            _session.Value.Dispose();
        }
    }

    // A long text is the mean of its windows.
    private float[] Embed(string prompt, string text)
    {
        float[]? sum = null;
        foreach (var window in _tokenizer.Value.Windows(prompt + text, WindowLength, MostWindows))
        {
            var vector = _session.Value.Run(window);
            Normalize(vector);
            sum ??= new float[vector.Length];
            TensorPrimitives.Add(sum, vector, sum);
        }

        Normalize(sum!);
        return sum!;
    }

    private static void Normalize(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }
    }
}
