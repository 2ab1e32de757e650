using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>The passages that its words are nearest to, nearest first; at most <see cref="Relating.Passages.Most"/>.</summary>
    public required ImmutableArray<TraitPassage> Passages { get; init; }

    /// <summary>Speakers as the post spells them.</summary>
    public required ImmutableArray<string> Speakers { get; init; }

    /// <summary>Most words kept of one talk: what comes after them hardly tells one talk from another.</summary>
    public const int MaxWords = 160;

    /// <summary>Lowest affinity of a topic that is told as a reason.</summary>
    public const float TopicFloor = 0.1f;

    /// <summary>The traits of a talk. Years, names of its event and of its speakers are no words: they relate nothing by themselves.</summary>
    public static TalkTraits Of(IndexedTalk indexed)
    {
        var talk = indexed.Talk;
        var words = TraitWords.Of(talk);
        return new TalkTraits
        {
            Words = words,
            Passages = Relating.Passages.Default.NearestTo(words),
            Technologies = talk.Technologies,
            Topics = indexed.Topics,
            Speakers = [.. talk.Speakers.Select(speaker => speaker.Name).Where(name => name.Length > 0)],
        };
    }

    /// <summary>Every key an engine is to find the talk by, each once.</summary>
    public IEnumerable<HeldKey> Keys =>
    [
        .. CountedKeys,
        .. Passages.Select(passage => new HeldKey(TalkKey.Passage(passage.Text), HeldKey.StrengthOf(passage.Nearness))),
    ];

    /// <summary>Those of <see cref="Keys"/> that are worth more the fewer talks have them.</summary>
    public IEnumerable<HeldKey> CountedKeys =>
    [
        .. Words.Select(word => new HeldKey(TalkKey.Word(word.Stem), Math.Min(word.Count, HeldKey.Strongest))),
        .. Words.Where(word => word.InTitle).Select(word => new HeldKey(TalkKey.TitleWord(word.Stem))),
        .. Technologies.Select(name => new HeldKey(TalkKey.Technology(name))),
        .. Speakers.Select(SpeakerKey).Distinct(StringComparer.Ordinal).Select(key => new HeldKey(key)),
        .. Topics.Select(topic => (topic.Key, Weight: TopicWeight.Of(ProfileGrade.GradeOf(topic.Value))))
            .Where(topic => topic.Weight > 0)
            .Select(topic => new HeldKey(TalkKey.Topic(topic.Key), HeldKey.StrengthOf(topic.Weight))),
    ];

    internal static string SpeakerKey(string name) => TalkKey.Speaker(FoldedText.KeyOf(name));
}

/// <summary>A word of a talk.</summary>
/// <param name="Stem">The stem it is compared by.</param>
/// <param name="Surface">The word as first written, for showing it.</param>
/// <param name="Count">How often it comes in title and text.</param>
/// <param name="InTitle">Whether the title has it.</param>
public readonly record struct TraitWord(string Stem, string Surface, int Count, bool InTitle);

/// <summary>A passage that a talk is near to.</summary>
/// <param name="Text">The passage.</param>
/// <param name="Nearness">How near, 0..1 beside the other passages of the talk.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TraitPassage(string Text, float Nearness);
