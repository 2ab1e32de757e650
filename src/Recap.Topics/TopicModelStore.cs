using System.Collections.Immutable;
using Recap.Talks;
using Recap.Topics.Data;

namespace Recap.Topics;

/// <summary>Keeps the trained model of a data folder in a file, and trains it again where that file does not fit the data.</summary>
/// <param name="folder">The folder of topic data.</param>
/// <param name="glossary">The technologies.</param>
public sealed class TopicModelStore(string folder, Glossary glossary)
{
    private readonly Lazy<string> _fingerprint = new(() => TopicData.FingerprintOf(folder, glossary));

    /// <summary>The file the model is kept in, replaced whole or not at all; null where it is not to be kept.</summary>
    public string? File { get; init; }

    /// <summary>A file looked at first and never written, such as one made when the tool was packed; null where there is none.</summary>
    public string? Prepared { get; init; }

    /// <summary>Called before a training begins, which takes some seconds.</summary>
    public Action? Training { get; init; }

    /// <summary>Changes whenever a text could be scored otherwise. Read in some milliseconds, once.</summary>
    /// <exception cref="TopicDataException">A file of the data is missing.</exception>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The model: read from a file where that was trained from the same data by the same code, trained otherwise.</summary>
    /// <exception cref="TopicDataException">A model must be trained and the data is bad.</exception>
    /// <exception cref="OperationCanceledException">A training was stopped.</exception>
    public OpenedTopicModel Open(CancellationToken cancellationToken)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        // Whatever is wrong with a prepared model, the kept one may do.
        if ((Prepared is null ? null : TryRead(Prepared, ImmutableArray.CreateBuilder<Diagnostic>())) is { } prepared)
        {
            return new OpenedTopicModel(prepared, Trained: false, []);
        }

        if ((File is null ? null : TryRead(File, diagnostics)) is { } kept)
        {
            return new OpenedTopicModel(kept, Trained: false, []);
        }

        Training?.Invoke();
        var model = TopicTrainer.Train(TopicData.Load(folder, glossary), cancellationToken);
        if (File is { } file)
        {
            TryWrite(file, model, diagnostics);
        }

        return new OpenedTopicModel(model, Trained: true, diagnostics.ToImmutable());
    }

    private TopicModel? TryRead(string path, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(path);
            var model = TopicModel.Load(stream);
            if (model.Fingerprint == Fingerprint)
            {
                return model;
            }

            diagnostics.Add(Remark(path, Severity.Warning, Codes.ModelOutdated, "The topic model was trained from other data or by other code; it is trained again."));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The first use: nothing to remark on.
        }
        catch (Exception e) when (e is TopicModelFormatException or IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Remark(path, Severity.Warning, Codes.ModelUnusable, $"{e.Message} It is trained again."));
        }

        return null;
    }

    /// <summary>Writes a model to a file, whole or not at all; folders are made as needed.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, TopicModel model)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            Directory.CreateDirectory(parent);
        }

        using (var stream = System.IO.File.Create(temporary))
        {
            model.Save(stream);
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(temporary, path, overwrite: true);
    }

    private static void TryWrite(string path, TopicModel model, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            Write(path, model);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Remark(path, Severity.Warning, Codes.ModelNotSaved, $"The topic model cannot be written and will be trained again next time: {e.Message}"));
        }
    }

    private static Diagnostic Remark(string path, Severity severity, string code, string message) =>
        new() { File = path.Replace('\\', '/'), Line = 1, Severity = severity, Code = code, Message = message };
}

/// <summary>A model that is ready to score.</summary>
/// <param name="Model">The model.</param>
/// <param name="Trained">Whether it was trained just now.</param>
/// <param name="Diagnostics">Why a stored model was not used or the new one not stored, where that is so.</param>
public sealed record OpenedTopicModel(TopicModel Model, bool Trained, ImmutableArray<Diagnostic> Diagnostics);
