using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Technologies;

namespace Recap.Talks.Facts;

/// <summary>The technologies a talk is about or uses, as against those its telling names in passing.</summary>
internal static class TalkTechnologies
{
    // As far as a talk's opening reaches: what it runs on or is written in is named there, if it matters.
    private const int Opening = 700;

    // Behind this, tellers compare, remember and recommend.
    private const int Telling = 1_500;

    /// <param name="title">Title of the talk.</param>
    /// <param name="text">What is told of it.</param>
    /// <param name="links">Its links: what is linked is meant.</param>
    /// <param name="glossary">The technologies known.</param>
    public static ImmutableArray<string> Of(string title, string text, ImmutableArray<TalkLink> links, Glossary glossary)
    {
        // Title and text are read as one, and no longer than it takes.
        var room = ArrayPool<char>.Shared.Rent(title.Length + 1 + text.Length);
        var whole = room.AsSpan(0, title.Length + 1 + text.Length);
        title.CopyTo(whole);
        whole[title.Length] = '\n';
        text.CopyTo(whole[(title.Length + 1)..]);
        var technologies = In(whole, title.Length, Linked(links, glossary), glossary);
        ArrayPool<char>.Shared.Return(room);
        return technologies;
    }

    private static ImmutableArray<string> In(ReadOnlySpan<char> whole, int titleLength, HashSet<string> linked, Glossary glossary)
    {
        var named = new List<Named>();
        var places = new Dictionary<GlossaryTerm, int>(ReferenceEqualityComparer.Instance);
        foreach (var mention in glossary.MentionsIn(whole))
        {
            var known = places.TryGetValue(mention.Term, out var at);
            if (mention.Term.Kind == GlossaryTerm.Concept || known && named[at].IsSure || TermPlace.IsEmployer(whole, mention.Start, mention.Length))
            {
                continue;
            }

            if (known)
            {
                named[at] = named[at] with { IsSure = true };
                continue;
            }

            places.Add(mention.Term, named.Count);
            named.Add(new Named(mention, mention.Start < titleLength || linked.Contains(mention.Term.Name)));
        }

        var meant = ImmutableArray.CreateBuilder<string>(named.Count);
        foreach (var one in named)
        {
            if (one.IsSure || IsMeant(one, whole, titleLength, named))
            {
                meant.Add(one.Name);
            }
        }

        return meant.DrainToImmutable();
    }

    private static HashSet<string> Linked(ImmutableArray<TalkLink> links, Glossary glossary)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            if (glossary.Find(link.Label) is { } term)
            {
                linked.Add(term.Name);
            }
            else
            {
                linked.UnionWith(glossary.FindIn(link.Label));
            }
        }

        return linked;
    }

    // Named once, in the telling.
    private static bool IsMeant(Named one, ReadOnlySpan<char> whole, int titleLength, List<Named> all) => one.Mention.Term.Kind switch
    {
        _ when one.Mention.Start > titleLength + Telling || all.Exists(other => BeginsWith(other.Name, one.Name)) => false,
        // Named by everybody, meant by nobody.
        "format" or "standard" => false,
        // What things run on, are written in or speak: meant where it is the only one of its kind.
        "language" or "platform" or "database" or "os" or "protocol" or "hardware" or "service" =>
            one.Mention.Start <= titleLength + Opening
            && !all.Exists(other => other.IsSure && other.Mention.Term.Kind == one.Mention.Term.Kind)
            && !TermPlace.IsAlternative(whole, one.Mention.Start, one.Mention.Length),
        _ => true,
    };

    // "Java EE" with "Java".
    private static bool BeginsWith(string name, string words) =>
        name.Length > words.Length && name[words.Length] == ' ' && name.StartsWith(words, StringComparison.Ordinal);

    /// <param name="Mention">Where it is named first.</param>
    /// <param name="IsSure">True where it is named more than once, in the title or by a link.</param>
    private sealed record Named(GlossaryMention Mention, bool IsSure)
    {
        public string Name => Mention.Term.Name;
    }
}
