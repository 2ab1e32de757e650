using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Recap.Engine.Indexing;

namespace Recap.Embeddings;

/// <summary>Runs a sentence model over one window of tokens at a time.</summary>
internal sealed class OnnxSession : IDisposable
{
    private const string Tokens = "input_ids";
    private const string Attention = "attention_mask";
    private const string Types = "token_type_ids";
    private const string WholeSentence = "sentence_embedding";

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly bool _takesFirstToken;
    private readonly string _path;

    private OnnxSession(InferenceSession session, ModelFolder folder)
    {
        (_session, _path, _takesFirstToken) = (session, folder.Model, folder.Settings.TakesFirstToken);
        _inputs = [.. session.InputNames];
        _outputs = [session.OutputNames.Contains(WholeSentence, StringComparer.Ordinal) ? WholeSentence : session.OutputNames[0]];
    }

    /// <exception cref="SentenceModelException">The native runtime is missing, or the file is no sentence model.</exception>
    public static OnnxSession Open(ModelFolder folder)
    {
        var session = Read(folder);
        if (session.InputNames.FirstOrDefault(input => input is not (Tokens or Attention or Types)) is { } stranger)
        {
            session.Dispose();
            throw new SentenceModelException($"{folder.Model} asks for '{stranger}'; a sentence model asks for {Tokens}, {Attention} and {Types} at most.");
        }

        return new OnnxSession(session, folder);
    }

    /// <summary>The vector of a window, of any length but 0.</summary>
    /// <exception cref="SentenceModelException">The model failed, or gives no vectors.</exception>
    public float[] Run(long[] tokens)
    {
        var shape = new long[] { 1, tokens.Length };
        var ones = Array.ConvertAll(tokens, _ => 1L);
        var values = _inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input == Tokens ? tokens : input == Attention ? ones : new long[tokens.Length], shape)).ToList();
        try
        {
            using var results = _session.Run(_options, _inputs, values, _outputs);
            return Pool(results[0]);
        }
        catch (OnnxRuntimeException e)
        {
            throw new SentenceModelException($"{_path}: {e.Message}", e);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _options.Dispose();
        _session.Dispose();
    }

    private static InferenceSession Read(ModelFolder folder)
    {
        try
        {
            return new InferenceSession(folder.Model);
        }
        catch (OnnxRuntimeException e)
        {
            throw new SentenceModelException($"{folder.Model} is no ONNX model that can be read: {e.Message}", e);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw new SentenceModelException(
                $"The native library of ONNX Runtime cannot be loaded: {(e.InnerException ?? e).Message} "
                + $"Put the one of the NuGet package Microsoft.ML.OnnxRuntime {RuntimeVersion} beside {folder.Model}, or name it in RECAP_ONNXRUNTIME.", e);
        }
    }

    private static string RuntimeVersion => typeof(InferenceSession).Assembly.GetName().Version!.ToString(3);

    private float[] Pool(OrtValue value)
    {
        var shape = value.GetTensorTypeAndShape().Shape;
        var numbers = value.GetTensorDataAsSpan<float>();
        return shape switch
        {
            [1, > 0] => numbers.ToArray(),
            [1, > 0, > 0] => _takesFirstToken ? numbers[..(int)shape[2]].ToArray() : Mean(numbers, (int)shape[2]),
            _ => throw new SentenceModelException($"{_path} gives numbers of shape [{string.Join(", ", shape)}]; a sentence model gives a vector a text or a token."),
        };
    }

    private static float[] Mean(ReadOnlySpan<float> rows, int dimensions)
    {
        var sum = new float[dimensions];
        for (var row = 0; row < rows.Length; row += dimensions)
        {
            TensorPrimitives.Add(sum, rows.Slice(row, dimensions), sum);
        }

        TensorPrimitives.Divide(sum, rows.Length / dimensions, sum);
        return sum;
    }
}
