using System.CommandLine;
using Recap.Cli.Indexes;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Cli.Verbs.Topics;

/// <summary>Which topic data and which model a verb works with.</summary>
internal sealed class TopicOptions
{
    /// <summary>The folder of topic data.</summary>
    public Option<string?> Data { get; } = new("--data") { Description = $"Folder of topic data, default: the variable {ShippedData.TopicsVariable}, else the one shipped with recap", HelpName = "DIR" };

    /// <summary>The file of the model.</summary>
    public Option<string?> Model { get; } = new("--model") { Description = "File the model is kept in, default: .recap/topics.model, or topics.model beside the folder of --data", HelpName = "FILE" };

    public TopicWish Read(Surroundings surroundings, ParseResult parsed)
    {
        var asked = parsed.GetValue(Data);
        var data = asked is null ? surroundings.Topics : surroundings.FullPath(asked);
        var beside = Path.GetDirectoryName(asked is null ? surroundings.UsualIndex() : Path.TrimEndingDirectorySeparator(data)) ?? data;
        var model = parsed.GetValue(Model) is { } file ? surroundings.FullPath(file) : Path.Combine(beside, "topics.model");
        return new TopicWish(surroundings, data, model);
    }
}

/// <summary>The topic data and the model that were asked for.</summary>
/// <param name="Surroundings">The run.</param>
/// <param name="Data">Absolute path of the topic data.</param>
/// <param name="Model">Absolute path of the model.</param>
internal sealed record TopicWish(Surroundings Surroundings, string Data, string Model)
{
    public Glossary Glossary { get; } = Surroundings.Data.ReadGlossary();

    /// <summary>The data, read whole.</summary>
    public TopicData Load() => TopicData.Load(Data, Glossary);

    /// <summary>The model, trained where there is none that fits the data.</summary>
    public TopicModel OpenModel(CancellationToken cancellationToken)
    {
        var opened = Surroundings.TopicModels(Data, Glossary, Model).Open(cancellationToken);
        foreach (var diagnostic in opened.Diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning))
        {
            Surroundings.Remark(diagnostic);
        }

        return opened.Model;
    }
}
