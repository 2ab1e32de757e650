using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;

namespace Recap.Engine.Relating;

/// <summary>What relates a talk to others, in words: its telling words, technologies, topics and speakers.</summary>
public sealed record TalkTraits
{
    /// <summary>The words worth comparing, those of the title first, then by frequency; at most <see cref="MaxWords"/>.</summary>
    public required ImmutableArray<TraitWord> Words { get; init; }

    /// <summary>Technologies by canonical name.</summary>
    public required ImmutableArray<string> Technologies { get; init; }

    /// <summary>Affinity by topic id, 0..1.</summary>
    public required ImmutableSortedDictionary<string, float> Topics { get; init; }

    /// <summary>Speakers as the post spells them.</summary>
    public required ImmutableArray<string> Speakers { get; init; }

    /// <summary>Most words kept of one talk: what comes after them hardly tells one talk from another.</summary>
    public const int MaxWords = 160;

    /// <summary>Lowest affinity of a topic that a talk counts for.</summary>
    public const float TopicFloor = 0.1f;

    /// <summary>The traits of a talk. Years, names of its event and of its speakers are no words: they relate nothing by themselves.</summary>
    public static TalkTraits Of(IndexedTalk indexed)
    {
        var talk = indexed.Talk;
        return new TalkTraits
        {
            Words = TraitWords.Of(talk),
            Technologies = talk.Technologies,
            Topics = indexed.Topics,
            Speakers = [.. talk.Speakers.Select(speaker => speaker.Name).Where(name => name.Length > 0)],
        };
    }

    /// <summary>Every key an engine is to find the talk by, each once.</summary>
    public IEnumerable<HeldKey> Keys =>
    [
        .. Words.Select(word => new HeldKey(TalkKey.Word(word.Stem), Math.Min(word.Count, HeldKey.Strongest))),
        .. Words.Where(word => word.InTitle).Select(word => new HeldKey(TalkKey.TitleWord(word.Stem))),
        .. Technologies.Select(name => new HeldKey(TalkKey.Technology(name))),
        .. Speakers.Select(SpeakerKey).Distinct(StringComparer.Ordinal).Select(key => new HeldKey(key)),
        .. Topics.Select(topic => new HeldKey(TalkKey.Topic(topic.Key), ProfileTopic.StrengthOf(topic.Value))),
    ];

    internal static string SpeakerKey(string name) => TalkKey.Speaker(FoldedText.KeyOf(name));
}

/// <summary>A word of a talk.</summary>
/// <param name="Stem">The stem it is compared by.</param>
/// <param name="Surface">The word as first written, for showing it.</param>
/// <param name="Count">How often it comes in title and text.</param>
/// <param name="InTitle">Whether the title has it.</param>
public readonly record struct TraitWord(string Stem, string Surface, int Count, bool InTitle);
