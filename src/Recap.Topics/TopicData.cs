using System.Collections.Immutable;
using Recap.Talks;
using Recap.Topics.Data;

namespace Recap.Topics;

/// <summary>A folder of topic data: the taxonomy and what its model is trained from.</summary>
public sealed class TopicData
{
    /// <summary>The topics.</summary>
    public required Taxonomy Taxonomy { get; init; }

    /// <summary>Labelled passages, then titles of real talks, each in the order of its files.</summary>
    public required ImmutableArray<TopicExample> Examples { get; init; }

    /// <summary>Words and phrases that speak of topics.</summary>
    public required ImmutableArray<TopicTerm> Terms { get; init; }

    /// <summary>Technologies with the topics they point to.</summary>
    public required Glossary Glossary { get; init; }

    /// <summary>Changes with every byte of the data and with every change of the code that trains: lower-case hexadecimal SHA-256.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Reads a folder: <c>topics.json</c> and <c>examples/*.tsv</c>, and where present <c>terms.tsv</c> and <c>talks.tsv</c>.</summary>
    /// <param name="folder">The folder, such as <c>data/topics</c>.</param>
    /// <param name="glossary">Technologies; topics of theirs that the taxonomy does not have are passed over.</param>
    /// <exception cref="TopicDataException">Something is missing or wrong: every fault, by file and line.</exception>
    public static TopicData Load(string folder, Glossary glossary) => new TopicFolder(folder).Read(glossary);

    /// <summary>The <see cref="Fingerprint"/> that loading a folder would give, in some milliseconds: faults of lines go unseen.</summary>
    /// <exception cref="TopicDataException">A file is missing.</exception>
    public static string FingerprintOf(string folder, Glossary glossary) => new TopicFolder(folder).Fingerprint(glossary);

    /// <summary>Reads the taxonomy of a folder and nothing else.</summary>
    /// <exception cref="TopicDataException">It is missing or wrong.</exception>
    public static Taxonomy LoadTaxonomy(string folder) => new TopicFolder(folder).ReadTaxonomy();

    /// <summary>Reads labelled passages from one file in the format of <c>examples/*.tsv</c>, to measure a model on.</summary>
    /// <exception cref="TopicDataException">Something is missing or wrong: every fault, by line.</exception>
    public static ImmutableArray<TopicExample> LoadExamples(string file, Taxonomy taxonomy) => Load(file, taxonomy, ExampleFile.Read);

    /// <summary>Reads real talks from one file in the format of <c>talks.tsv</c>, to measure a model on.</summary>
    /// <exception cref="TopicDataException">Something is missing or wrong: every fault, by line.</exception>
    public static ImmutableArray<TopicExample> LoadTalks(string file, Taxonomy taxonomy) => Load(file, taxonomy, TalkTitleFile.Read);

    /// <summary>The same data with other talks in place of those of <c>talks.tsv</c>; a model of it is not to be kept, as its fingerprint is that of the folder.</summary>
    public TopicData WithTalks(IEnumerable<TopicExample> talks) => new()
    {
        Taxonomy = Taxonomy,
        Examples = [.. Examples.Where(example => example.LabelledByHand), .. talks],
        Terms = Terms,
        Glossary = Glossary,
        Fingerprint = Fingerprint,
    };

    private static ImmutableArray<TopicExample> Load(string file, Taxonomy taxonomy, Func<TextFile, Taxonomy, Faults, ImmutableArray<TopicExample>> read)
    {
        var faults = new Faults();
        var examples = read(TextFile.Read(file, Path.GetFileName(file), faults), taxonomy, faults);
        faults.ThrowIfAny();
        return examples;
    }
}

/// <summary>A labelled text.</summary>
public sealed record TopicExample
{
    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Ids of its topics, main first; empty where it is about none of the taxonomy.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>Title; may be empty where there is a text.</summary>
    public required string Title { get; init; }

    /// <summary>Text; may be empty where there is a title.</summary>
    public required string Text { get; init; }

    /// <summary>Year of the conference whose track gave the topics; null where people labelled this very text.</summary>
    public int? Year { get; init; }

    /// <summary>Whether people labelled this very text, so that its topics are all its topics.</summary>
    public bool LabelledByHand => Year is null;
}

/// <summary>A word or phrase that speaks of topics.</summary>
/// <param name="Text">At most four words, in any case.</param>
/// <param name="Topics">Ids of the topics.</param>
public sealed record TopicTerm(string Text, ImmutableArray<string> Topics);

/// <summary>A folder of topic data is missing something or has bad lines.</summary>
public sealed class TopicDataException(ImmutableArray<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>Every fault, by file and line.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}
