using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Relating;

/// <summary>Reads free text as a talk is read: technologies by the glossary, topics by the scorer.</summary>
/// <param name="rules">What talks are read with; null to go by words alone.</param>
public sealed class FreeTextReader(ReadingRules? rules = null) : ITextReader
{
    /// <summary>What the glossary calls ideas rather than technologies.</summary>
    private const string ConceptKind = "concept";

    /// <inheritdoc/>
    public IndexedTalk Read(string text)
    {
        var talk = new Talk { Id = "", Post = "", Line = 1, Title = "", Text = text };
        if (rules is null)
        {
            return new IndexedTalk { Source = "", Talk = talk };
        }

        var named = rules.Glossary.Mentions(text).Select(mention => mention.Term).Where(term => term.Kind != ConceptKind);
        talk = talk with { Technologies = [.. named.Select(term => term.Name).Distinct(StringComparer.Ordinal)] };
        return new IndexedTalk { Source = "", Talk = talk, Topics = rules.Topics.Score(talk) };
    }
}
