using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Leads;
using Recap.Talks.Splitting.Mentions;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting;

/// <summary>Makes the talks of one post: marks, candidates, verdicts, then talks and what is left as notes.</summary>
internal sealed class TalkAssembly(Post post, PostFacts facts, SiteSettings settings, Glossary glossary, JudgeWeights weights)
{
    // Blocks at a post's beginning in which it says what it is about.
    private const int Lead = 5;

    private const int LongestTitle = 160;

    // Titles and who gave them, in a post's first lines.
    private const int Several = 3;

    private readonly List<Passage> _talks = [];
    private readonly List<Block> _notes = [];
    private readonly InlineMentions _mentions = new(glossary, LeadingPeople.Of(post.Blocks, glossary));

    // Where headings name the talks, prose between them must be plain about a further one.
    private bool _bold;

    // Where nothing speaks of a conference, a person who tells something tells it elsewhere.
    private bool _isTold;

    // What is announced has not been given yet, and what a post of books tells was given nowhere.
    private bool _tellsOfNone;

    private readonly ImmutableArray<TalkEvidence>.Builder _evidence = ImmutableArray.CreateBuilder<TalkEvidence>();

    public (ImmutableArray<Talk> Talks, ImmutableArray<TalkEvidence> Evidence, ImmutableArray<Remark> Remarks) Assemble()
    {
        var titles = new TitleReader(glossary);
        titles.Learn([.. post.Blocks.Where(block => block.Kind == BlockKind.Heading)]);
        var leads = new LeadLines(titles, glossary);
        var blocks = leads.Cut(post.Blocks);
        var labels = RecurringHeadings.Of(blocks);
        var root = Section.Tree(blocks, block => leads.MarkOf(block) is { } mark ? (mark, LeadLines.Level)
            : block.Kind == BlockKind.Heading && !labels.Contains(block) ? (PassageMark.Heading, block.Level) : null, leads.IsListed);
        ClosingLines.Lift(root);
        var whole = Candidate.Of(root, null, titles, _mentions, facts, glossary);
        PeopleLines.Learn(whole, facts, glossary);
        DropPostTitle(whole);
        var promise = PostPromises.Of(facts, post.Blocks);
        TalkJudge.Judge(whole, promise, facts, weights);
        if (TakesWhole(whole, promise, titles))
        {
            DropDoubted(whole, promise);
            return new TalkWriter(post, facts, settings, glossary).Write(_talks, _notes, _evidence);
        }

        _isTold = promise > PostPromise.None;
        _tellsOfNone = promise < PostPromise.None;
        _bold = whole.Descendants.Count(candidate => candidate is { Verdict: Verdict.Talk, HasStatedSpeaker: true, Section.Kind: not PassageMark.ListItem }) < 2;
        Collect(whole);
        DropDoubted(whole, promise);
        _talks.Sort((a, b) => a.Line.CompareTo(b.Line));
        return new TalkWriter(post, facts, settings, glossary).Write(_talks, _notes, _evidence);
    }

    // A post that tells of one talk: its title is the talk's, and its passages are parts.
    private bool TakesWhole(Candidate whole, PostPromise promise, TitleReader titles)
    {
        if (promise >= PostPromise.None && (promise == PostPromise.Recap || facts.Event is not null) && TalkCard.Of(post.Blocks) is { } card && !IsOfTheConference(card.Title) && !whole.Descendants.Exists(passage => passage is { Verdict: Verdict.Talk, HasTitleSpeaker: true }))
        {
            AddWhole(whole, card, PlainText.Of(post.Blocks), [new Evidence("card", 1, PostJudge.Stated, string.Join(", ", card.Speakers.Select(person => person.Name)))]);
            return true;
        }

        if (post.Blocks.Length == 0 || !PostJudge.MayTellOne(whole, promise) || PostTitle.Of(facts) is not { } title)
        {
            return false;
        }

        var judged = PostJudge.Judge(whole, PlainText.Of(post.Blocks, PostTraits.Reach), title, promise, facts.Speakers, weights);
        if (judged.Score < 0)
        {
            _evidence.Add(new TalkEvidence { Line = 1, Passage = title.Title, Mark = PassageMark.Post, Score = judged.Score, Reasons = judged.Reasons });
            return false;
        }

        // A session that the first lines name by its title is the talk; several are told one after the other.
        var named = _mentions.Find([.. post.Blocks.Where(block => block.Kind != BlockKind.Heading).Take(Lead)], bold: false).Passages;
        var titled = named.Where(passage => passage.IsTitled && !IsOfTheConference(passage.Title)).ToList();
        if (titled.Count(passage => !passage.Speakers.IsEmpty) >= Several)
        {
            return false;
        }

        var line = titled is [var only] ? new TitleLine { Title = only.Title, Speakers = only.Speakers } : title.IsQuoted ? new TitleLine { Title = title.Title, Speakers = title.Speakers } : titles.Read(title.Title, []);
        AddWhole(whole, line, PlainText.Of(post.Blocks), judged.Reasons);
        return true;
    }

    private void AddWhole(Candidate whole, TitleLine line, string text, ImmutableArray<Evidence> reasons)
    {
        foreach (var passage in whole.Descendants)
        {
            passage.RuleOut("the-post-is-one-talk", line.Title);
            Explain(passage, null);
        }

        _talks.Add(new Passage
        {
            Mark = PassageMark.Post,
            Line = post.Blocks[0].Line,
            Title = line.Title,
            Speakers = PeopleOfWhole(line, text),
            Kind = Decoration.KindOf(facts.Title ?? "") ?? Decoration.KindOfText(whole.Text) ?? TalkKind.Talk,
            Blocks = post.Blocks,
            LinkBlocks = post.Blocks,
            Evidence = ([.. reasons], reasons.Sum(reason => reason.Weight)),
        });
    }

    private ImmutableArray<Speaker> PeopleOfWhole(TitleLine title, string text)
    {
        if (!facts.Speakers.IsEmpty || !title.Speakers.IsEmpty)
        {
            return facts.Speakers.IsEmpty ? WithoutAuthors(title.Speakers) : facts.Speakers;
        }

        var (said, _) = SpeakerLines.Read([.. post.Blocks.SkipWhile(block => block.Kind == BlockKind.Heading)]);
        said = WithoutAuthors(said);
        return said.IsEmpty ? WithoutAuthors(ProseSpeakers.Find(text, [.. post.Blocks], glossary)) : said;
    }

    private ImmutableArray<Speaker> WithoutAuthors(ImmutableArray<Speaker> people) =>
        [.. people.Where(person => !facts.Authors.Any(author => author.Equals(person.Name, StringComparison.OrdinalIgnoreCase) || author.StartsWith(person.Name + " ", StringComparison.OrdinalIgnoreCase)))];

    // A lone first heading that repeats the post's title is the post itself.
    private void DropPostTitle(Candidate whole)
    {
        if (whole.Children is [{ Section.Kind: PassageMark.Heading } only] && (facts.Title is null || SectionWords.Fold(facts.Title) == only.Folded) && only.Children.Count > 0)
        {
            only.Verdict = Verdict.Container;
        }
    }

    private void DropDoubted(Candidate whole, PostPromise promise)
    {
        foreach (var (doubted, why) in new SecondLook(post.Blocks, whole, promise, facts).Doubt(_talks))
        {
            _talks.Remove(doubted);
            _notes.AddRange(doubted.Heading is { } mark ? doubted.Blocks.Prepend(mark) : doubted.Blocks);
            var (reasons, score) = doubted.Evidence;
            _evidence.Add(new TalkEvidence
            {
                Line = doubted.Line,
                Passage = doubted.Title,
                Mark = doubted.Mark,
                Score = score + TalkJudge.RuledOut,
                Reasons = [.. reasons, new Evidence(why, 1, TalkJudge.RuledOut, "")],
            });
        }
    }

    private void Collect(Candidate candidate)
    {
        if (candidate.Verdict == Verdict.Talk)
        {
            CollectTalk(candidate);
            return;
        }

        Explain(candidate, null);
        var inline = NamedIn(candidate);
        if (candidate.Section.Mark is { } mark && candidate.Verdict is not Verdict.SpeakerLine)
        {
            _notes.Add(mark);
        }

        _notes.AddRange(inline.Left);
        var kind = inline.Passages.IsEmpty ? null : Decoration.KindOfHeading(candidate.Folded);
        foreach (var passage in inline.Passages)
        {
            if (IsOfTheConference(passage.Title))
            {
                _notes.AddRange(passage.Blocks);
            }
            else
            {
                _talks.Add(passage.Kind == TalkKind.Talk && kind is { } known ? passage with { Kind = known } : passage);
            }
        }

        foreach (var child in candidate.Children)
        {
            Collect(child);
        }
    }

    // The talks that a passage's prose names, and what that leaves.
    private (ImmutableArray<Passage> Passages, ImmutableArray<Block> Left) NamedIn(Candidate candidate)
    {
        if (candidate.Verdict == Verdict.SpeakerLine)
        {
            return ([], []);
        }

        if (_tellsOfNone || candidate.Reasons.Exists(reason => reason.Code == NoTalk.Kept) || candidate.IsMissed || candidate.Section.Mark is not null && !candidate.HasTitleSpeaker && Announcement.Dates(candidate.Section.Own))
        {
            return ([], [.. candidate.Section.Own]);
        }

        var bold = _isTold && (_bold || !candidate.Named.IsEmpty || candidate.Folded.Contains("keynote", StringComparison.Ordinal));
        return candidate.Prose is { } prose && (bold || prose.Passages.IsEmpty) ? prose : _mentions.Find(candidate.Section.Own, bold);
    }

    // "« Retour de DevTour », par A": what is called by the conference is told of it, by somebody else.
    private bool IsOfTheConference(string title) => facts.Event is { Series.Length: > 3 } && SectionWords.Fold(title).Contains(facts.FoldedSeries, StringComparison.Ordinal);

    private void CollectTalk(Candidate candidate)
    {
        var body = new List<Block>();
        Gather(candidate, body);
        if (candidate.TellsOfItselfFirst || candidate.Section.Kind == PassageMark.ListItem)
        {
            // The items of a list may name their talks in different ways.
            var (others, left) = _mentions.Find(body, bold: candidate.TellsOfItselfFirst);
            var own = others.Where(other => other.IsGuessed && other.Speakers.Any(candidate.Speakers.Contains)).ToList();
            _talks.AddRange(own.Count == 0 ? others : others.Except(own));
            body = [.. left.Concat(own.SelectMany(other => other.Blocks)).OrderBy(block => block.Line)];
        }

        var said = candidate.SaidBlocks;
        var isOwn = body.SequenceEqual(candidate.Section.Own, ReferenceEqualityComparer.Instance);
        _talks.Add(new Passage
        {
            Mark = candidate.Section.Kind,
            Line = candidate.Section.Line,
            Title = candidate.Line.Form == SpeakerForm.Named && TitleBelow(candidate) is { } title ? title : TalkCard.TitleBelow(candidate.Folded, candidate.Section.Own) ?? candidate.Line.Title,
            Speakers = candidate.Speakers is { IsEmpty: false } people ? people : WithoutAuthors(ProseSpeakers.Guess(candidate.Section.Own, glossary)),
            Kind = PassageKind.Of(candidate),
            Heading = candidate.Section.Mark,
            Blocks = said.IsEmpty ? [.. body] : [.. body.Where(block => !said.Contains(block))],
            Text = said.IsEmpty && isOwn ? candidate.Text : null,
            LinkBlocks = [candidate.Section.Mark!, .. body],
            Links = isOwn ? candidate.Links : null,
            Evidence = (candidate.Reasons, candidate.Score),
        });
    }

    // A heading that only says who spoke leaves the title to the first line below it, or to its first words: "« Title » ouvrait la journée", "une présentation de A sur …".
    private string? TitleBelow(Candidate candidate) => candidate.Section.Own is not [{ Kind: BlockKind.Paragraph } first, ..] ? null
        : Looks.Of(first) is Look.Link or Look.Bold or Look.Italic or Look.Quoted && first.Plain is { Length: <= LongestTitle } line && line.Contains(' ') ? Decoration.Unquote(line)
        : _mentions.Find([first], bold: true).Passages.FirstOrDefault(passage => passage.IsTitled || !passage.IsCalledByPerson && passage.Speakers.Any(candidate.Speakers.Contains))?.Title;

    // Parts stay with their talk; talks below a talk stand for themselves.
    private void Gather(Candidate candidate, List<Block> body)
    {
        body.AddRange(candidate.Section.Own);
        foreach (var child in candidate.Children)
        {
            if (child.Verdict is Verdict.Talk or Verdict.Container)
            {
                Collect(child);
                continue;
            }

            Explain(child, null);
            if (child.Verdict != Verdict.SpeakerLine)
            {
                body.Add(child.Section.Mark!);
            }

            Gather(child, body);
        }
    }

    private void Explain(Candidate candidate, string? talk)
    {
        if (candidate.Section.Mark is not null && candidate.Reasons.Count > 0)
        {
            _evidence.Add(new TalkEvidence
            {
                Line = candidate.Section.Line,
                Passage = candidate.Section.Mark.Plain,
                Mark = candidate.Section.Kind,
                Talk = talk,
                Score = candidate.Score,
                Reasons = [.. candidate.Reasons],
            });
        }
    }
}
