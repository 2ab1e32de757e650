using System.Collections.Immutable;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Querying.Suggesting;

/// <summary>A name that talks carry, with what is compared of it.</summary>
public sealed class CompletionName
{
    /// <summary>A talk is about a topic from this affinity.</summary>
    private const float AboutTopic = 0.5f;

    /// <param name="text">The name in its own spelling.</param>
    /// <param name="kind">What it names.</param>
    public CompletionName(string text, CompletionKind kind)
    {
        Text = text;
        Kind = kind;
        Key = FoldedText.KeyOf(text);
        Words = WordsOf(text);
    }

    /// <summary>The name in its own spelling.</summary>
    public string Text { get; }

    /// <summary>What it names.</summary>
    public CompletionKind Kind { get; }

    /// <summary>Names of a kind that have the same key are one.</summary>
    internal string Key { get; }

    /// <summary>Its words as they are compared; none where it has no letter or digit.</summary>
    internal ImmutableArray<string> Words { get; }

    /// <summary>The names that a talk carries: technologies, topics, speakers, its title, its event. Entries of kind notes carry none.</summary>
    /// <param name="indexed">The talk.</param>
    public static IEnumerable<(string Text, CompletionKind Kind)> Of(IndexedTalk indexed)
    {
        ArgumentNullException.ThrowIfNull(indexed);
        var talk = indexed.Talk;
        if (talk.Kind == TalkKind.Notes)
        {
            return [];
        }

        var names = talk.Technologies.Select(name => (name, CompletionKind.Technology))
            .Concat(indexed.Topics.Where(topic => topic.Value >= AboutTopic).Select(topic => (topic.Key, CompletionKind.Topic)))
            .Concat(talk.Speakers.Select(speaker => (speaker.Name, CompletionKind.Speaker)))
            .Append((talk.Title, CompletionKind.Title));
        return talk.Event is { } edition ? names.Append((edition.Series, CompletionKind.Event)) : names;
    }

    internal static ImmutableArray<string> WordsOf(string text) =>
        [.. TextAnalysis.Scan(text).SelectMany(word => word.Parts).Select(part => part.Text)];
}
