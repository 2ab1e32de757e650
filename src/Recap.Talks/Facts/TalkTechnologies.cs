using System.Collections.Immutable;

namespace Recap.Talks.Facts;

/// <summary>The technologies a talk is about or uses, as against those its telling names in passing.</summary>
internal static class TalkTechnologies
{
    // As far as a talk's opening reaches: what it names there it is about.
    private const int Opening = 700;

    /// <param name="title">Title of the talk.</param>
    /// <param name="text">What is told of it.</param>
    /// <param name="links">Its links: what is linked is meant.</param>
    /// <param name="glossary">The technologies known.</param>
    public static ImmutableArray<string> Of(string title, string text, ImmutableArray<TalkLink> links, Glossary glossary)
    {
        var mentions = glossary.Mentions($"{title}\n{text}");
        return [.. mentions.Where(mention => mention.Term.Kind != GlossaryTerm.Concept)
            .GroupBy(mention => mention.Term.Name, StringComparer.Ordinal)
            .Where(named => IsMeant(named.First(), named.Count(), title.Length, links))
            .Select(named => named.Key)];
    }

    private static bool IsMeant(GlossaryMention first, int count, int titleLength, ImmutableArray<TalkLink> links) => first.Term.Kind switch
    {
        _ when count > 1 || first.Start < titleLength => true,
        _ when links.Any(link => link.Label.Contains(first.Term.Name, StringComparison.OrdinalIgnoreCase)) => true,
        // Carriers and places to run things are named everywhere.
        "format" or "protocol" or "os" or "hardware" or "service" => false,
        "language" or "platform" or "database" or "standard" => first.Start < titleLength + Opening,
        _ => true,
    };
}
