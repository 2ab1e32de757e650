using Recap.Talks;

namespace Recap.Cli.Indexes;

/// <summary>The data that stands beside the executable.</summary>
internal sealed class ShippedData(string folder)
{
    /// <summary>Environment variable that names a folder of topic data to use in place of <see cref="Topics"/>, in the formats of <c>data/topics</c>.</summary>
    public const string TopicsVariable = "RECAP_TOPICS";

    /// <summary>The sample site.</summary>
    public string SamplePosts => Path.Combine(folder, "posts");

    /// <summary>The taxonomy and what the topic model is trained from.</summary>
    public string Topics { get; init; } = Path.Combine(folder, "topics");

    /// <summary>The topic model where one was made when the tool was packed.</summary>
    public string PreparedTopicModel => Path.Combine(folder, "topics.model");

    /// <summary>The technologies.</summary>
    /// <exception cref="CommandException">The glossary is missing or faulty.</exception>
    public Glossary ReadGlossary()
    {
        var path = Path.Combine(folder, "glossary.tsv");
        if (!File.Exists(path))
        {
            throw new CommandException($"The glossary '{path}' is missing.", "It is installed beside the executable; install Recap again.");
        }

        var result = Glossary.Parse(path, File.ReadAllText(path));
        return result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error) is { } error
            ? throw new CommandException(error.ToString(), "Mend the glossary, or install Recap again.")
            : result.Glossary;
    }
}
