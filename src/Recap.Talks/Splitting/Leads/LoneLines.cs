using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Leads;

/// <summary>
/// Finds lines that stand alone above prose and look alike: all link, all bold, all italic, all quoted, in capitals, a title and its people, an item that is all its list, or bold words that run into prose.
/// One of them may be anything; several are how the post marks what it tells, and the judge says which are talks.
/// </summary>
/// <param name="titles">Reads lines.</param>
/// <param name="glossary">Names that are technologies.</param>
internal sealed class LoneLines(TitleReader titles, Glossary glossary)
{
    private const int Fewest = 3;

    // Headings that do not tell one talk.
    private const SectionSense OfSeveral = SectionSense.Container | SectionSense.Frame | SectionSense.Other;

    // Below "Les ateliers".
    private const int FewestOfSessions = 2;
    private const int ShortestLine = 8;
    private const int LongestLine = 160;

    // Whose a line is, the first words below it say.
    private const int PersonReach = 160;
    private const int ShortestStory = 80;

    /// <summary>The heads of such lines.</summary>
    public Dictionary<Block, LeadHead> Of(ImmutableArray<Block> blocks)
    {
        var heads = new Dictionary<Block, LeadHead>(ReferenceEqualityComparer.Instance);
        foreach (var alike in ByLook(blocks))
        {
            // What a heading says is asked only where enough lines look alike.
            if (alike is { Count: >= FewestOfSessions } && alike.Exists(line => !line.MayBelong) && Marking(alike) is var marks && IsHabit(marks))
            {
                foreach (var line in marks)
                {
                    heads.Add(line.Block, line.Head);
                }
            }
        }

        return heads;
    }

    // The lines of each look; null for looks that no line has.
    private List<Line>?[] ByLook(ImmutableArray<Block> blocks)
    {
        var lines = new List<Line>?[(int)Look.RunInItem + 1];
        var part = new Part(null, titles);
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                part = new Part(blocks[i], titles);
            }
            else if (Read(blocks, i, part) is { } line)
            {
                (lines[(int)line.Look] ??= []).Add(line);
            }
        }

        return lines;
    }

    // Those of lines of one look, part by part, that may mark what they stand above.
    private List<Line> Marking(List<Line> alike)
    {
        var marks = new List<Line>(alike.Count);
        for (var (from, to) = (0, 0); from < alike.Count; from = to)
        {
            while (to < alike.Count && alike[to].Part == alike[from].Part)
            {
                to++;
            }

            var ofPart = alike.GetRange(from, to - from);
            marks.AddRange(MayMark(alike[from].Look, alike[from].Part, ofPart) ? ofPart : []);
        }

        return marks;
    }

    private Line? Read(ImmutableArray<Block> blocks, int at, Part part)
    {
        var (block, above, below) = (blocks[at], at > 0 ? blocks[at - 1] : null, at + 1 < blocks.Length ? blocks[at + 1] : null);
        if (FirstLine(block) is var first && IsLine(first) && IsLone(blocks, at, first) && HasStory(blocks, at, first) && LookOf(first) is var look and not Look.None && IsTold(blocks, at, first, look))
        {
            return new Line(part, block, first, look, new LeadHead(look == Look.Link ? PassageMark.LinkLine : PassageMark.BoldLine, first.Spans, first.Whole.Length), above, below);
        }

        return RunIns.Of(block) is { } runIn && block with { Spans = runIn.Spans } is var words && IsLine(words) && block.Text.Length - runIn.Length >= ShortestStory
            ? new Line(part, block, words, block.Kind == BlockKind.ListItem ? Look.RunInItem : Look.RunIn, runIn, above, below)
            : null;
    }

    // Below the heading of one talk, such lines part what it tells, unless they lead somewhere, or each is somebody else's and the heading nobody's; lunch and thanks have none to part.
    private bool MayMark(Look look, Part part, List<Line> alike) => look switch
    {
        Look.Link => true,
        Look.RunInItem => AreOfDifferentPeople(alike) && !part.IsOfOne,
        Look.Item or Look.People => part.IsOfSeveral,
        _ => part.IsOfSeveral || AreOfDifferentPeople(alike) && !part.IsOfOne,
    };

    private bool AreOfDifferentPeople(List<Line> alike) =>
        alike.Count >= Fewest && alike.Select(PersonOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count() is var people && people >= Fewest && people * 2 > alike.Count;

    private string? PersonOf(Line line) => titles.Read(line.First.Plain, []).Speakers is [var speaker, ..] ? speaker.Name
        : line.Text is var text && PersonFinder.Find(text.Length > PersonReach ? text[..PersonReach] : text, glossary) is [var person, ..] ? person.Name
        : null;

    // "_Conférence, 45 minutes_" below each heading says what that is.
    private static bool IsHabit(List<Line> alike) => alike.Exists(line => !line.MayBelong) && alike.Count >= (alike.TrueForAll(line => line.Part.IsOfSessions) ? FewestOfSessions : Fewest) && alike.Count(line => line.Above?.Kind == BlockKind.Heading) * 2 <= alike.Count;

    // A line below a picture says what that shows, unless it is bold or leads somewhere.
    private static bool IsLone(ImmutableArray<Block> blocks, int at, Block line) =>
        at == 0 || (line.HasLinks || !IsPicture(blocks[at - 1]) || Looks.Of(line) == Look.Bold) && (blocks[at].Kind != BlockKind.ListItem || blocks[at - 1].Kind != BlockKind.ListItem);

    // Whether so much stands below a line as tells of it, whatever it is: most lines of lists need no closer look.
    private static bool HasStory(ImmutableArray<Block> blocks, int at, Block line)
    {
        var told = blocks[at].Text.Length - line.Text.Length;
        for (var i = at + 1; i < blocks.Length && told < ShortestStory && blocks[i].Kind is BlockKind.Paragraph or BlockKind.Media; i++)
        {
            told += blocks[i].Kind == BlockKind.Paragraph ? blocks[i].Text.Length : 0;
        }

        return told >= ShortestStory;
    }

    // Pictures, a quotation and a short line may stand between a line and what is told below it, another line of the same look may not; a list below it may be all that it names.
    private bool IsTold(ImmutableArray<Block> blocks, int at, Block line, Look look)
    {
        var told = blocks[at].Text.Length - line.Text.Length;
        for (var i = at + 1; i < blocks.Length && told < ShortestStory; i++)
        {
            if (blocks[i] is { Kind: BlockKind.Paragraph } prose && (!IsLine(prose) || LookOf(prose) != look || i == at + 1 && SaysWho(prose)))
            {
                told += prose.Text.Length;
            }
            else if (!IsPicture(blocks[i]))
            {
                return false;
            }
        }

        return told >= ShortestStory;
    }

    // "@handle", "Par A - 45 minutes", or a name alone.
    private bool SaysWho(Block line) => line.Text.Length <= LongestLine && line.Text.AsSpan().TrimStart() is var text
        && (text is ['@', ..] || titles.Read(line.Plain, []).Form == SpeakerForm.Named || text.StartsWith("par ", StringComparison.OrdinalIgnoreCase) && !SpeakerLines.ReadLine(line.Text, isMarked: false).IsEmpty);

    // "**Title**", and what is told of it on the next line of the same paragraph; one word is who that line speaks of.
    private static Block FirstLine(Block block) =>
        block.Kind == BlockKind.Paragraph && StandsOut(block) && LeadHead.FirstLineLength(block) is <= LongestLine and var length && block.Whole.AsSpan() is var text && length < text.TrimEnd().Length && text[..length].Trim().Contains(' ')
            ? block with { Spans = LeadSpans.Take(block.Spans, length) } : block;

    // What most paragraphs begin with sets no line apart.
    private static bool StandsOut(Block block) =>
        block.Spans is [{ Style: not SpanStyle.None } or { Target: not null } or { Text: ['«' or '“' or '"', ..] }, ..] or [{ Text: [' ' or '\n', ..] }, ..]
        || block.Spans is [{ Text: [var first, var second, ..] }, ..] && char.IsUpper(first) && !char.IsLower(second);

    private static bool IsLine(Block block) =>
        block is { Kind: BlockKind.Paragraph or BlockKind.ListItem, Level: <= 1, Quoted: false, Text.Length: >= ShortestLine and <= LongestLine } && block.Text.AsSpan().Trim() is var text
        && !text.Contains('\n') && text is not [.., ',' or ';'] && (text is not [.., ':'] || Looks.Of(block) == Look.Bold);

    private static bool IsPicture(Block block) => block.Kind == BlockKind.Media || block.Kind == BlockKind.Paragraph && string.IsNullOrWhiteSpace(block.Text);

    private Look LookOf(Block block) => block.Kind == BlockKind.ListItem ? Look.Item
        : Looks.Of(block) is var look and not Look.None ? look
        : block.Plain is var text && !text.EndsWith('.') && titles.Read(text, []) is { Form: SpeakerForm.Dash or SpeakerForm.Said or SpeakerForm.Parentheses, Speakers.IsEmpty: false, Title.Length: >= ShortestLine } ? Look.People
        : Look.None;

    /// <summary>What stands below one heading of the post.</summary>
    /// <param name="heading">The heading; null for what stands above all of them, which frames the post and may tell of several talks.</param>
    /// <param name="titles">Reads it.</param>
    private sealed class Part(Block? heading, TitleReader titles)
    {
        private SectionSense? _sense;

        public bool IsOfSessions => Sense.HasFlag(SectionSense.Sessions);

        public bool IsOfSeveral => (Sense & OfSeveral) != SectionSense.None;

        public bool IsOfOne => heading is not null && !titles.Read(heading).Speakers.IsEmpty;

        private SectionSense Sense => _sense ??= heading is null ? SectionSense.Frame : titles.SenseOf(SectionWords.Fold(heading.Text));
    }

    /// <param name="Part">What it stands in.</param>
    /// <param name="Block">The block it stands in.</param>
    /// <param name="First">The line.</param>
    /// <param name="Look">What sets it apart.</param>
    /// <param name="Head">The line as what heads its block.</param>
    /// <param name="Above">What stands above it; null for the first of the post.</param>
    /// <param name="Below">What stands below its block; null for the last of the post.</param>
    private sealed record Line(Part Part, Block Block, Block First, Look Look, LeadHead Head, Block? Above, Block? Below)
    {
        /// <summary>What stands below an item may belong to its list, below a picture to that, and one word may be a label: such lines alone make no habit.</summary>
        public bool MayBelong => Look != Look.RunInItem && Above is { Kind: BlockKind.ListItem } || Above is not null && IsPicture(Above) || !First.Text.AsSpan().Trim().Contains(' ');

        /// <summary>What is told first below it.</summary>
        public string Text => First.Text.Length < Block.Text.Length ? Block.Text[First.Text.Length..] : Below?.Text ?? "";
    }
}
