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
    private const double MostPeople = 6;
    private const double MostCounted = 4;
    private const double Much = 8_000;
    private const int Reach = 8_000;
    private const double MostPassages = 12;
    private const int Lead = 1_500;
    private const int AtOnce = 600;
    private const double MostInLead = 2;

    // Nine in ten.
    private const double Sure = 2;

    private static readonly StemPattern SeveralTold = new(
        Several(),
        longest: 14,
        ["talks", "conf", "sentations", "sessions", "keynotes", "ateliers", "quickies", "interventions", "speakers", "orateurs"],
        []);

    /// <param name="post">The post as a whole, its passages judged.</param>
    /// <param name="text">All that it says.</param>
    /// <param name="title">What its title leaves for the talk.</param>
    /// <param name="promise">What the post says of itself.</param>
    public static IEnumerable<Trait> Of(Candidate post, string text, PostTitle title, PostPromise promise) =>
        OfTitle(post, title).Concat(OfPassages(post)).Concat(OfLead(post, text)).Concat(OfLinks(post)).Concat(OfText(Start(text, Reach), text.Length, post.Glossary))
            .Append(new Trait(promise == PostPromise.Recap ? "post-promises" : promise == PostPromise.None ? "post-promises-nothing" : "post-names-a-conference", 1));

    /// <summary>How many marks name who speaks, or call what they mark a session.</summary>
    public static int Named(List<Candidate> passages) => passages.Count(passage => passage.HasSpeakerForm || passage.Line.IsAnnounced);

    /// <summary>How many passages are talks and no doubtful cases.</summary>
    public static int Surely(List<Candidate> passages) => passages.Count(IsSure);

    /// <summary>Whether a passage is a talk and no doubtful case.</summary>
    public static bool IsSure(Candidate passage) => passage.Verdict == Verdict.Talk && passage.Score >= Sure;

    private static IEnumerable<Trait> OfTitle(Candidate post, PostTitle title)
    {
        if (title.Titled > 0)
        {
            yield return new Trait(title.Titled == 1 ? "opens-with-a-title" : "opens-with-titles", 1, $"{title.Titled}");
        }

        var folded = SectionWords.Fold(title.Title);
        var words = folded.AsSpan().Count(' ') + 1;
        yield return new Trait("title-words", Math.Min(words, MostWords) / MostWords, $"{words}");
        if (title.IsQuoted)
        {
            yield return new Trait("title-has-quotes", 1, title.Title);
        }

        if (title.NamesConference)
        {
            yield return new Trait(title.IsQuoted ? "title-names-the-conference-and-quotes" : "title-names-the-conference-besides", 1, title.Title);
        }

        var sense = SectionWords.SenseOf(folded);
        if (sense.HasFlag(SectionSense.Recap))
        {
            yield return new Trait("title-is-a-recap-s", 1);
        }

        if ((sense & (SectionSense.Personal | SectionSense.Other)) != SectionSense.None)
        {
            yield return new Trait("other-words", 1);
        }

        if (post.Descendants().Exists(passage => passage.Folded == folded))
        {
            yield return new Trait("a-heading-repeats-the-title", 1);
        }

        if (LanguageGuess.IsEnglish(title.Title))
        {
            yield return new Trait("title-in-english", 1);
        }

        if (!post.Glossary.Mentions(title.Title).IsEmpty)
        {
            yield return new Trait("title-names-a-technology", 1);
        }
    }

    private static IEnumerable<Trait> OfPassages(Candidate post)
    {
        var passages = post.Descendants();
        var talks = passages.Count(passage => passage.Verdict == Verdict.Talk);
        yield return new Trait("talks", Math.Min(talks, MostCounted) / MostCounted, $"{talks}");
        if (passages.Count == 0)
        {
            yield return new Trait("no-passages", 1);
        }
        else if (post.Children is [{ Section.Kind: PassageMark.Heading }])
        {
            yield return new Trait("one-heading-holds-all", 1);
        }

        yield return new Trait("passages", Math.Min(passages.Count, MostPassages) / MostPassages, $"{passages.Count}");
        yield return Trait.Share("passages-in-english", passages.Count(passage => passage.IsEnglish), passages.Count);
        var speaking = passages.Where(passage => !passage.InProse.IsEmpty).SelectMany(passage => passage.InProse).Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        yield return new Trait("passages-tell-of-people", Math.Min(speaking, MostCounted) / MostCounted, $"{speaking}");
        if (passages.Exists(passage => passage.HasStatedSpeaker))
        {
            yield return new Trait("a-mark-names-a-speaker", 1);
        }

        // Several of either are as many talks, most of the time.
        if (Named(passages) is > 1 and var named)
        {
            yield return new Trait("marks-name-speakers", Math.Min(named, MostCounted) / MostCounted, $"{named}");
        }

        yield return new Trait("talks-to-be-expected", Math.Min(passages.Sum(passage => 1 / (1 + Math.Exp(-passage.Score))), MostCounted) / MostCounted);
        var sure = Surely(passages);
        yield return new Trait("sure-talks", Math.Min(sure, MostCounted) / MostCounted, $"{sure}");
    }

    private static IEnumerable<Trait> OfLead(Candidate post, string text)
    {
        var lead = Start(text, Lead);
        yield return new Trait("opens-with-one-session", Math.Min(One().Count(lead), MostInLead) / MostInLead);
        yield return new Trait("opens-with-several-sessions", Math.Min(Several().Count(lead), MostInLead) / MostInLead);
        if (!ProseSpeakers.Find(Start(text, AtOnce), post.Section.Own, post.Glossary).IsEmpty)
        {
            yield return new Trait("opens-with-a-speaker", 1);
        }

        // Whose talk fills a post is named in one of its parts after another.
        var passages = post.Descendants();
        var people = PersonFinder.Find(lead, post.Glossary).Select(person => person.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (people.Count > 0 && passages.Count > 1)
        {
            yield return Trait.Share("a-person-recurs", people.Max(name => passages.Count(passage => NamesAnyPart(passage.Text, name))), passages.Count);
        }
    }

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;

    private static bool NamesAnyPart(string text, string name) => name.Split(' ').Any(word => word.Length > 2 && text.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<Trait> OfLinks(Candidate post)
    {
        var links = post.Descendants().SelectMany(passage => passage.Links).Concat(TalkLinks.Of(post.Section.Own, post.Glossary))
            .Where(link => link.Kind is LinkKind.Video or LinkKind.Slides or LinkKind.Schedule).DistinctBy(link => link.Url, StringComparer.Ordinal).ToList();
        yield return new Trait("session-links", Math.Min(links.Count, MostCounted) / MostCounted, $"{links.Count}");
        if (links is [var only])
        {
            yield return new Trait("one-session-link", 1, only.Url);
        }

        if (links.Find(link => link.Kind == LinkKind.Slides) is { } slides)
        {
            yield return new Trait("slides-link", 1, slides.Url);
        }
    }

    private static IEnumerable<Trait> OfText(string text, int length, Glossary glossary)
    {
        yield return new Trait("text-length", Math.Min(length, Much) / Much, $"{length} characters");
        var one = One().Count(text);
        yield return new Trait("speaks-of-one-session", Math.Min(one, MostCounted) / MostCounted, $"{one} words");
        var tone = Tone.Of(text);
        yield return new Trait("speaks-of-the-conference", tone.ShareOfTheConference, $"{tone.OfTheConference} of {tone.Words} words");
        yield return new Trait("speaks-to-its-reader", tone.ShareToTheReader, $"{tone.ToTheReader} of {tone.Words} words");
        var several = SeveralTold.Count(text);
        yield return new Trait("speaks-of-several-sessions", Math.Min(several, MostCounted) / MostCounted, $"{several} words");
        var people = PersonFinder.Find(text, glossary).CountBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ToList();
        yield return new Trait("people", Math.Min(people.Count, MostPeople) / MostPeople, $"{people.Count}");
        if (people.Count == 1)
        {
            yield return new Trait("one-person", 1, people[0].Key);
        }
        else if (people.Count > 1)
        {
            yield return new Trait("share-of-the-most-named", people.Max(person => person.Value) / (double)people.Sum(person => person.Value));
        }
    }

    [GeneratedRegex(@"\b(?:ce|cette|son|sa|leur|du|au|le|la) (?:\w+ )?(?:talk|conf|présentation|session|keynote|atelier|quickie|intervention|speaker|orateur|oratrice|conférencier|conférencière|présentateur|présentatrice)\b|\b(?:cette|sa|leur) conférence\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex One();

    [GeneratedRegex(@"\b(?:talks|conférences|confs|présentations|sessions|keynotes|ateliers|quickies|interventions|speakers|orateurs|conférenciers)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Several();
}
