using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.People;

/// <summary>Finds people by links: a name that leads to somebody's page is a person's, whether or not its first word is a given name we know.</summary>
internal static class LinkedPeople
{
    private static readonly ImmutableArray<string> Profiles =
        ["twitter.com", "x.com", "linkedin.com", "bsky.app", "mastodon", "instagram.com", "facebook.com", "plus.google.com", "about.me", "viadeo.com"];

    private static readonly SearchValues<char> OfHandles = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The people a block's links name, by their places in its text.</summary>
    public static ImmutableArray<PersonMention> Of(Block block, Glossary glossary)
    {
        if (!block.HasLinks)
        {
            return [];
        }

        List<PersonMention>? found = null;
        foreach (var (span, at) in block.Placed())
        {
            if (span.Target is { } target && IsPerson(span.Text, target, glossary))
            {
                var name = span.Text.AsSpan().TrimEnd();
                var start = name.Length - Name(name).Length;
                (found ??= []).Add(new PersonMention(PlainText.Line(span.Text[start..name.Length]), at + start, at + name.Length));
            }
        }

        return found is null ? [] : [.. found];
    }

    // "[🚀 A](profile)".
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> label)
    {
        var start = label.IndexOf(' ') is var blank and > 0 && !label[..blank].ContainsAnyInRange('\0', '\u007F') && !char.IsLetter(label[0]) ? blank : 0;
        return label[start..].TrimStart();
    }

    /// <summary>Where a text names people first.</summary>
    public static ImmutableArray<PersonMention> In(ReadOnlySpan<char> text, List<string> people)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<PersonMention>(people.Count);
        for (var i = 0; i < people.Count; i++)
        {
            var name = people[i];
            if (people.IndexOf(name) == i && text.IndexOf(name) is var start and >= 0)
            {
                found.Add(new PersonMention(name, start, start + name.Length));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>Both lists in the order of the text; where they meet, the link has it.</summary>
    public static ImmutableArray<PersonMention> Join(ImmutableArray<PersonMention> named, ImmutableArray<PersonMention> linked) =>
        linked.IsEmpty ? named
            : named.IsEmpty && linked.Length == 1 ? linked
            : [.. named.Where(person => !linked.Any(link => person.Start < link.End && link.Start < person.End)).Concat(linked).OrderBy(person => person.Start)];

    /// <summary>Whether words are a name and lead to the page of whoever bears it.</summary>
    public static bool LeadsToPage(string label, Target target)
    {
        // Sentences, prose and peers all ask.
        if (target.Bearer is not { } known || !ReferenceEquals(known.Label, label))
        {
            target.Bearer = known = (label, PersonNames.MayBegin(label) && target is { Web: { } address, Kind: null or LinkKind.Other or LinkKind.Schedule } && IsNamed(PlainText.Line(Name(label).ToString()), address));
        }

        return known.IsBearer;
    }

    /// <summary>Whether one word leads to somebody's profile: what somebody is called there.</summary>
    public static bool LeadsToProfile(string label, Target target) =>
        label.Length > 3 && !label.AsSpan().ContainsAnyExcept(OfHandles) && target.Web is { } address && address.Path.Length > 1 && IsProfile(address);

    private static bool IsPerson(string label, Target target, Glossary glossary) => LeadsToPage(label, target) && glossary.Find(label) is null;

    // A first name alone is somebody where it leads to the pages of a conference's speakers.
    private static bool IsNamed(string label, WebAddress address) => PersonNames.Of(label) switch
    {
        Likeness.Known => true,
        Likeness.Shape => IsPageOf(label, address),
        _ => label.Length > 2 && !label.Contains(' ') && PersonNames.IsNameWord(label) && TalkLinks.IsSpeakerPage(address),
    };

    private static bool IsProfile(WebAddress address)
    {
        foreach (var host in Profiles)
        {
            if (address.Host.Contains(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A profile, or an address that has a word of the name in it.
    private static bool IsPageOf(string name, WebAddress address)
    {
        var place = Uri.UnescapeDataString(string.Concat(address.Host, address.Path));
        return TalkLinks.IsSpeakerPage(address) || IsProfile(address) || address.Path.StartsWith("/@")
            || name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length > 3 && Slug.WithoutAccents(place).Contains(Slug.WithoutAccents(word), StringComparison.OrdinalIgnoreCase));
    }
}
