using System.Buffers;

namespace Recap.Talks.Facts;

/// <summary>What parts of an address tell.</summary>
[Flags]
internal enum AddressSign
{
    None = 0,
    Video = 1,
    Slides = 2,
    Code = 4,

    /// <summary>A host of schedules.</summary>
    Schedule = 8,
    SchedulePath = 16,
    SpeakerPath = 32,
}

/// <summary>
/// Finds the parts of addresses that tell what they lead to. Each holds a dot, a slash or a question mark, of which an address has few:
/// a part is compared only where one of them stands beside the letter that the part has there.
/// </summary>
internal static class AddressSigns
{
    private const int Letters = 32;

    private static readonly SearchValues<char> Anchors = SearchValues.Create("./?");

    private static readonly Part[] Parts =
    [
        .. Of(AddressSign.Video, "youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "infoq.com/presentations", "video.fosdem.org", "peertube", "parleys.com", "media.ccc.de", "twitch.tv"),
        .. Of(AddressSign.Slides, "speakerdeck.com", "slideshare.net", "slides.com", "noti.st", "docs.google.com/presentation", "canva.com", "prezi.com", "slid.es", "pitch.com"),
        .. Of(AddressSign.Code, "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gist.github.com", "sr.ht"),
        .. Of(AddressSign.Schedule, "sched.com", "cfp.", "conference-hall.io", "sessionize.com", "openplanner", "fosdem.org", "pretalx", "lanyrd.com", "schedule.", "program.", "agenda."),
        .. Of(AddressSign.SchedulePath, "/talk/", "/talks/", "/session/", "/sessions/", "/schedule", "/event/", "/programme", "/program/", "/agenda/", "/conference/", "/conferences/", "/planning", "talk?id="),
        .. Of(AddressSign.SpeakerPath, "/speaker", "/orateur", "/oratrice", "/intervenant", "/conferencier", "/presenter", "/animateur"),
    ];

    // Those that begin with their anchor by the letter behind it, the others by the letter before.
    private static readonly Part[][] Beginning = ByLetter(part => part.Anchor == 0 ? part.Text[1] : null);
    private static readonly Part[][] Going = ByLetter(part => part.Anchor > 0 ? part.Text[part.Anchor - 1] : null);

    // What is a word of its own, wherever it stands.
    private static readonly Part[] Words = [.. Parts.Where(part => part.Anchor < 0)];
    private static readonly SearchValues<string> AnyWord = SearchValues.Create([.. Words.Select(word => word.Text)], StringComparison.OrdinalIgnoreCase);

    /// <summary>What the parts of an address tell, all of them together.</summary>
    /// <param name="place">Host, path and query, or the end of them.</param>
    public static AddressSign Of(ReadOnlySpan<char> place)
    {
        var signs = place.ContainsAny(AnyWord) ? OfWords(place) : AddressSign.None;
        for (var (at, next) = (0, place.IndexOfAny(Anchors)); next >= 0; next = place[at..].IndexOfAny(Anchors))
        {
            at += next;
            signs |= at > 0 ? In(place, at, Going[place[at - 1] % Letters]) : AddressSign.None;
            signs |= at + 1 < place.Length ? In(place, at, Beginning[place[at + 1] % Letters]) : AddressSign.None;
            at++;
        }

        return signs;
    }

    private static AddressSign In(ReadOnlySpan<char> place, int at, Part[] parts)
    {
        var signs = AddressSign.None;
        foreach (var part in parts)
        {
            signs |= at >= part.Anchor && place[(at - part.Anchor)..].StartsWith(part.Text, StringComparison.OrdinalIgnoreCase) ? part.Sign : AddressSign.None;
        }

        return signs;
    }

    private static AddressSign OfWords(ReadOnlySpan<char> place)
    {
        var signs = AddressSign.None;
        foreach (var word in Words)
        {
            signs |= place.Contains(word.Text, StringComparison.OrdinalIgnoreCase) ? word.Sign : AddressSign.None;
        }

        return signs;
    }

    private static IEnumerable<Part> Of(AddressSign sign, params string[] parts) => parts.Select(part => new Part(part, part.AsSpan().IndexOfAny(Anchors), sign));

    private static Part[][] ByLetter(Func<Part, char?> letterOf) =>
        [.. Enumerable.Range(0, Letters).Select(letter => Parts.Where(part => letterOf(part) % Letters == letter).ToArray())];

    /// <param name="Text">The part.</param>
    /// <param name="Anchor">Where its first dot, slash or question mark stands; negative where it has none.</param>
    /// <param name="Sign">What it tells.</param>
    private sealed record Part(string Text, int Anchor, AddressSign Sign);
}
