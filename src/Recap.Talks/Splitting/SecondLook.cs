using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>
/// Looks at all talks found in a post together, and says which of them are none: what a passage says for itself is belied by the others, or by what the
/// post is. Whoever tells of few sessions may tell of something else: of how to do a thing, of a session of his own, of what led him to an article.
/// </summary>
/// <param name="blocks">All that the post says.</param>
/// <param name="whole">The post as a whole, its passages judged.</param>
/// <param name="promise">What the post says of itself.</param>
/// <param name="facts">What holds for the post as a whole.</param>
internal sealed partial class SecondLook(ImmutableArray<Block> blocks, Candidate whole, PostPromise promise, PostFacts facts)
{
    private const int Several = 3;

    // Nobody lists so many sessions of his own and says no word of any.
    private const int FewestOfProgramme = 8;

    // Fewer words are a label.
    private const int FewestBlanks = 4;

    // Characters in which a post says what it is about.
    private const int Lead = 1_500;

    // Characters in which it says whose session it tells of, and in which a passage does.
    private const int FirstWords = 600;
    private const int AtOnce = 250;

    // Nobody asks for it of most posts.
    private string Beginning => field ??= Start(PlainText.Of(FirstBlocks()), Lead);

    /// <summary>The talks that are none, each with the code of the reason.</summary>
    /// <param name="talks">All that were found.</param>
    public List<(Passage Talk, string Why)> Doubt(List<Passage> talks)
    {
        var doubted = Repeated(talks);
        foreach (var untold in Untold(talks))
        {
            if (!Holds(doubted, untold))
            {
                doubted.Add((untold, "nothing-is-told-of-it"));
            }
        }

        var left = doubted.Count == 0 ? talks : talks.FindAll(talk => !Holds(doubted, talk));
        if (left.Count is > 0 and <= Several)
        {
            doubted.AddRange(DoubtFew(left));
        }

        return doubted;
    }

    private static bool Holds(List<(Passage Talk, string Why)> doubted, Passage talk) => doubted.Exists(other => ReferenceEquals(other.Talk, talk));

    private static List<(Passage Talk, string Why)> Repeated(List<Passage> talks)
    {
        var headed = talks.FindAll(talk => talk.Mark == PassageMark.Heading);
        var others = headed.Count == 0 ? [] : talks.FindAll(talk => talk.Mark is not (PassageMark.Heading or PassageMark.Post));
        if (others.Count == 0)
        {
            return [];
        }

        var titles = headed.ConvertAll(talk => (new TitleWords(talk.Title), talk.Speakers));
        return others.FindAll(talk => Repeats(talk, titles)).ConvertAll(talk => (talk, "repeats-a-heading"));
    }

    // A title, its people and no word more is of a programme; but a few in a row may all be what was seen.
    private static List<Passage> Untold(List<Passage> talks)
    {
        var untold = talks.FindAll(talk => !IsMention(talk) && !Says(talk.Blocks, from: 0));
        var items = untold.FindAll(talk => talk.Mark == PassageMark.ListItem);
        List<Passage> ofProgramme = items.Count >= FewestOfProgramme ? items : [];
        if (untold.Count < talks.Count)
        {
            ofProgramme.AddRange(untold.Where(talk => talk.Mark != PassageMark.ListItem && !Says(talk.LinkBlocks, from: 1)));
        }

        return ofProgramme;
    }

    // Links to slides and pictures say nothing, unless in a sentence.
    private static bool Says(ImmutableArray<Block> blocks, int from)
    {
        for (var i = from; i < blocks.Length; i++)
        {
            foreach (var span in blocks[i].Spans)
            {
                if ((span.Target is null && !span.Style.HasFlag(SpanStyle.Image) || span.Text.AsSpan().Trim().Count(' ') >= FewestBlanks) && HasWord(span.Text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasWord(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMention(Passage talk) => talk is { Heading: null, Mark: not PassageMark.Post };

    private static bool IsStated(Passage talk) => talk.Evidence.Reasons.Exists(reason => reason.Code is "speaker-in-title" or "speaker-below-title");

    // A talk that has a heading of its own is often named in the prose and the lists around it as well.
    private static bool Repeats(Passage talk, List<(TitleWords Words, ImmutableArray<Speaker> Speakers)> headed)
    {
        if (headed.Count >= Several && IsOfProgramme(talk))
        {
            return true;
        }

        var words = new TitleWords(talk.Title);
        foreach (var other in headed)
        {
            if (words.Repeats(other.Words, AnyOf(talk.Speakers, other.Speakers)) || IsMention(talk) && words.AreWithin(other.Words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyOf(ImmutableArray<Speaker> people, ImmutableArray<Speaker> others)
    {
        foreach (var person in people)
        {
            if (others.Contains(person))
            {
                return true;
            }
        }

        return false;
    }

    // "9h30 : Title avec A" is of the programme, where headings tell of sessions.
    private static bool IsOfProgramme(Passage talk) => talk.Blocks is [{ Kind: BlockKind.ListItem } item, ..] && item.Text.AsSpan().TrimStart() is var text
        && text.IndexOfAnyExceptInRange('0', '9') is 1 or 2 && text.TrimStart("0123456789") is ['h' or 'H' or ':', >= '0' and <= '9' or ' ', ..];

    private IEnumerable<(Passage Talk, string Why)> DoubtFew(List<Passage> talks)
    {
        if (talks.TrueForAll(IsMention) && AreHeardElsewhere(talks))
        {
            return talks.Select(talk => (talk, "heard-elsewhere"));
        }

        var areOwn = talks.TrueForAll(talk => IsOwn(talk) || !IsMention(talk) && !IsStated(talk) && Own().IsMatch(Start(Beginning, FirstWords)));
        if (areOwn)
        {
            return talks.Select(talk => (talk, "the-writer-s-own"));
        }

        var untaught = talks.FindAll(talk => !IsStated(talk) && !NamesBoth(talk));
        return untaught.Count > 0 && Teaches(Beginning) ? untaught.Select(talk => (talk, "the-post-teaches")) : [];
    }

    // What one sentence of a post tells that promises no sessions, and has none of its headings about them, was heard elsewhere, or is no session at all.
    // So is what a few tell of a post whose headings tell of something else, and whose title speaks of no conference: it led to an article.
    private bool AreHeardElsewhere(List<Passage> talks)
    {
        var passages = whole.Descendants;
        return !passages.Exists(candidate => candidate.IsContainer)
            && (talks is [{ Mark: PassageMark.Inline }] && promise != PostPromise.Recap || !IsCalledRecap() && passages.Count(candidate => candidate.Section.Kind == PassageMark.Heading) >= Several);
    }

    private bool IsCalledRecap() =>
        SectionWords.SenseOf(facts.FoldedTitle).HasFlag(SectionSense.Recap) || facts.Event is { Series.Length: > 3 } && facts.FoldedTitle.Contains(facts.FoldedSeries, StringComparison.Ordinal);

    // Prose that gives a title and who gave it tells of a session, whatever the post is.
    private static bool NamesBoth(Passage talk) => IsMention(talk) && talk.IsTitled && !talk.Speakers.IsEmpty;

    // "Ce billet fait suite à ma présentation": who tells of little else than his own session has been to no others.
    private static bool IsOwn(Passage talk) => talk.Speakers.IsEmpty && Own().IsMatch(Start(talk.Text ?? PlainText.Of(talk.Blocks), AtOnce));

    private static readonly SearchValues<string> Announcing = SearchValues.Create(["cet article", "ce tuto", "cette série", "nous allons", "on va voir", "je vais vous"], StringComparison.OrdinalIgnoreCase);

    // "Dans cet article, nous allons configurer …", but not "cet article est le résumé de …".
    private static bool Teaches(string lead) => lead.AsSpan().ContainsAny(Announcing) && Announces().Matches(lead).Any(sentence => !Retells().IsMatch(sentence.ValueSpan));

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;

    private IEnumerable<Block> FirstBlocks()
    {
        var length = 0;
        return blocks.TakeWhile(block => length < Lead && (length += block.Text.Length) >= 0);
    }

    [GeneratedRegex(@"[^.!?\n]*\b(?:cet article|ce tuto(?:riel)?|cette série|nous allons|on va voir|je vais vous)\b[^.!?\n]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Announces();

    [GeneratedRegex(@"\b(?:résum|retour|compte[- ]rendu|retranscri|racont|notes?\b|revenir|reviens)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Retells();

    [GeneratedRegex(@"\b(?:(?:j['’]ai|nous avons) (?:\w+ )?(?:présenté|donné|animé)|j['’]ai (?:eu )?(?:l['’]occasion|l['’]honneur|le plaisir|la chance) de (?:présenter|donner|prendre la parole)|mon (?:talk|intervention|atelier|quickie)|ma (?:\w+-)?(?:présentation|conférence|session|conf|prez)|mes (?:slides|diapositives))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Own();
}
