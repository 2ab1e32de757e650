using System.Collections.Immutable;
using Recap.Talks;
using Recap.Topics.Data;

namespace Recap.Topics;

/// <summary>Keeps the trained model in a file beside the index, and trains it again where that file does not fit the data.</summary>
public static class TopicModelStore
{
    /// <summary>The model for the data: read from the file where that was trained from the same data by the same code, trained and written to it otherwise.</summary>
    /// <param name="path">The file; folders are made as needed. It is replaced whole or not at all.</param>
    /// <param name="data">What to train from.</param>
    /// <param name="cancellationToken">Stops a training.</param>
    public static OpenedTopicModel Open(string path, TopicData data, CancellationToken cancellationToken)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (TryRead(path, data, diagnostics) is { } stored)
        {
            return new OpenedTopicModel(stored, Trained: false, []);
        }

        var model = TopicTrainer.Train(data, cancellationToken);
        TryWrite(path, model, diagnostics);
        return new OpenedTopicModel(model, Trained: true, diagnostics.ToImmutable());
    }

    private static TopicModel? TryRead(string path, TopicData data, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var model = TopicModel.Load(stream);
            if (model.Fingerprint == data.Fingerprint)
            {
                return model;
            }

            diagnostics.Add(Remark(path, Severity.Info, Codes.ModelOutdated, "The topic model was trained from other data or by other code; it is trained again."));
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

    private static void TryWrite(string path, TopicModel model, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            using (var stream = File.Create(temporary))
            {
                model.Save(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
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
