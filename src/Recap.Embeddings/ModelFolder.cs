using System.Security.Cryptography;
using System.Text.Json;
using Recap.Engine.Indexing;

namespace Recap.Embeddings;

/// <summary>
/// A sentence model as people publish it: <c>model.onnx</c> with its vocabulary and settings beside it, or one folder up where
/// the model lies in <c>onnx/</c>. The layout is that of the sentence-transformers library.
/// </summary>
internal sealed class ModelFolder
{
    private readonly string[] _folders;

    /// <param name="model">Path of the model.</param>
    /// <exception cref="SentenceModelException">There is no such file.</exception>
    public ModelFolder(string model)
    {
        if (!File.Exists(model))
        {
            throw new SentenceModelException($"There is no model '{model}'. Name the file of an ONNX sentence model, such as model.onnx.");
        }

        Model = model;
        var folder = Path.GetDirectoryName(Path.GetFullPath(model))!;
        _folders = Path.GetDirectoryName(folder) is { } parent && Path.GetFileName(folder) == "onnx" ? [folder, parent] : [folder];
        Settings = ModelSettings.Of(Json("tokenizer_config.json"), Json(Path.Combine("1_Pooling", "config.json")), Json("config_sentence_transformers.json"));
    }

    /// <summary>Path of the model.</summary>
    public string Model { get; }

    /// <summary>How the model wants to be used.</summary>
    public ModelSettings Settings { get; }

    /// <summary>Folders in which what belongs to the model may lie.</summary>
    public IEnumerable<string> Folders => _folders;

    /// <summary>The path of a file that belongs to the model; null where there is none.</summary>
    public string? Find(params string[] names) =>
        names.SelectMany(name => _folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Changes with the model, its vocabulary and its settings.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (string?[])[Model, Find(SentenceTokenizer.WordPieceFile), Find(SentenceTokenizer.SentencePieceFiles)])
        {
            if (file is not null)
            {
                using var stream = File.OpenRead(file);
                hash.AppendData(SHA256.HashData(stream));
            }
        }

        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(Settings));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private JsonElement? Json(string name)
    {
        if (Find(name) is not { } path)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new SentenceModelException($"{path}: {e.Message} Fetch the file again.", e);
        }
    }
}
