using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recap.Topics;

/// <summary>The topics that talks are scored by, in the order of their file.</summary>
public sealed class Taxonomy
{
    private readonly FrozenDictionary<string, int> _positions;

    internal Taxonomy(ImmutableArray<TopicGroup> groups, ImmutableArray<Topic> topics)
    {
        Groups = groups;
        Topics = topics;
        _positions = topics.Select((topic, position) => (topic.Id, position)).ToFrozenDictionary(pair => pair.Id, pair => pair.position, StringComparer.Ordinal);
    }

    /// <summary>The groups, in the order of the file.</summary>
    public ImmutableArray<TopicGroup> Groups { get; }

    /// <summary>The topics, in the order of the file; never empty.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>The topic of that id; null where there is none.</summary>
    public Topic? Find(string id) => _positions.TryGetValue(id, out var position) ? Topics[position] : null;

    /// <summary>Place of a topic in <see cref="Topics"/>, from 0; -1 where there is none of that id.</summary>
    public int PositionOf(string id) => _positions.GetValueOrDefault(id, -1);
}

/// <summary>What a talk may be about.</summary>
public sealed record Topic
{
    /// <summary>Lower-case letters, digits and hyphens, such as <c>service-mesh</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the group it is shown under.</summary>
    public required string Group { get; init; }

    /// <summary>Ids of broader topics.</summary>
    public ImmutableArray<string> Parents { get; init; } = [];

    /// <summary>Name shown to people.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>One line on what belongs to it.</summary>
    public required Bilingual Description { get; init; }
}

/// <summary>Topics shown under one heading.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Name">Name shown to people.</param>
public sealed record TopicGroup(string Id, Bilingual Name);

/// <summary>A text in both languages of the house.</summary>
/// <param name="French">The French text.</param>
/// <param name="English">The English text.</param>
public sealed record Bilingual(string French, string English)
{
    /// <summary>The text for a BCP 47 language: English for <c>en</c> and its regions, French otherwise.</summary>
    public string In(string language) => IsEnglish(language) ? English : French;

    /// <summary>Whether a BCP 47 language is <c>en</c> or one of its regions.</summary>
    public static bool IsEnglish(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);
}
