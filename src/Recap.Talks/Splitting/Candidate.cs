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

    private int? _sessionWords;
    private bool? _namesTechnology;
    private bool? _isEnglish;

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

    /// <summary>All candidates below it, in the order of the post.</summary>
    public List<Candidate> Descendants()
    {
        var below = new List<Candidate>();
        AddDescendants(below);
        return below;
    }

    public static Candidate Of(Section section, Candidate? parent, TitleReader titles, InlineMentions mentions, PostFacts facts, Glossary glossary)
    {
        var line = section.Mark is { } mark ? titles.Read(mark) : new TitleLine { Title = "" };
        var (people, said) = section.Mark is null ? ([], []) : SpeakerLines.Read(section.Own);
        people = [.. people.Where(person => !facts.Authors.Contains(person.Name, StringComparer.OrdinalIgnoreCase))];
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
            candidate.InProse = [.. (prose.IsEmpty ? candidate.OfOwnTitle() : prose).Where(person => !facts.Authors.Contains(person.Name, StringComparer.OrdinalIgnoreCase))];
        }

        return candidate;
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
        Named = OtherThan([.. named.Where(passage => !IsAbout(passage.Title))]);
        TellsOfItselfFirst = Named.Length > 0 && named.Length == Named.Length
            && TalkWords.SpeaksOfThis(PlainText.Of(left.TakeWhile(block => block.Line < Named[0].Line)));
    }

    // What one session below a heading was about is the heading's own, in other words; several by different people are not.
    private static ImmutableArray<Passage> OtherThan(ImmutableArray<Passage> named)
    {
        var topics = named.Where(passage => !passage.IsTitled).ToList();
        var several = topics.Exists(topic => !topic.IsCalledByPerson) && (topics.Where(topic => !topic.Speakers.IsEmpty).Select(topic => topic.Speakers[0].Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 2 || topics.Count(topic => topic.Speakers.IsEmpty) >= 2);
        return several ? named : [.. named.Where(passage => passage.IsTitled)];
    }

    private ImmutableArray<Speaker> OfOwnTitle() => Prose is { } prose ? prose.Passages.FirstOrDefault(passage => IsAbout(passage.Title))?.Speakers ?? [] : [];

    private bool IsAbout(string title)
    {
        var words = SectionWords.Fold(title).Split([' ', '\'', '-', ':', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
        return words.Count == 0 || words.Count(word => Folded.Contains(word, StringComparison.Ordinal)) * 2 > words.Count;
    }

    // "#### par A [Company]" below a title is a line of people by another markup.
    private void TakeSpeakerHeading()
    {
        // Several such headings are sessions called by who gave them.
        if (Section.Mark is not null && !IsContainer && !HasStatedSpeaker && Children.Count(child => child.Line.Form == SpeakerForm.Named) < 2 && Children is [var first, ..] && (first.Line.Title.Length < 3 || first.Line.Speakers.IsEmpty || first.Line.Form == SpeakerForm.Named)
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
