using System.CommandLine;
using Recap.Embeddings;
using Recap.Engine.Indexing;

namespace Recap.Cli.Indexes;

/// <summary>
/// The sentence model of a run, if the user brought one. An index is built with one model and must be asked with the same: a
/// variable spares repeating it.
/// </summary>
internal sealed class ChosenEmbeddings
{
    /// <summary>Names the model where the option does not.</summary>
    public const string ModelVariable = "RECAP_EMBEDDINGS";

    /// <summary>Names the native library of ONNX Runtime where it is neither beside the model nor where the system looks.</summary>
    public const string RuntimeVariable = "RECAP_ONNXRUNTIME";

    private SentenceModel? _opened;

    /// <summary>The option <c>--embeddings</c> of the verbs that fill an index or search it.</summary>
    public Option<string?> Option { get; } = new("--embeddings")
    {
        Description = $"ONNX sentence model that talks and queries are compared by as well, default: the variable {ModelVariable}, else none",
        HelpName = "MODEL.onnx",
    };

    /// <summary>What the command line says of it.</summary>
    public string? Asked { get; private set; }

    /// <summary>Takes what the command line says.</summary>
    public void Choose(ParseResult parsed) => Asked = parsed.GetValue(Option);

    /// <summary>The model; null where none was named.</summary>
    /// <exception cref="SentenceModelException">It cannot be used.</exception>
    public ISentenceEmbedder? Open(Surroundings surroundings)
    {
        if (string.IsNullOrEmpty(Asked ?? surroundings.Variable(ModelVariable)))
        {
            return null;
        }

        var runtime = surroundings.Variable(RuntimeVariable);
        return _opened ??= SentenceModel.Open(
            surroundings.FullPath(Asked ?? surroundings.Variable(ModelVariable)!),
            string.IsNullOrEmpty(runtime) ? null : surroundings.FullPath(runtime));
    }
}
