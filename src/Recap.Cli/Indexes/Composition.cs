using Recap.Cli.Output;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.Relating;
using Recap.Server;
using Recap.Talks;
using Recap.Topics;

namespace Recap.Cli.Indexes;

/// <summary>Puts together what posts are read and scored with.</summary>
internal static class Composition
{
    private const string ModelFile = "topics.model";

    /// <summary>How posts are read where an index lies, or would lie, in a folder; the topic model is kept beside it.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="indexFolder">Absolute path of the index; null where nothing is to be left behind.</param>
    /// <param name="cancellationToken">Stops a training.</param>
    /// <exception cref="CommandException">What was shipped with the tool is missing or faulty.</exception>
    public static ReadingRules ReadRules(this Surroundings surroundings, string? indexFolder, CancellationToken cancellationToken)
    {
        var glossary = surroundings.Data.ReadGlossary();
        return new ReadingRules
        {
            Glossary = glossary,
            Topics = surroundings.TopicsBeside(indexFolder, glossary, cancellationToken),
            Sentences = surroundings.Embeddings.Open(surroundings),
        };
    }

    /// <summary>What <c>recap serve</c> answers from.</summary>
    public static ServedTalks Served(ITalkIndex index, ReadingRules rules, ITopicExplainer topics)
    {
        var relater = new TalkRelater(index.Neighbourhood, RelatedModel.Default, new FreeTextReader(rules));
        return new ServedTalks { Index = index, Related = new CachedRelatedTalks(relater, index.Neighbourhood), Topics = topics };
    }

    /// <summary>Builds an index that was lost anew from what was pushed to it, and says so.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="pushes">What was pushed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RestoreAsync(this Surroundings surroundings, PushedIndex pushes, CancellationToken cancellationToken)
    {
        if (pushes.Lost is { Length: > 0 } lost)
        {
            surroundings.Say(Printable.Plain($"there is no index, but what was pushed to it; it is built anew from that: {string.Join(", ", lost)}"));
            await pushes.RestoreAsync(cancellationToken);
        }
    }

    /// <summary>The topics of the run, scored by the model that is kept beside an index.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="indexFolder">Absolute path of the index; null where nothing is to be left behind.</param>
    /// <param name="glossary">The technologies.</param>
    /// <param name="cancellationToken">Stops a training.</param>
    public static StoredTopics TopicsBeside(this Surroundings surroundings, string? indexFolder, Glossary glossary, CancellationToken cancellationToken)
    {
        var file = indexFolder is null ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(indexFolder)) ?? indexFolder, ModelFile);
        var data = surroundings.Topics;
        return new StoredTopics(data, glossary, surroundings.TopicModels(data, glossary, file), diagnostic => surroundings.Remark(diagnostic), cancellationToken);
    }

    /// <summary>The store of the model of a data folder, which says on the error stream when it trains.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="folder">Absolute path of the topic data.</param>
    /// <param name="glossary">The technologies.</param>
    /// <param name="file">Where the model is kept; null where it is not.</param>
    public static TopicModelStore TopicModels(this Surroundings surroundings, string folder, Glossary glossary, string? file) => new(folder, glossary)
    {
        File = file,
        Prepared = folder == surroundings.Data.Topics ? surroundings.Data.PreparedTopicModel : null,
        Training = () => surroundings.Error.WriteLine("Training the topic model, once …"),
    };

    /// <summary>Refuses topics that the taxonomy of the run does not have: nothing would be found, and nobody would know why.</summary>
    /// <exception cref="CommandException">There is no such topic.</exception>
    public static void RequireTopics(this Surroundings surroundings, IReadOnlyCollection<string> ids)
    {
        if (ids.Count > 0 && TopicData.LoadTaxonomy(surroundings.Topics) is var taxonomy && ids.FirstOrDefault(id => taxonomy.Find(id) is null) is { } unknown)
        {
            throw NoTopic(unknown);
        }
    }

    /// <summary>Says that a topic is not there.</summary>
    public static CommandException NoTopic(string id) => new($"There is no topic '{id}'.", "recap topics list names them all.");

    /// <summary>Where <c>recap</c> keeps the model for talks that are not indexed: beside the index that this folder has or would have.</summary>
    public static string UsualIndex(this Surroundings surroundings) => IndexPlace.ToWrite(surroundings, null);

    /// <summary>Writes a diagnostic to the error stream.</summary>
    public static void Remark(this Surroundings surroundings, Diagnostic diagnostic) =>
        surroundings.Error.WriteLine(Printable.Plain(diagnostic.ToString()));
}
