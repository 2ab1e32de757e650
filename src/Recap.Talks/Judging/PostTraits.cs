using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.People;
using Recap.Talks.Splitting;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Judging;

/// <summary>What tells a post that is about one talk from one that tells of several, or of none.</summary>
internal static partial class PostTraits
{
    private const double MostWords = 12;
    private const double MostCounted = 4;

    /// <summary>Characters of a post that are looked at.</summary>
    public const int Reach = 8_000;

    private const double MostPassages = 12;
    private const int Lead = 1_500;
    private const int AtOnce = 600;
    private const double MostInLead = 2;

    // Nine in ten.
    private const double Sure = 2;

    private static readonly WordSearch Several = new(
        "talks conférences confs présentations sessions keynotes ateliers quickies interventions speakers orateurs conférenciers",
        "talks", "conf", "sentations", "sessions", "keynotes", "ateliers", "quickies", "interventions", "speakers", "orateurs");

    /// <param name="post">The post as a whole, its passages judged.</param>
    /// <param name="text">What it says, its first <see cref="Reach"/> characters or more.</param>
    /// <param name="title">What its title leaves for the talk.</param>
    /// <param name="promise">What the post says of itself.</param>
    public static List<Trait> Of(Candidate post, string text, PostTitle title, PostPromise promise)
    {
        var traits = new List<Trait>();
        AddTitle(post, title, traits);
        AddPassages(post, traits);
        AddLead(post, text, traits);
        AddLinks(post, traits);
        AddText(text.Length > Reach ? text.AsSpan(0, Reach) : text, traits);
        if (promise is PostPromise.None or PostPromise.Conference)
        {
            traits.Add(new Trait(promise == PostPromise.None ? "post-promises-nothing" : "post-names-a-conference", 1));
        }

        return traits;
    }

    /// <summary>How many marks name who speaks, or call what they mark a session.</summary>
    public static int Named(List<Candidate> passages) => passages.Count(passage => passage.HasSpeakerForm || passage.Line.IsAnnounced);

    /// <summary>How many passages are talks and no doubtful cases.</summary>
    public static int Surely(List<Candidate> passages) => passages.Count(IsSure);

    /// <summary>Whether a passage is a talk and no doubtful case.</summary>
    public static bool IsSure(Candidate passage) => passage.Verdict == Verdict.Talk && passage.Score >= Sure;

    private static void AddTitle(Candidate post, PostTitle title, List<Trait> traits)
    {
        if (title is { NamesConference: true, IsQuoted: false })
        {
            traits.Add(new Trait("title-names-the-conference-besides", 1, title.Title));
        }

        var folded = SectionWords.Fold(title.Title);
        var words = folded.AsSpan().Count(' ') + 1;
        traits.Add(new Trait("title-words", Math.Min(words, MostWords) / MostWords, $"{words}"));
        var sense = SectionWords.SenseOf(folded);
        if (sense.HasFlag(SectionSense.Recap))
        {
            traits.Add(new Trait("title-is-a-recap-s", 1));
        }

        if ((sense & (SectionSense.Personal | SectionSense.Other)) != SectionSense.None)
        {
            traits.Add(new Trait("other-words", 1));
        }

        if (post.Descendants.Exists(passage => passage.Folded == folded))
        {
            traits.Add(new Trait("a-heading-repeats-the-title", 1));
        }

        if (LanguageGuess.IsEnglish(title.Title))
        {
            traits.Add(new Trait("title-in-english", 1));
        }

        if (!post.Glossary.Mentions(title.Title).IsEmpty)
        {
            traits.Add(new Trait("title-names-a-technology", 1));
        }
    }

    private static void AddPassages(Candidate post, List<Trait> traits)
    {
        var passages = post.Descendants;
        var talks = passages.Count(passage => passage.Verdict == Verdict.Talk);
        traits.Add(new Trait("talks", Math.Min(talks, MostCounted) / MostCounted, $"{talks}"));
        if (post.Children is [{ Section.Kind: PassageMark.Heading }])
        {
            traits.Add(new Trait("one-heading-holds-all", 1));
        }

        traits.Add(new Trait("passages", Math.Min(passages.Count, MostPassages) / MostPassages, $"{passages.Count}"));
        traits.Add(Trait.Share("passages-in-english", passages.Count(passage => passage.IsEnglish), passages.Count));
        var speaking = passages.Where(passage => !passage.InProse.IsEmpty).SelectMany(passage => passage.InProse).Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        traits.Add(new Trait("passages-tell-of-people", Math.Min(speaking, MostCounted) / MostCounted, $"{speaking}"));
        traits.Add(new Trait("talks-to-be-expected", Math.Min(passages.Sum(passage => 1 / (1 + Math.Exp(-passage.Score))), MostCounted) / MostCounted));
        var sure = Surely(passages);
        traits.Add(new Trait("sure-talks", Math.Min(sure, MostCounted) / MostCounted, $"{sure}"));
    }

    private static void AddLead(Candidate post, string text, List<Trait> traits)
    {
        var lead = Start(text, Lead);
        traits.Add(new Trait("opens-with-one-session", Math.Min(One().Count(lead), MostInLead) / MostInLead));
        if (!ProseSpeakers.Find(Start(text, AtOnce), post.Section.Own, post.Glossary).IsEmpty)
        {
            traits.Add(new Trait("opens-with-a-speaker", 1));
        }
    }

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;

    private static void AddLinks(Candidate post, List<Trait> traits)
    {
        var links = new List<TalkLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in post.Descendants)
        {
            AddOfSessions(passage.Links, links, seen);
        }

        AddOfSessions(TalkLinks.Of(post.Section.Own, post.Glossary), links, seen);
        traits.Add(new Trait("session-links", Math.Min(links.Count, MostCounted) / MostCounted, $"{links.Count}"));
        if (links is [var only])
        {
            traits.Add(new Trait("one-session-link", 1, only.Url));
        }

        if (links.Find(link => link.Kind == LinkKind.Slides) is { } slides)
        {
            traits.Add(new Trait("slides-link", 1, slides.Url));
        }
    }

    private static void AddOfSessions(ImmutableArray<TalkLink> links, List<TalkLink> all, HashSet<string> seen)
    {
        foreach (var link in links)
        {
            if (link.Kind is LinkKind.Video or LinkKind.Slides or LinkKind.Schedule && seen.Add(link.Url))
            {
                all.Add(link);
            }
        }
    }

    private static void AddText(ReadOnlySpan<char> text, List<Trait> traits)
    {
        var tone = Tone.Of(text);
        traits.Add(new Trait("speaks-of-the-conference", tone.ShareOfTheConference, $"{tone.OfTheConference} of {tone.Words} words"));
        traits.Add(new Trait("speaks-to-its-reader", tone.ShareToTheReader, $"{tone.ToTheReader} of {tone.Words} words"));
        var several = Several.Count(text);
        traits.Add(new Trait("speaks-of-several-sessions", Math.Min(several, MostCounted) / MostCounted, $"{several} words"));
    }

    [GeneratedRegex(@"\b(?:ce|cette|son|sa|leur|du|au|le|la) (?:\w+ )?(?:talk|conf|présentation|session|keynote|atelier|quickie|intervention|speaker|orateur|oratrice|conférencier|conférencière|présentateur|présentatrice)\b|\b(?:cette|sa|leur) conférence\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex One();
}
