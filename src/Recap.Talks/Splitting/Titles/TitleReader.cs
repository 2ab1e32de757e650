using System.Collections.Frozen;
using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Reads lines that name talks. What joins people to titles in the sure ones is believed in the doubtful ones of the same post.</summary>
internal sealed class TitleReader(Glossary glossary)
{
    private const int LongestCompany = 40;

    private readonly TitleHabits _habits = new();

    // Whether words are a technology's name.
    private readonly Func<string, bool> _knows = phrase => glossary.Find(phrase) is not null;

    // What was read of marks with the habits known so far: most posts teach none, and each mark is asked about twice.
    private readonly Dictionary<Block, TitleLine> _read = new(ReferenceEqualityComparer.Instance);

    // The same of lines, with the links that were in them: what a paragraph begins with is tried as a title, then cut off as a mark.
    private readonly Dictionary<string, (ImmutableArray<string> Linked, TitleLine Line)> _lines = new(StringComparer.Ordinal);

    // What folded titles give away: lines, lists and the passages that they mark ask about the same.
    private readonly Dictionary<string, SectionSense> _senses = new(StringComparer.Ordinal);

    // A writer who puts a track in brackets before each title names tracks; a lone "[REX]" belongs to its title.
    private bool _hasTracks;

    // The same of a writer who says "Talk" before each title; a lone "Talk to me" is a title.
    private bool _hasTalks;

    // The same of a writer who begins with who spoke; a lone "Ada Lovelace et le calcul" is a title.
    private bool _hasNamesFirst;

    // And of one who numbers all of them under a word of his own: "Mon top 1 : Title".
    private FrozenSet<string> _labels = [];

    /// <summary>Learns from all marks of a post which forms its writer uses.</summary>
    public void Learn(ImmutableArray<Block> marks)
    {
        _hasTracks = marks.Count(mark => mark.Text.Contains('[') && Decoration.Strip(mark.Text).Title.StartsWith('[')) >= 3;
        _hasTalks = marks.Count(mark => Decoration.WithoutTalk(mark.Text).Length < mark.Text.Length) >= 3;
        _hasNamesFirst = marks.Count(mark => LeadingNames.BeforeTopic(mark.Text, _knows) is not null) >= 2;
        _labels = NumberedLabel.Of(marks);
        Learn(marks.Select(mark => Read(mark).Form));
    }

    /// <summary>Learns from lines that were read as titles.</summary>
    /// <returns>Whether there was anything to learn, so that lines read before may read otherwise now.</returns>
    public bool Learn(IEnumerable<SpeakerForm> forms)
    {
        if (!_habits.Learn(forms))
        {
            return false;
        }

        _read.Clear();
        _lines.Clear();
        return true;
    }

    public TitleLine Read(Block mark)
    {
        if (!_read.TryGetValue(mark, out var line))
        {
            var spans = ResourceLinks.TakenOff(mark.Spans);
            line = Read(TitleParts.Unbroken(spans.Length == mark.Spans.Length ? mark.Text : string.Concat(spans.Select(span => span.Text))), LinkedNames(spans));
            _read.Add(mark, line);
        }

        return line;
    }

    /// <param name="text">The line.</param>
    /// <param name="linked">Texts of its links, each a name if it looks like one.</param>
    public TitleLine Read(string text, ImmutableArray<string> linked)
    {
        if (!_lines.TryGetValue(text, out var known) || !known.Linked.SequenceEqual(linked))
        {
            _lines[text] = known = (linked, ReadLine(text, linked));
        }

        return known.Line;
    }

    /// <summary>What a folded title gives away of itself.</summary>
    public SectionSense SenseOf(string folded)
    {
        if (!_senses.TryGetValue(folded, out var sense))
        {
            sense = SectionWords.SenseOf(folded);
            _senses.Add(folded, sense);
        }

        return sense;
    }

    private TitleLine ReadLine(string text, ImmutableArray<string> linked)
    {
        var whole = NumberedLabel.Without(Parted(TitleParts.WithDashes(text), linked), _labels);
        var (line, kind, announced) = Decoration.Strip(whole);
        line = OtherPeople.TakenOff(line);
        var read = (announced ? CalledBy.Kind(text, line, _knows) : null) ?? WithPeople(line, linked) ?? (line is [.., not '.', '.'] ? WithPeople(line[..^1].TrimEnd(), linked) : null) ?? new TitleLine { Title = line };
        // Most lines are all title, and need no second look.
        var (title, innerKind, again) = read.Title == whole ? (line, kind, announced) : Decoration.Strip(read.Title);
        var dayless = read.Speakers.IsEmpty ? title : Decoration.WithoutDay(title);
        if (dayless.Length < title.Length)
        {
            // "Jour 2 - Keynote : Title - A".
            (dayless, var kindOfDay, _) = Decoration.Strip(dayless);
            innerKind ??= kindOfDay;
        }

        var bare = Decoration.WithoutBracket(_hasTalks ? Decoration.WithoutTalk(dayless) : dayless, _hasTracks);
        if (bare.Length < dayless.Length)
        {
            // "[Web] 9h30 - Keynote : Title".
            (bare, var kindOfRest, _) = Decoration.Strip(bare);
            innerKind ??= kindOfRest;
        }

        kind ??= innerKind;
        announced |= again || bare.Length < title.Length;
        return kind is null && !announced && bare == read.Title ? read : read with { Title = bare, Kind = kind, IsAnnounced = announced };
    }

    private TitleLine? WithPeople(string line, ImmutableArray<string> linked) =>
        LeadingNames.Linked(line, linked, _knows) ?? LeadingNames.BeforeQuotes(line, _knows) ?? (_hasNamesFirst ? LeadingNames.BeforeTopic(line, _knows) : null) ?? Said(line) ?? InParentheses(line) ?? BehindDash(line, linked) ?? BehindComma(line, linked) ?? AtColon(line, linked) ?? CalledBy.Person(line, linked, _knows);

    private static ImmutableArray<string> LinkedNames(ImmutableArray<Span> spans) =>
        spans.Length < 2 || !spans.Any(span => span.Target is not null) ? [] : [.. spans.Where(span => span.Url is not null).Select(span => PlainText.Line(span.Text)).Where(text => text.Length > 0)];

    // "[A](…) [B](…)": links tell people apart where nothing stands between them.
    private static string Parted(string text, ImmutableArray<string> linked)
    {
        for (var i = 1; i < linked.Length; i++)
        {
            if (PersonNames.Of(linked[i - 1]) != Likeness.None && PersonNames.Of(linked[i]) != Likeness.None)
            {
                text = text.Replace($"{linked[i - 1]} {linked[i]}", $"{linked[i - 1]} & {linked[i]}", StringComparison.Ordinal);
            }
        }

        return text;
    }

    // The last "par" counts, since titles may hold the word too.
    private TitleLine? Said(string line)
    {
        var words = SaidParts.Words(line);
        for (var i = words?.Count - 1; i >= 0; i--)
        {
            var said = SaidParts.At(line, words![i.Value]);
            if (said.Closed && said.Names.IsWhiteSpace())
            {
                return new TitleLine { Title = string.Concat(said.Before, said.Behind), Form = SpeakerForm.Empty };
            }

            if (said.Before.Length > 0 && NameList.Read(said.Names, said.IsWeak && !IsQuoted(said.Before) ? Likeness.Known : Likeness.Shape) is { } people)
            {
                // "Title (A) par B": A spoke, and B wrote of it.
                return (said.Closed || said.IsWeak ? null : InParentheses(said.Before.TrimEnd().ToString()))
                    ?? new TitleLine { Title = said.Behind.Trim().Length > 3 ? $"{said.Before} {said.Behind}" : said.Before.ToString(), Speakers = people, Form = SpeakerForm.Said };
            }
        }

        return null;
    }

    // "« Title » de A": what ends a quotation is no part of the title.
    private static bool IsQuoted(ReadOnlySpan<char> text) => text.Trim() is ['«', .., '»'] or ['“', .., '”'] or ['"', .., '"'];

    private TitleLine? InParentheses(string line)
    {
        var open = line.EndsWith(')') ? line.LastIndexOf('(') : line.EndsWith(']') ? line.LastIndexOf('[') : -1;
        if (open > 0 && Citation.Author(line.AsSpan(open + 1, line.Length - open - 2)) is { } author)
        {
            return new TitleLine { Title = line[..open], Speakers = [new Speaker(author)], Form = SpeakerForm.Said };
        }

        return open > 0 && NameList.Read(line.AsSpan()[(open + 1)..^1], _habits.Least(SpeakerForm.Parentheses)) is { } people && !_knows(line[(open + 1)..^1])
            && BehindDash(line, []) is null
            ? new TitleLine { Title = line[..open], Speakers = people, Form = SpeakerForm.Parentheses }
            : null;
    }

    // The longest run of segments at the end that are people: "Title - part two - A - B".
    private TitleLine? BehindDash(string line, ImmutableArray<string> linked)
    {
        var dashes = TitleParts.Dashes(line);
        if (BeforeCompany(line, dashes) is { } employed)
        {
            return employed;
        }

        TitleLine? found = null;
        for (var i = dashes.Length - 1; i >= 0; i--)
        {
            var rest = line.AsSpan(dashes[i].End);
            var isLinked = BeginsLinked(rest, linked);
            if (dashes[i].Start == 0 || found is not null && Decoration.NumbersDay(line.AsSpan(0, dashes[i].Start)) || NameList.Read(rest, isLinked ? Likeness.Shape : _habits.Least(SpeakerForm.Dash)) is not { } people || _knows(rest.ToString()))
            {
                break;
            }

            found = new TitleLine { Title = line[..dashes[i].Start], Speakers = people, Form = SpeakerForm.Dash };
        }

        if (found is null && dashes is [{ Start: > 3 } first, ..]
            && NameList.Read(line.AsSpan(0, first.Start), _habits.Least(SpeakerForm.Before)) is { } before && !_knows(line[..first.Start]))
        {
            return new TitleLine { Title = line[first.End..], Speakers = before, Form = SpeakerForm.Before };
        }

        return found;
    }

    // "Title - A - Company": the last segment is a company where the one before is a person, and it is none itself.
    private static TitleLine? BeforeCompany(string line, ImmutableArray<(int Start, int End)> dashes) =>
        dashes is [.., var second, var last] && second.Start > 0 && line.Length - last.Start < LongestCompany && line.AsSpan(last.End).Trim() is var company && PersonNames.Of(company) != Likeness.Known && NameList.Read(company, Likeness.Known) is null
        && NameList.Read(line.AsSpan(second.End, last.Start - second.End), Likeness.Known) is [{ Organization: null } speaker]
            ? new TitleLine { Title = line[..second.Start], Speakers = [speaker with { Organization = company.ToString() }], Form = SpeakerForm.Dash }
            : null;

    private static bool IsLinked(ReadOnlySpan<char> words, ImmutableArray<string> linked)
    {
        foreach (var name in linked)
        {
            if (words.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsLinked(ReadOnlySpan<char> rest, ImmutableArray<string> linked)
    {
        foreach (var name in linked)
        {
            if (rest.StartsWith(name))
            {
                return true;
            }
        }

        return false;
    }

    private TitleLine? BehindComma(string line, ImmutableArray<string> linked)
    {
        // "« Ada, Grace et les autres », A": what stands in quotes is the title's.
        var quoted = line is ['«' or '“', ..] ? Math.Max(0, line.AsSpan().IndexOfAny('»', '”')) : 0;
        for (var comma = line.IndexOf(", ", quoted, StringComparison.Ordinal); comma > 0; comma = line.IndexOf(", ", comma + 1, StringComparison.Ordinal))
        {
            var rest = line.AsSpan(comma + 2);
            var least = BeginsLinked(rest, linked) ? Likeness.Shape : _habits.Least(SpeakerForm.Comma);
            if (NameList.Read(rest, least) is { } people && !_knows(rest.ToString()) && PersonNames.Of(line.AsSpan(0, comma)) == Likeness.None)
            {
                return new TitleLine { Title = line[..comma], Speakers = people, Form = SpeakerForm.Comma };
            }
        }

        return null;
    }

    private TitleLine? AtColon(string line, ImmutableArray<string> linked)
    {
        var (first, last) = TitleParts.Colons(line);
        if (first < 0)
        {
            return null;
        }

        var head = line.AsSpan(0, first).TrimEnd();
        if (NameList.Read(head, IsLinked(head, linked) ? Likeness.Shape : _habits.Least(SpeakerForm.BeforeColon)) is { } before && !_knows(head.ToString()))
        {
            return new TitleLine { Title = line[(first + 1)..].TrimStart(), Speakers = before, Form = SpeakerForm.BeforeColon };
        }

        var tail = line.AsSpan(last + 1).TrimStart();
        return NameList.Read(tail, IsLinked(tail, linked) ? Likeness.Shape : _habits.Least(SpeakerForm.Colon)) is { } behind && !_knows(tail.ToString())
            ? new TitleLine { Title = line[..last].TrimEnd(), Speakers = behind, Form = SpeakerForm.Colon }
            : null;
    }
}
