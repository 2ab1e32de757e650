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

    private static ImmutableArray<string> In(ReadOnlySpan<char> whole, int titleLength, HashSet<string>? linked, Glossary glossary)
    {
        var named = new List<Named>();
        foreach (var mention in glossary.MentionsIn(whole))
        {
            var at = IndexOf(named, mention.Term);
            if (mention.Term.Kind == GlossaryTerm.Concept || at >= 0 && named[at].IsSure || TermPlace.IsEmployer(whole, mention.Start, mention.Length))
            {
                continue;
            }

            if (at >= 0)
            {
                named[at] = named[at] with { IsSure = true };
                continue;
            }

            named.Add(new Named(mention, mention.Start < titleLength || linked?.Contains(mention.Term.Name) == true));
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

    // A talk names a dozen, and no more than the glossary has.
    private static int IndexOf(List<Named> named, GlossaryTerm term)
    {
        for (var at = 0; at < named.Count; at++)
        {
            if (ReferenceEquals(named[at].Mention.Term, term))
            {
                return at;
            }
        }

        return -1;
    }

    // The technologies that links bear as labels; null where there are none.
    private static HashSet<string>? Linked(ImmutableArray<TalkLink> links, Glossary glossary)
    {
        HashSet<string>? linked = null;
        foreach (var link in links)
        {
            ImmutableArray<string> named = glossary.Find(link.Label) is { } term ? [term.Name] : glossary.FindIn(link.Label);
            if (!named.IsEmpty)
            {
                (linked ??= new(StringComparer.Ordinal)).UnionWith(named);
            }
        }

        return linked;
    }

    // Named once, in the telling.
    private static bool IsMeant(Named one, ReadOnlySpan<char> whole, int titleLength, List<Named> all) => one.Mention.Term.Kind switch
    {
        _ when one.Mention.Start > titleLength + Telling || IsPartOfAnother(one.Name, all) => false,
        // Named by everybody, meant by nobody.
        "format" or "standard" => false,
        // What things run on, are written in or speak: meant where it is the only one of its kind.
        "language" or "platform" or "database" or "os" or "protocol" or "hardware" or "service" =>
            one.Mention.Start <= titleLength + Opening
            && !IsOneSure(one.Mention.Term.Kind, all)
            && !TermPlace.IsAlternative(whole, one.Mention.Start, one.Mention.Length),
        _ => true,
    };

    // "Java EE" with "Java".
    private static bool IsPartOfAnother(string name, List<Named> all)
    {
        foreach (var (mention, _) in all)
        {
            var other = mention.Term.Name;
            if (other.Length > name.Length && other[name.Length] == ' ' && other.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneSure(string kind, List<Named> all)
    {
        foreach (var (mention, isSure) in all)
        {
            if (isSure && mention.Term.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="Mention">Where it is named first.</param>
    /// <param name="IsSure">True where it is named more than once, in the title or by a link.</param>
    private readonly record struct Named(GlossaryMention Mention, bool IsSure)
    {
        public string Name => Mention.Term.Name;
    }
}
