using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Mentions;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>A passage that may be a talk, with all that speaks for and against it.</summary>
internal sealed class Candidate
{
    // Parts that make a heading which names several sessions hold them.
    private const int FewestOfAKind = 2;

    // Shorter words of a title say nothing.
    private const int ShortestWord = 4;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" '-:,");

    private int? _sessionWords;
    private bool? _namesTechnology;
    private bool? _isEnglish;
    private bool? _isMissed;

    public required Section Section { get; init; }

    public required Glossary Glossary { get; init; }

    public required TitleLine Line { get; init; }

    /// <summary>Lower-case title for comparing with words.</summary>
    public required string Folded { get; init; }

    /// <summary>What the words of the title give away.</summary>
    public required SectionSense Sense { get; init; }

    /// <summary>People of the lines below the title.</summary>
    public ImmutableArray<Speaker> Below { get; set; } = [];

    /// <summary>Blocks that only say who speaks.</summary>
    public ImmutableArray<Block> SaidBlocks { get; set; } = [];

    /// <summary>People found in the prose.</summary>
    public ImmutableArray<Speaker> InProse { get; set; } = [];

    /// <summary>People found in the prose of the only part that was joined to it.</summary>
    public ImmutableArray<Speaker> InParts { get; set; } = [];

    public ImmutableArray<TalkLink> Links { get; set; } = [];

    /// <summary>Its prose cut at all talks that it names, where that was looked at.</summary>
    public (ImmutableArray<Passage> Passages, ImmutableArray<Block> Left)? Prose { get; private set; }

    /// <summary>Talks that its prose names under titles other than its own: it is a theme, and they are told below it.</summary>
    public ImmutableArray<Passage> Named { get; set; } = [];

    /// <summary>Whether its prose speaks of one session before it names the first other: it is a talk with others told behind it.</summary>
    public bool TellsOfItselfFirst { get; set; }

    /// <summary>Text of its own blocks; nobody asks for that of most posts as a whole.</summary>
    public string Text => field ??= PlainText.Of(Section.Own);

    public List<Candidate> Children { get; } = [];

    public Candidate? Parent { get; init; }

    public Verdict Verdict { get; set; } = Verdict.None;

    public double Score { get; set; }

    public List<Evidence> Reasons { get; } = [];

    /// <summary>Whether its title is one that holds others together.</summary>
    public bool IsContainer => (Sense & SectionSense.Container) != SectionSense.None;

    public bool HasTitleSpeaker => !Line.Speakers.IsEmpty;

    public bool HasStatedSpeaker => HasTitleSpeaker || !Below.IsEmpty;

    public bool HasSpeakerForm => HasStatedSpeaker || Line.Form == SpeakerForm.Empty;

    public ImmutableArray<Speaker> Speakers => HasTitleSpeaker ? Line.Speakers : !Below.IsEmpty ? Below : !InProse.IsEmpty ? InProse : InParts;

    /// <summary>Takes it for no talk, whatever speaks for it.</summary>
    /// <param name="code">Why.</param>
    /// <param name="detail">What was seen.</param>
    public void RuleOut(string code, string detail)
    {
        Reasons.Add(new Evidence(code, 1, TalkJudge.RuledOut, detail));
        Score += TalkJudge.RuledOut;
        Verdict = Verdict.None;
    }

    /// <summary>Characters of its text and of all below it.</summary>
    public int Length => Text.Length + Children.Sum(child => child.Length);

    /// <summary>How many of its words tell that it is about a session.</summary>
    public int SessionWords => _sessionWords ??= TalkWords.Count(Text);

    /// <summary>Whether its title names a technology.</summary>
    public bool NamesTechnology => _namesTechnology ??= !Glossary.Mentions(Line.Title).IsEmpty;

    /// <summary>Whether its title is in English.</summary>
    public bool IsEnglish => _isEnglish ??= LanguageGuess.IsEnglish(Line.Title);

    /// <summary>Whether its title says that what stands below it was not seen.</summary>
    public bool IsMissed => _isMissed ??= TalkWords.IsMissed(Line.Title);

    /// <summary>All candidates below it, in the order of the post; gathered once, since all that judge a post ask for them.</summary>
    public List<Candidate> Descendants => field ??= Gathered();

    public static Candidate Of(Section section, Candidate? parent, TitleReader titles, InlineMentions mentions, PostFacts facts, Glossary glossary)
    {
        var line = section.Mark is { } mark ? titles.Read(mark) : new TitleLine { Title = "" };
        var (people, said) = section.Mark is null ? ([], []) : SpeakerLines.Read(section.Own);
        people = Spoke(people, facts);
        var folded = SectionWords.Fold(line.Title);
        var candidate = new Candidate
        {
            Section = section,
            Glossary = glossary,
            Parent = parent,
            Line = line,
            Folded = folded,
            Sense = titles.SenseOf(folded) | (section.Children.Count >= FewestOfAKind && Decoration.NamesSeveralOfAKind(folded) ? SectionSense.Sessions : SectionSense.None),
            Below = people,
            SaidBlocks = people.IsEmpty ? [] : said,
            Links = section.Mark is null ? [] : TalkLinks.Of(section.Own.Prepend(section.Mark), glossary),
        };
        foreach (var child in section.Children)
        {
            candidate.Children.Add(Of(child, candidate, titles, mentions, facts, glossary));
        }

        candidate.TakeSpeakerHeading();
        if (section.Mark is not null && !candidate.HasStatedSpeaker)
        {
            candidate.FindNamed(mentions);
            var prose = ProseSpeakers.Find(candidate.Text, section.Own, glossary);
            candidate.InProse = Spoke(prose.IsEmpty ? candidate.OfOwnTitle() : prose, facts);
        }

        return candidate;
    }

    /// <summary>Those of some people who did not write the post: its writers spoke nowhere.</summary>
    /// <param name="people">The people.</param>
    /// <param name="facts">What holds for the post as a whole.</param>
    public static ImmutableArray<Speaker> Spoke(ImmutableArray<Speaker> people, PostFacts facts) =>
        people.IsEmpty || facts.Authors.IsEmpty ? people : people.RemoveAll(person => facts.Authors.Contains(person.Name, StringComparer.OrdinalIgnoreCase));

    private List<Candidate> Gathered()
    {
        var below = new List<Candidate>();
        AddDescendants(below);
        return below;
    }

    private void AddDescendants(List<Candidate> all)
    {
        foreach (var child in Children)
        {
            all.Add(child);
            child.AddDescendants(all);
        }
    }

    private void FindNamed(InlineMentions mentions)
    {
        var (named, left) = mentions.Find(Section.Own, bold: true);
        Prose = (named, left);
        if (named.IsEmpty)
        {
            return;
        }

        Named = OtherThan(named.RemoveAll(passage => IsAbout(passage.Title)));
        TellsOfItselfFirst = Named.Length > 0 && named.Length == Named.Length
            && TalkWords.SpeaksOfThis(PlainText.Of(left.TakeWhile(block => block.Line < Named[0].Line)));
    }

    // What one session below a heading was about is the heading's own, in other words; several by different people are not.
    private static ImmutableArray<Passage> OtherThan(ImmutableArray<Passage> named) => AreSeveral(named) ? named : named.RemoveAll(passage => !passage.IsTitled);

    private static bool AreSeveral(ImmutableArray<Passage> named)
    {
        var (nobodys, isPersons, person, areOfDifferent) = (0, true, (string?)null, false);
        foreach (var topic in named)
        {
            if (!topic.IsTitled)
            {
                isPersons &= topic.IsCalledByPerson;
                var speaker = topic.Speakers.IsEmpty ? null : topic.Speakers[0].Name;
                nobodys += speaker is null ? 1 : 0;
                areOfDifferent |= speaker is not null && person is not null && !speaker.Equals(person, StringComparison.OrdinalIgnoreCase);
                person ??= speaker;
            }
        }

        return !isPersons && (areOfDifferent || nobodys >= 2);
    }

    private ImmutableArray<Speaker> OfOwnTitle() => Prose is { } prose ? prose.Passages.FirstOrDefault(passage => IsAbout(passage.Title))?.Speakers ?? [] : [];

    // Whether most of its longer words, each counted once, are in the heading.
    private bool IsAbout(string title)
    {
        var (words, common) = (0, 0);
        var folded = SectionWords.Fold(title).AsSpan();
        foreach (var range in folded.SplitAny(WordEnds))
        {
            var word = folded[range];
            if (word.Length >= ShortestWord && !HasWord(folded[..range.Start.Value], word))
            {
                words++;
                common += Folded.AsSpan().Contains(word, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        return words == 0 || common * 2 > words;
    }

    private static bool HasWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        foreach (var range in text.SplitAny(WordEnds))
        {
            if (text[range].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    // "#### par A [Company]" below a title is a line of people by another markup.
    private void TakeSpeakerHeading()
    {
        // Several such headings are sessions called by who gave them.
        if (Children is [var first, ..] && Section.Mark is not null && !IsContainer && !HasStatedSpeaker && Children.Count(child => child.Line.Form == SpeakerForm.Named) < 2 && (first.Line.Title.Length < 3 || first.Line.Speakers.IsEmpty || first.Line.Form == SpeakerForm.Named)
            && SpeakerLines.ReadLine(first.Section.Mark!.Text, isMarked: false) is { IsEmpty: false } people
            && (first.Section.Mark.Text.Trim().StartsWith("par ", StringComparison.OrdinalIgnoreCase) || PersonNames.Of(people[0].Name) == Likeness.Known))
        {
            Below = people;
            first.Verdict = Verdict.SpeakerLine;
        }
    }
}

/// <summary>What a passage was judged to be.</summary>
internal enum Verdict
{
    None,
    Talk,

    /// <summary>Holds talks; its own text belongs to the notes.</summary>
    Container,

    /// <summary>A part of the talk above it.</summary>
    Part,

    /// <summary>A heading that only says who speaks.</summary>
    SpeakerLine,
}
