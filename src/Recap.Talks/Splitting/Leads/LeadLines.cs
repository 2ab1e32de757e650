using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Finds paragraphs and list items whose first words name a talk: a bold line, a link alone, or marked words and people before the prose.</summary>
internal sealed class LeadLines(TitleReader titles, Glossary glossary)
{
    /// <summary>Rank of such a line: below every heading.</summary>
    public const int Level = 7;

    /// <summary>Less behind a title tells nothing of it.</summary>
    public const int ShortestProse = 30;

    private const int LongestRemark = 160;
    private const int PersonReach = 60;
    private const int FewestBlanks = 2;

    // Items, and then their heads, of lists that say they list sessions.
    private readonly HashSet<Block> _listed = new(ReferenceEqualityComparer.Instance);

    private readonly PlainItems _plain = new(titles);

    private readonly Dictionary<Block, PassageMark> _marks = new(ReferenceEqualityComparer.Instance);

    // What is asked of a block is asked again for the one above it.
    private readonly Dictionary<Block, LeadHead?> _lines = new(ReferenceEqualityComparer.Instance);

    /// <summary>How a block is marked; null for one that is no such line.</summary>
    public PassageMark? MarkOf(Block block) => _marks.TryGetValue(block, out var mark) ? mark : null;

    /// <summary>Whether a mark heads an item of a list that says it lists sessions.</summary>
    public bool IsListed(Block mark) => _listed.Contains(mark);

    /// <summary>Cuts lead lines off their paragraphs, where enough of them are sure to name talks.</summary>
    public ImmutableArray<Block> Cut(ImmutableArray<Block> blocks)
    {
        var leads = Leads(blocks);
        if (!leads.Values.Any(lead => lead.Sure))
        {
            return blocks;
        }

        if (titles.Learn(leads.Values.Where(lead => lead.Sure).Select(lead => titles.Read(lead.Head.Text, lead.Head.LinkedNames).Form)))
        {
            // What joins people to titles in the sure ones is believed in the doubtful ones.
            leads = Leads(blocks);
        }

        DropLabels(leads);
        var sure = AddSiblings(leads, blocks, leads.Values.Count(lead => lead.Sure));
        if (sure == 0)
        {
            return blocks;
        }

        var cut = ImmutableArray.CreateBuilder<Block>(blocks.Length + leads.Count);
        foreach (var block in blocks)
        {
            if (leads.TryGetValue(block, out var lead) && (lead.Sure || lead.Head.Mark == PassageMark.BoldLine && sure >= 2))
            {
                var (head, rest) = lead.Head.Split(block);
                _marks[head] = lead.Head.Mark;
                if (_listed.Contains(block))
                {
                    _listed.Add(head);
                }

                cut.Add(head);
                cut.AddRange(rest);
            }
            else
            {
                cut.Add(block);
            }
        }

        return cut.ToImmutable();
    }

    // Returns how many leads are sure then.
    private static int AddSiblings(Dictionary<Block, (LeadHead Head, bool Sure)> leads, ImmutableArray<Block> blocks, int sure)
    {
        if (sure < SiblingLeads.Fewest)
        {
            return sure;
        }

        foreach (var (block, head) in SiblingLeads.Of(blocks, block => leads.TryGetValue(block, out var lead) && lead.Sure).Where(sibling => IsNoLabel(sibling.Head)).ToList())
        {
            leads[block] = (head, true);
            sure++;
        }

        return sure;
    }

    // "Replay", "Le résumé sur le site": what stands below one talk after another is the title of none.
    private void DropLabels(Dictionary<Block, (LeadHead Head, bool Sure)> leads)
    {
        var byTitle = new Dictionary<string, Block>(leads.Count, StringComparer.Ordinal);
        var again = new List<(Block Block, Block First)>();
        foreach (var (block, lead) in leads)
        {
            var folded = SectionWords.Fold(lead.Head.Text);
            if (!byTitle.TryAdd(folded, block))
            {
                again.Add((block, byTitle[folded]));
            }
        }

        var labels = again.FindAll(same => titles.Read(leads[same.First].Head.Text, leads[same.First].Head.LinkedNames).Speakers.IsEmpty);
        foreach (var (block, first) in labels)
        {
            leads.Remove(block);
            leads.Remove(first);
        }
    }

    private Dictionary<Block, (LeadHead Head, bool Sure)> Leads(ImmutableArray<Block> blocks)
    {
        var leads = new Dictionary<Block, (LeadHead Head, bool Sure)>(ReferenceEqualityComparer.Instance);
        Block? above = null;
        Listing? listing = null;
        var recordings = ListedRecordings(blocks);
        var bare = Recordings.Bare(blocks);
        var lone = new LoneLines(titles, glossary).Of(blocks);
        var plain = _plain.Of(blocks);
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            (above, listing) = block.Kind == BlockKind.ListItem || IsRemark(blocks, i) ? (above, listing) : (block, null);
            var isMarked = LeadHead.MayBegin(block);
            if (above is not null && block.Kind == BlockKind.ListItem && Listed(block, above, listing ??= Listings.Of(above, blocks, i, titles)) is { } item)
            {
                leads[block] = (item, true);
                _listed.Add(block);
            }
            else if (recordings.TryGetValue(block, out var recording) || bare.TryGetValue(block, out recording))
            {
                leads[block] = (recording, true);
            }
            else if (lone.TryGetValue(block, out var alone) && (IsNoLabel(alone) || NamesBoth(alone)))
            {
                leads[block] = (alone, true);
            }
            else if (isMarked && RunIn(block) is { } runIn)
            {
                leads[block] = (runIn, true);
            }
            else if (plain.TryGetValue(block, out var told))
            {
                leads[block] = (told, true);
            }
            else if (isMarked && Line(block) is { } line)
            {
                leads[block] = (line, IsSure(blocks, i, line));
            }
        }

        return leads;
    }

    // What is told of sessions that are listed by their recordings is the recordings; one alone may be anything, and so may many that name nobody.
    private Dictionary<Block, LeadHead> ListedRecordings(ImmutableArray<Block> blocks)
    {
        var recordings = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        var named = 0;
        foreach (var block in blocks)
        {
            if (Recordings.HeadOf(block) is { } head)
            {
                recordings.Add(block, head);
                named += titles.Read(head.Text, head.LinkedNames) is { Speakers.IsEmpty: false, Form: not SpeakerForm.Named, Title.Length: > 3 } ? 1 : 0;
            }
        }

        return named > 1 && named * 2 > recordings.Count ? recordings : [];
    }

    // "10 sessions de 5 minutes.": a word between a heading and the list below it.
    private static bool IsRemark(ImmutableArray<Block> blocks, int at) =>
        at > 0 && blocks[at] is { Kind: BlockKind.Paragraph, Text.Length: < LongestRemark } remark && blocks[at - 1].Kind == BlockKind.Heading && !remark.Text.AsSpan().TrimEnd().EndsWith(":");

    private LeadHead? Listed(Block item, Block above, Listing listing)
    {
        if (item.Level > 1 || listing == Listing.Other)
        {
            return null;
        }

        // "Node (ou presque) par A" ends behind its people, not at the first parenthesis.
        if (listing == Listing.Titles && (Named(item, above) ?? LeadHead.OfTitle(item)) is { } title)
        {
            return title;
        }

        return LeadHead.RunIns(item).FirstOrDefault(head => head.IsUniform && item.Text.Length - head.Length >= ShortestProse && IsNoLabel(head))
            ?? _plain.HeadOf(item)
            ?? LeadHead.PlainRunIns(item).FirstOrDefault(head => titles.Read(head.Text, head.LinkedNames) is { Speakers.IsEmpty: false, Form: not (SpeakerForm.Colon or SpeakerForm.Before or SpeakerForm.BeforeColon) } read
                && read.Title.Contains(' ') && item.Text.Length - head.Length >= ShortestProse)
            ?? Named(item, above)
            ?? (LeadHead.OfMarked(item, oneWord: true) is { } stressed && stressed.Spans[0].Target is null && item.Text.Length - stressed.Length >= ShortestProse && titles.Read(stressed.Text, []).Speakers.IsEmpty && IsNoLabel(stressed) ? stressed : null)
            ?? (listing == Listing.Counted ? LeadHead.OfSession(item) : null)
            ?? (IsOfSeen(above) ? Titled(item) : null);
    }

    // "- Title : prose", of what its writer has been to.
    private LeadHead? Titled(Block item) =>
        !item.HasLinks && LeadHead.PlainRunIns(item).FirstOrDefault() is { } head && PlainItems.EndsAt(':', item, head) && item.Text.Length - head.Length >= ShortestProse
            && head.Text.AsSpan().Count(' ') is >= FewestBlanks and < PlainItems.LongestTitle && char.IsUpper(head.Text[0]) && !SectionWords.SenseOf(SectionWords.Fold(head.Text)).HasFlag(SectionSense.Personal) && PersonFinder.Find(head.Text, glossary).IsEmpty && IsNoLabel(head) ? head : null;

    // A title and its people, and nothing else on the line.
    private LeadHead? Named(Block item, Block above) =>
        IsOfSeen(above) && LeadHead.FirstLine(item) is { } line && titles.Read(line.Text, line.LinkedNames) is { Speakers.IsEmpty: false, Title.Length: > 3 } read
            && (read.Form is SpeakerForm.Dash or SpeakerForm.Said or SpeakerForm.Parentheses || read.Form is SpeakerForm.Before or SpeakerForm.BeforeColon && LeadHead.RunIns(item).Any())
            && IsNoLabel(line) ? line : null;

    // Without a word told of it, a title below "les présentations en ligne :" may be anybody's.
    private static bool IsOfSeen(Block above) => above.Kind == BlockKind.Heading || TalkWords.SaysSeen(above.Text);

    private LeadHead? Line(Block block)
    {
        if (!LeadHead.MayBegin(block))
        {
            return null;
        }

        if (!_lines.TryGetValue(block, out var line))
        {
            line = LeadHead.OfLine(block) is { } head && IsNoLabel(head) ? head : null;
            _lines.Add(block, line);
        }

        return line;
    }

    // "**Speaker** : A", "Écrit par A".
    private static bool IsNoLabel(LeadHead head) =>
        !SectionWords.IsByline(head.Text) && SpeakerLines.ReadLine(head.Text, isMarked: false).IsEmpty;

    // "A - Title", "Title by A" may be read as a person and a company, but not where several such lines part the post.
    private bool NamesBoth(LeadHead head) => titles.Read(head.Text, head.LinkedNames) is { Form: not (SpeakerForm.Named or SpeakerForm.Colon), Speakers.IsEmpty: false } read && !char.IsLower(read.Title[0]) && read.Title.AsSpan().Count(' ') >= FewestBlanks && SpeakerLines.ReadLine(read.Title, isMarked: false).IsEmpty && !SpeakerLines.IsJob(read.Title);

    // "**Title** (A) : prose", "*Title*, par A. Prose".
    private LeadHead? RunIn(Block block)
    {
        foreach (var head in LeadHead.RunIns(block))
        {
            if (block.Text.Length - head.Length >= ShortestProse && (head.IsUniform || head.MayNameOthers)
                && titles.Read(head.Text, head.LinkedNames) is { Speakers.IsEmpty: false } read && read.Form != SpeakerForm.Colon
                && (read.Form is not (SpeakerForm.Before or SpeakerForm.BeforeColon) || head.IsUniform) && NamesTitle(read, head) && IsNoLabel(head))
            {
                return head;
            }
        }

        return null;
    }

    private bool IsSure(ImmutableArray<Block> blocks, int at, LeadHead line)
    {
        if (!Told(blocks, at))
        {
            return false;
        }

        var read = titles.Read(line.Text, line.LinkedNames);
        return !read.Speakers.IsEmpty && read.Title.Length > 3 && NamesTitle(read, line)
            || line.IsUniform && line.Mark != PassageMark.ListItem && (LeadsToSession(line) || IsAbovePeople(blocks, at, line) || line.Mark == PassageMark.BoldLine && IsAbovePerson(blocks[at], line));
    }

    // "**Title**", and on the next line of the paragraph "A (B) ouvre la journée.": who acts is the first word said of it.
    private bool IsAbovePerson(Block block, LeadHead line) =>
        line.Split(block).Left is [{ Text: var text }] && PersonFinder.Find(text.Length > PersonReach ? text[..PersonReach] : text, glossary) is [var person, ..] && string.IsNullOrWhiteSpace(text[..person.Start]);

    private static bool LeadsToSession(LeadHead line) => line.Spans.Any(span => span.Target?.Kind is LinkKind.Schedule or LinkKind.Video);

    private static bool IsAbovePeople(ImmutableArray<Block> blocks, int at, LeadHead line) =>
        !SpeakerLines.Read([.. line.Split(blocks[at]).Left, .. blocks.Skip(at + 1).Take(2)]).People.IsEmpty;

    // A mixed line names a talk only where all outside its marked words is people.
    private static bool NamesTitle(TitleLine read, LeadHead head) =>
        head.IsUniform || SectionWords.Fold(Decoration.Strip(head.Marked).Title) is var title && title.Length > 0 && SectionWords.Fold(read.Title) == title;

    // A list of titles with nothing told about them is a programme, not a recap.
    private bool Told(ImmutableArray<Block> blocks, int at) =>
        blocks[at].Text.AsSpan().TrimEnd().Contains('\n')
        || at + 1 < blocks.Length && blocks[at + 1] is var next && next.Kind switch
        {
            BlockKind.Media => true,
            BlockKind.Paragraph => Line(next) is null,
            BlockKind.ListItem => blocks[at].Kind == BlockKind.Paragraph && Line(next) is null,
            _ => false,
        };
}
