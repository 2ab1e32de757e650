using System.Buffers;
using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>The first words of a block that may name a talk: they begin bold, in italics or as a link.</summary>
internal sealed class LeadHead
{
    private const int LongestLine = 200;
    private const int LongestTail = 120;
    private const int ShortestTitle = 6;
    private const int LongestTitle = 90;

    // What parts nobody from a title.
    private const string NoSigns = " \u00A0\n\t:.!?…»”\"";

    private static readonly string[] Joints = ["par", "by", "de", "avec", "with", "présent", "present", "anim", "donn", "propos", "hosted"];

    private static readonly SearchValues<char> Ends = SearchValues.Create(":.\n)–—-");

    // Of which block they are the first, and how many of its characters: most heads are passed over before anybody asks for the words.
    private readonly (Block Block, int End)? _place;

    private ImmutableArray<Span> _spans;
    private ImmutableArray<string>? _linkedNames;

    public LeadHead(PassageMark mark, ImmutableArray<Span> spans, int length) => (Mark, _spans, Length) = (mark, spans, length);

    private LeadHead(PassageMark mark, Block block, int end, int length) => (Mark, _place, Length) = (mark, (block, end), length);

    /// <summary>How the words are marked.</summary>
    public PassageMark Mark { get; }

    /// <summary>How many characters of the block's spans they take, with the sign that parts them from the prose.</summary>
    public int Length { get; }

    /// <summary>The words.</summary>
    public ImmutableArray<Span> Spans => _spans.IsDefault && _place is { } place ? _spans = LeadSpans.Take(place.Block.Spans, place.End) : _spans;

    /// <summary>The words as plain text; many heads are passed over before anybody asks.</summary>
    public string Text => field ??= PlainText.Line(LeadSpans.WordsOf(Spans));

    /// <summary>The words that are marked as the first of them is.</summary>
    public string Marked => field ??= LeadSpans.WordsOf(Spans[(Hours.Precede(Spans) ? 1 : 0)..LeadSpans.MarkedRun(Spans)]);

    /// <summary>Whether all of the words are marked as the first is.</summary>
    public bool IsUniform => !LeadSpans.HasWords(Spans.AsSpan()[LeadSpans.MarkedRun(Spans)..]);

    /// <summary>Whether what stands behind the marked words may be people and nothing else: a sign parts them, or a word that joins them to a title.</summary>
    public bool MayNameOthers
    {
        get
        {
            var behind = LeadSpans.WordsOf(Spans[LeadSpans.MarkedRun(Spans)..]).AsSpan().TrimStart(NoSigns);
            return behind is [var first, ..] && !char.IsLetter(first) || BeginsWithJoint(behind);
        }
    }

    /// <summary>The texts of links behind the first words, each a name if it looks like one.</summary>
    public ImmutableArray<string> LinkedNames => Spans.Length < 2 || !LeadSpans.HasLinks(Spans.AsSpan()[1..]) ? [] : _linkedNames ??= [.. Spans.Where(LeadSpans.IsSaid).Skip(1).Where(span => span.Target is not null).Select(span => PlainText.Line(span.Text))];

    /// <summary>Whether a block begins with marked words; most do not.</summary>
    public static bool MayBegin(Block block) => MarkOf(block, italics: true) is not null;

    /// <summary>The first line of a paragraph or a list item, where it begins with marked words.</summary>
    public static LeadHead? OfLine(Block block)
    {
        if (MarkOf(block, italics: false) is not { } mark)
        {
            return null;
        }

        var length = FirstLineLength(block);
        var head = LineTail.Read(new LeadHead(mark, LeadSpans.Take(block.Spans, length), length));
        return head.Text.Length is >= 8 and <= LongestLine && head.Text.Contains(' ') && !head.Text.EndsWith(':') ? head : null;
    }

    /// <summary>The first line of an item, however it is marked.</summary>
    public static LeadHead? FirstLine(Block item)
    {
        var length = FirstLineLength(item);
        return !item.Quoted && length is >= ShortestTitle and <= LongestLine ? new LeadHead(PassageMark.ListItem, LeadSpans.Take(item.Spans, length), length) : null;
    }

    /// <summary>The beginnings of a block that end behind its marked words at a sign before prose, the shortest first.</summary>
    public static IEnumerable<LeadHead> RunIns(Block block) =>
        MarkOf(block, italics: true) is { } mark ? Ending(block, mark, LeadSpans.LengthOf(block.Spans, LeadSpans.MarkedRun(block.Spans))) : [];

    /// <summary>The marked words with which a block begins, where prose follows them; null where they are no title's length or end in a colon of their own.</summary>
    /// <param name="block">The block.</param>
    /// <param name="oneWord">Whether one word is enough, as it is where sessions are listed.</param>
    public static LeadHead? OfMarked(Block block, bool oneWord = false)
    {
        if (MarkOf(block, italics: true) is not { } mark)
        {
            return null;
        }

        var spans = block.Spans[..LeadSpans.MarkedRun(block.Spans)];
        var length = LeadSpans.LengthOf(spans, spans.Length);
        var head = new LeadHead(mark, spans, ProseStart(block.Whole, length));
        return head.Text.Length is >= ShortestTitle and <= LongestLine && (oneWord || head.Text.Contains(' ')) && !head.Text.EndsWith(':') ? head : null;
    }

    /// <summary>The same of an item that nothing marks but its list.</summary>
    public static IEnumerable<LeadHead> PlainRunIns(Block item) => item.Quoted ? [] : Ending(item, PassageMark.ListItem, 0).Where(head => head.HasWholeQuotes);

    /// <summary>An item that is nothing but a title, or a title and what it is about in parentheses.</summary>
    public static LeadHead? OfTitle(Block item)
    {
        var text = item.Whole;
        var end = text.AsSpan().IndexOf(" (") is var open and > 0 ? open : text.TrimEnd().Length;
        var title = text[..end].Trim();
        return title.Length is >= ShortestTitle and <= LongestTitle && char.IsUpper(title[0]) && !title.AsSpan().ContainsAny(":,;\n") && !title.EndsWith('.')
            && !SectionWords.SenseOf(SectionWords.Fold(title)).HasFlag(SectionSense.Personal)
            ? new LeadHead(PassageMark.ListItem, LeadSpans.Take(item.Spans, end), end)
            : null;
    }

    /// <summary>The first words of an item that is known to tell of a session, up to what explains them.</summary>
    public static LeadHead? OfSession(Block item)
    {
        var text = item.Whole;
        var described = text.AsSpan().TrimStart().StartsWith("un", StringComparison.OrdinalIgnoreCase);
        if (described && Named(item) is { } named)
        {
            return named;
        }

        var ends = (ReadOnlySpan<string>)(described ? [" (", ". ", "\n", ", "] : [" (", ". ", "\n"]);
        var end = text.AsSpan().TrimEnd(" .;,").Length;
        foreach (var sign in ends)
        {
            end = text.IndexOf(sign, StringComparison.Ordinal) is var at and > 0 ? Math.Min(at, end) : end;
        }

        return !item.Quoted && !IsTold(item, text, end) && end is >= ShortestTitle and <= LongestLine
            ? new LeadHead(PassageMark.ListItem, LeadSpans.Take(item.Spans, end), ProseStart(text, end))
            : null;
    }

    // "une bibliothèque pour tester, [Name](page)": what ends as a link behind a comma is called so.
    private static LeadHead? Named(Block item)
    {
        var text = item.Whole;
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && item.Spans is [.., { Url: not null } link] && text.Length == comma + 2 + link.Text.Length && link.Text.Trim().Length >= ShortestTitle
            ? new LeadHead(PassageMark.ListItem, [link], length: 0)
            : null;
    }

    // "A (B) nous a montré …" is read as prose, and so is "[Title](page) par A, qui …".
    private static bool IsTold(Block item, string text, int end) =>
        text.AsSpan(0, Math.Min(text.Length, end + LongestTail)).Contains(" nous ", StringComparison.OrdinalIgnoreCase)
        || MarkOf(item, italics: true) is not null && LeadSpans.MarkedRun(item.Spans) < item.Spans.Length;

    private static IEnumerable<LeadHead> Ending(Block block, PassageMark mark, int marked)
    {
        var text = block.Whole;
        if (Remark(block, marked) is > 8 and <= LongestLine and var remark)
        {
            yield return new LeadHead(mark, block, remark, remark);
        }

        for (var at = marked; at < text.Length && at - marked < LongestTail; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(Ends);
            at = next < 0 ? text.Length : at + next;
            if (at < text.Length && at > 8 && at <= LongestLine && (text[at] is '\n' or ')' || at + 1 < text.Length && char.IsWhiteSpace(text[at + 1])))
            {
                var end = text[at] == ')' ? at + 1 : at;
                yield return new LeadHead(mark, block, end, ProseStart(text, end));
            }
        }
    }

    // "**Title** de A._I was late._": where italics begin, whatever sign stands before them.
    private static int Remark(Block block, int marked)
    {
        var at = 0;
        foreach (var span in block.Spans)
        {
            if (at > marked && span.Style.HasFlag(SpanStyle.Italic))
            {
                return at - marked < LongestTail ? at : 0;
            }

            at += span.Text.Length;
        }

        return 0;
    }

    /// <summary>The head as a block of its own, and what the block says behind it.</summary>
    public (Block Head, ImmutableArray<Block> Left) Split(Block block)
    {
        var rest = ImmutableArray.CreateBuilder<Span>();
        var passed = 0;
        foreach (var span in block.Spans)
        {
            var from = Math.Clamp(Length - passed, 0, span.Text.Length);
            passed += span.Text.Length;
            if (from < span.Text.Length)
            {
                rest.Add(span with { Text = span.Text[from..] });
            }
        }

        var line = block.Line + string.Concat(Spans.Select(span => span.Text)).Trim().Count(c => c == '\n') + block.Joins.Count(join => join < Length);
        if (rest is [var first, ..] && first.Text.StartsWith('\n'))
        {
            // What stands on the next line begins there.
            rest[0] = first with { Text = first.Text[1..] };
            line++;
        }

        var below = block with { Kind = BlockKind.Paragraph, Level = 0, Spans = rest.ToImmutable(), Line = line, Joins = block.JoinsFrom(Length) };
        return (block with { Kind = BlockKind.Heading, Level = LeadLines.Level, Spans = Spans }, string.IsNullOrWhiteSpace(below.Text) ? [] : [below]);
    }

    private static bool BeginsWithJoint(ReadOnlySpan<char> words)
    {
        foreach (var joint in Joints)
        {
            if (words.StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasWholeQuotes
    {
        get
        {
            var words = _place is { } place ? place.Block.Whole.AsSpan(0, place.End) : LeadSpans.WordsOf(Spans);
            return words.Count('«') == words.Count('»');
        }
    }

    private static PassageMark? MarkOf(Block block, bool italics)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || block.Quoted || LeadSpans.FirstSaid(block.Spans) is not { Text: not null } first)
        {
            return null;
        }

        var words = first.Text.AsSpan().Trim().Length;
        var bold = first.Style.HasFlag(SpanStyle.Bold) || italics && first.Style.HasFlag(SpanStyle.Italic);
        return !(bold && words >= 6) && !(first.Url is not null && words >= 8) ? null
            : block.Kind == BlockKind.ListItem ? PassageMark.ListItem
            : bold ? PassageMark.BoldLine
            : PassageMark.LinkLine;
    }

    private static int ProseStart(string text, int at)
    {
        while (at < text.Length && (Ends.Contains(text[at]) || text[at] is ',' or ' ' or '\u00A0'))
        {
            at++;
        }

        return at;
    }

    internal static int FirstLineLength(Block block)
    {
        var text = block.Whole;
        var from = text.AsSpan().IndexOfAnyExcept(" \n\t") is var blank and >= 0 ? blank : 0;
        return text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;
    }
}
