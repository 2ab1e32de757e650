using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A sentence whose people and titles are single marks, so that patterns speak of their order only.</summary>
/// <param name="Text">The sentence: <c>§n</c> stands for people, <c>¤n</c> for what may be a title.</param>
/// <param name="Start">Index of its first character in the block's text.</param>
/// <param name="Tokens">What the marks stand for.</param>
internal sealed partial record MaskedSentence(string Text, int Start, ImmutableArray<MaskedSentence.Token> Tokens)
{
    private const int Lead = 45;
    private const int FarFromTitle = 80;

    /// <summary>What a mark stands for.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Start">Index of the first of them in the block's text.</param>
    /// <param name="End">Index behind the last of them.</param>
    /// <param name="People">The people; empty for what may be a title.</param>
    /// <param name="IsQuoted">True for words in quotes, in italics or at the head of a list item; false for those of another link.</param>
    /// <param name="Target">Where the words lead, if they are a link.</param>
    internal sealed record Token(string Text, int Start, int End, ImmutableArray<Speaker> People, bool IsQuoted, Target? Target)
    {
        /// <summary>Index of its mark in the sentence.</summary>
        public int At { get; set; }

        /// <summary>Whether they begin a line by the habit of the writer: "**A** a poursuivi en …".</summary>
        public bool Leads { get; init; }

        /// <summary>Whether it may be a title; it stands for people otherwise.</summary>
        public bool IsTitle => People.IsEmpty;
    }

    /// <summary>A word for a session, as part of a pattern.</summary>
    public const string Session = @"(?:talks?|conf[ée]rences?|confs?|pr[ée]sentations?|prez|sessions?|keynotes?|interventions?|ateliers?|quickies?|plénières?|workshops?|retours? d['’]expérience|rex|lightning talks?|live[- ]coding|hands[- ]on|universités?|tutoriels?|bofs?|codelabs?|tables? rondes?|exposés?|sujets?|démos?|lts?)";

    private (List<int> Ends, SentenceWord Words)? _words;

    /// <summary>Where its words for sessions end.</summary>
    public List<int> Sessions => (_words ??= SessionWords.Read(Text)).Ends;

    /// <summary>The words it holds that patterns need.</summary>
    public SentenceWord Words => (_words ??= SessionWords.Read(Text)).Words;

    /// <summary>What it names, read boldly; null until somebody asks.</summary>
    public ImmutableArray<Mention>? Bold { get; set; }

    /// <summary>Its people, and what stands around each of them.</summary>
    public PersonPlace[] Places => field ??= PersonPlace.In(this);

    /// <summary>The kind that the word for a session nearest to a place tells; null where it tells an ordinary one, or stands far off.</summary>
    public TalkKind? KindNear(int at)
    {
        var (nearest, name) = (FarFromTitle, Range.All);
        foreach (var end in Sessions)
        {
            var start = SessionWords.StartOf(Text, end);
            var distance = start < at ? at - end : start - at;
            if (distance < nearest)
            {
                (nearest, name) = (distance, start..end);
            }
        }

        return nearest < FarFromTitle ? Decoration.KindOf(Text[name]) : null;
    }

    /// <summary>The text of a block with blanks for line breaks, every character in its place.</summary>
    public static string Flat(Block block)
    {
        var text = block.Text;
        return QuotedWords.Unified(text.AsSpan().ContainsAny('\n', '\u00A0', '\u202F') ? string.Create(text.Length, text, WriteFlat) : text);
    }

    private static void WriteFlat(Span<char> line, string text)
    {
        text.CopyTo(line);
        line.Replace('\n', ' ');
        line.Replace('\u00A0', ' ');
        line.Replace('\u202F', ' ');
    }

    /// <summary>The sentences of a block that name people or what may be a title.</summary>
    /// <param name="block">The block.</param>
    /// <param name="glossary">Names that are technologies.</param>
    /// <param name="leading">People who lead lines of it by the habit of its writer.</param>
    public static ImmutableArray<MaskedSentence> Of(Block block, Glossary glossary, ImmutableArray<PersonMention> leading)
    {
        var text = Flat(block);
        var tokens = TitleTokens.Of(block, text, glossary);
        AddPeople(block, text, glossary, leading, tokens);
        if (tokens.Count > 1)
        {
            tokens.Sort((a, b) => a.Start.CompareTo(b.Start));
        }

        return Masking.Cut(text.AsSpan().ContainsAny('¤', '§') ? text.Replace('¤', ' ').Replace('§', ' ') : text, tokens);
    }

    /// <summary>The words that a part of the sentence stands for.</summary>
    public string Unmask(string part)
    {
        if (!part.AsSpan().ContainsAny('¤', '§'))
        {
            return part;
        }

        var words = new StringBuilder(part.Length);
        for (var at = 0; at < part.Length; at++)
        {
            if (part[at] is '¤' or '§' && at + 1 < part.Length && char.IsAsciiLetterLower(part[at + 1]))
            {
                words.Append(Tokens[part[++at] - 'a'].Text);
            }
            else
            {
                words.Append(part[at]);
            }
        }

        return words.ToString();
    }

    /// <summary>The next person behind a mark; null where there is none.</summary>
    public Token? PersonBehind(int mark)
    {
        for (var next = mark + 1; next < Tokens.Length; next++)
        {
            if (!Tokens[next].IsTitle)
            {
                return Tokens[next];
            }
        }

        return null;
    }

    /// <summary>The first person whose mark stands between two places; null where there is none.</summary>
    public Token? FirstPerson(int from, int to)
    {
        foreach (var place in Places)
        {
            if (place.Person.At > from && place.Person.At < to)
            {
                return place.Person;
            }
        }

        return null;
    }

    /// <summary>The last person whose mark stands between two places; null where there is none.</summary>
    public Token? LastPerson(int from, int to)
    {
        Token? last = null;
        foreach (var place in Places)
        {
            last = place.Person.At > from && place.Person.At < to ? place.Person : last;
        }

        return last;
    }

    /// <summary>What stands between two neighbouring marks.</summary>
    public ReadOnlySpan<char> Between(int first, int second) => Text.AsSpan()[(Tokens[first].At + 2)..Tokens[second].At];

    /// <summary>The last words before a mark, other marks among them.</summary>
    public ReadOnlySpan<char> Before(Token token) => Text.AsSpan()[Math.Max(0, token.At - Lead)..token.At];

    /// <summary>Whether a word for a session ends close before a place, with none of some signs between.</summary>
    public bool FollowsSession(int at, int reach, string stops) =>
        SessionBefore(at) is >= 0 and var end && at - end <= reach && !Text.AsSpan()[end..at].ContainsAny(stops);

    /// <summary>Where the last word for a session before a place ends; -1 where none does.</summary>
    public int SessionBefore(int at)
    {
        var last = Sessions.Count - 1;
        while (last >= 0 && Sessions[last] > at)
        {
            last--;
        }

        return last < 0 ? -1 : Sessions[last];
    }

    private static void AddPeople(Block block, string text, Glossary glossary, ImmutableArray<PersonMention> leading, List<Token> tokens)
    {
        var (named, linked) = (PersonFinder.Find(text, glossary), LinkedPeople.Of(block, glossary));
        if (named.IsEmpty && linked.IsEmpty && leading.IsEmpty)
        {
            return;
        }

        var spans = block.Spans is [{ Style: SpanStyle.None, Target: null }] ? null : new PlacedSpans(block);
        var found = LinkedPeople.Join(LinkedPeople.Join(spans is null ? named : WithinStyles(spans, named), linked), leading);
        for (var i = 0; i < found.Length; i++)
        {
            var first = i;
            while (i + 1 < found.Length && AreJoint(text.AsSpan()[found[i].End..found[i + 1].Start]))
            {
                i++;
            }

            var end = spans is null ? found[i].End : EndOfStress(spans, found[i].Start, found[i].End);
            Add(tokens, new Token(text[found[first].Start..found[i].End], found[first].Start, end, Speakers(found.AsSpan()[first..(i + 1)]), false, null)
            {
                Leads = leading.Contains(found[first]),
            });
        }
    }

    private static void Add(List<Token> tokens, Token person)
    {
        // "[Carole](page of her session) nous a montré …": by the habit of the writer, a name.
        if (person.Leads && person.People is [{ Name: var name }] && !name.Contains(' '))
        {
            tokens.RemoveAll(token => token.Start < person.End && person.Start < token.End);
        }

        if (!TitleTokens.Meets(tokens, person))
        {
            tokens.Add(person);
        }
    }

    private static ImmutableArray<Speaker> Speakers(ReadOnlySpan<PersonMention> people)
    {
        var speakers = new Speaker[people.Length];
        for (var i = 0; i < people.Length; i++)
        {
            speakers[i] = new Speaker(NameList.Cleaned(people[i].Name));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(speakers);
    }

    private static ImmutableArray<PersonMention> WithinStyles(PlacedSpans spans, ImmutableArray<PersonMention> named) =>
        named.IsEmpty ? named : [.. named.Select(person => WithinStyle(spans, person))];

    // "_par A_ Savez-vous …": a name ends where its italics do.
    private static PersonMention WithinStyle(PlacedSpans spans, PersonMention person) =>
        spans.Of(person.Start) is var (span, at) && (span.Style != SpanStyle.None || span.Target is not null)
            && at + span.Text.TrimEnd().Length - person.Start is > 0 and var length && length < person.Name.Length && person.Name.AsSpan(0, length).Contains(' ')
            ? person with { Name = person.Name[..length], End = person.Start + length } : person;

    // "**A, directrice de B** nous …": who that is stands in the same bold words.
    private static int EndOfStress(PlacedSpans spans, int start, int end) =>
        spans.Of(start) is var (span, at) && at + span.Text.Length > end && span.Style.HasFlag(SpanStyle.Bold) && span.Text.AsSpan(0, start - at).IsWhiteSpace()
            && span.Text.AsSpan(end - at) is [',', ..] or [' ', '(' or 'd', ..] ? at + span.Text.Length : end;

    private static bool AreJoint(ReadOnlySpan<char> between) => between.TrimStart() is [',' or 'e' or '&' or 'a' or '/', ..] && Joint().IsMatch(between);

    [GeneratedRegex(@"^\s*(?:,|et|&|and|/|,\s*et)\s*(?:de\s+|d[’]\s*|[^\w\s.,:;()«»""]{1,3}\s+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();
}
