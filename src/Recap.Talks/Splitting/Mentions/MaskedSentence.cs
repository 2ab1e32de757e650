using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
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
    private const int ShortestTitle = 4;
    private const int LongestTitle = 170;
    private const int FewestBlanks = 2;
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
        public int At { get; init; }

        /// <summary>Whether they begin a line by the habit of the writer: "**A** a poursuivi en …".</summary>
        public bool Leads { get; init; }

        /// <summary>Whether it may be a title; it stands for people otherwise.</summary>
        public bool IsTitle => People.IsEmpty;
    }

    /// <summary>A word for a session, as part of a pattern.</summary>
    public const string Session = @"(?:talks?|conf[ée]rences?|confs?|pr[ée]sentations?|prez|sessions?|keynotes?|interventions?|ateliers?|quickies?|plénières?|workshops?|retours? d['’]expérience|rex|lightning talks?|live[- ]coding|hands[- ]on|universités?|tutoriels?|bofs?|codelabs?|tables? rondes?|exposés?|sujets?|démos?|lts?)";

    /// <summary>Where its words for sessions end.</summary>
    public List<int> Sessions => field ??= SessionWords.Ends(Text);

    /// <summary>What it names, read boldly; null until somebody asks.</summary>
    public ImmutableArray<Mention>? Bold { get; set; }

    /// <summary>Its people, and what stands around each of them.</summary>
    public List<PersonPlace> Places => field ??= [.. PersonPlace.In(this)];

    /// <summary>The kind that the word for a session nearest to a place tells; null where it tells an ordinary one, or stands far off.</summary>
    public TalkKind? KindNear(int at)
    {
        if (Sessions.Count == 0)
        {
            return null;
        }

        var (nearest, kind) = (FarFromTitle, default(TalkKind?));
        foreach (var match in SessionWord().EnumerateMatches(Text))
        {
            var distance = match.Index < at ? at - match.Index - match.Length : match.Index - at;
            if (distance < nearest)
            {
                (nearest, kind) = (distance, Decoration.KindOf(Text.Substring(match.Index, match.Length)));
            }
        }

        return kind;
    }

    /// <summary>The text of a block with blanks for line breaks, every character in its place.</summary>
    public static string Flat(Block block) => QuotedWords.Unified(block.Text.Replace('\n', ' ').Replace('\u00A0', ' ').Replace('\u202F', ' '));

    /// <summary>The sentences of a block that name people or what may be a title.</summary>
    /// <param name="block">The block.</param>
    /// <param name="glossary">Names that are technologies.</param>
    /// <param name="leading">People who lead lines of it by the habit of its writer.</param>
    public static ImmutableArray<MaskedSentence> Of(Block block, Glossary glossary, ImmutableArray<PersonMention> leading)
    {
        var text = Flat(block);
        var tokens = Titles(block, text, glossary);
        foreach (var person in People(block, text, glossary, leading))
        {
            if (!Meets(tokens, person))
            {
                tokens.Add(person);
            }
        }

        tokens.Sort((a, b) => a.Start.CompareTo(b.Start));
        return Masking.Cut(text.Replace('¤', ' ').Replace('§', ' '), tokens);
    }

    /// <summary>The words that a part of the sentence stands for.</summary>
    public string Unmask(string part) => !part.AsSpan().ContainsAny('¤', '§') ? part : Marks().Replace(part, mark => Tokens[mark.Groups["n"].ValueSpan[0] - 'a'].Text);

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

    /// <summary>What stands between two neighbouring marks.</summary>
    public ReadOnlySpan<char> Between(int first, int second) => Text.AsSpan()[(Tokens[first].At + 2)..Tokens[second].At];

    /// <summary>The last words before a mark, other marks among them.</summary>
    public ReadOnlySpan<char> Before(Token token) => Text.AsSpan()[Math.Max(0, token.At - Lead)..token.At];

    /// <summary>Whether a word for a session ends close before a place, with none of some signs between.</summary>
    public bool FollowsSession(int at, int reach, string stops)
    {
        var last = Sessions.FindLastIndex(end => end <= at);
        return last >= 0 && at - Sessions[last] <= reach && !Text.AsSpan()[Sessions[last]..at].ContainsAny(stops);
    }

    private static List<Token> Titles(Block block, string text, Glossary glossary)
    {
        if (block.Spans is [{ Style: SpanStyle.None, Target: null }] && !QuotedWords.MayHold(text))
        {
            return [];
        }

        var links = Links(block);
        var titles = Quoted(text, links);
        links.AddRange(Italics(block, glossary));
        links.AddRange(Stressed(block, text));
        foreach (var marked in links)
        {
            if (!Meets(titles, marked))
            {
                titles.Add(marked);
            }
        }

        return titles;
    }

    private static bool Meets(List<Token> tokens, Token other)
    {
        foreach (var token in tokens)
        {
            if (token.Start < other.End && other.Start < token.End)
            {
                return true;
            }
        }

        return false;
    }

    private static List<Token> Quoted(string text, List<Token> links)
    {
        var quoted = new List<Token>();
        foreach (var (start, end) in QuotedWords.In(text))
        {
            var title = text[(start + 1)..(end - 1)].Trim();
            if (title.Length is >= ShortestTitle and <= LongestTitle && title.Contains(' '))
            {
                quoted.Add(new Token(PlainText.Line(title), start, end, [], true, links.Find(link => link.Start < end && start < link.End)?.Target));
            }
        }

        return quoted;
    }

    // Bold words in a sentence are stressed ones, but behind a word for a session they are its title: "la session **Title**".
    private static IEnumerable<Token> Stressed(Block block, string text)
    {
        if (block.LengthIn(SpanStyle.Bold) is var length && (length == 0 || length * 2 > block.Text.Length))
        {
            yield break;
        }

        foreach (var (span, at) in block.Placed())
        {
            if (span.Style.HasFlag(SpanStyle.Bold) && !span.Style.HasFlag(SpanStyle.Italic) && PlainText.Line(span.Text) is { Length: >= ShortestTitle and <= LongestTitle } words
                && words.Contains(' ') && char.IsUpper(words[0]) && (EndsInSession(text.AsSpan(0, at)) || EndsSentence(text, at, at + span.Text.Length) || IsBesidePerson(words, text, at, at + span.Text.Length)) && PersonNames.Of(words) == Likeness.None)
            {
                yield return new Token(words, at, at + span.Text.Length, [], true, span.Target);
            }
        }
    }

    // "nous a parlé du port : **Title**."
    private static bool EndsSentence(string text, int start, int end) =>
        text.AsSpan(0, start).TrimEnd() is [.., ':'] && (text.AsSpan(end).TrimStart() is [] or ['.' or '!' or '?', ..]);

    // "Dans **Title**, A …", "**Title** (A)": of words that are no term, what leads from or to who gave it says that they are a title.
    private static bool IsBesidePerson(string words, string text, int start, int end) =>
        words.AsSpan().Count(' ') > FewestBlanks && (Leads().IsMatch(text.AsSpan(Math.Max(0, start - Lead), Math.Min(start, Lead))) && text.AsSpan(end) is [',', ' ', ..] || Follows().IsMatch(text.AsSpan(end)));

    private static bool EndsInSession(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" :");
        before = before[Math.Max(0, before.Length - Lead)..];
        return SessionWords.Ends(before) is [.., var end] && end == before.Length;
    }

    // Italics hold titles as quotes do, unless they hold nearly everything or a term.
    private static List<Token> Italics(Block block, Glossary glossary)
    {
        var titles = new List<Token>();
        if (block.LengthIn(SpanStyle.Italic) is var length && (length == 0 || length * 2 > block.Text.Length))
        {
            return titles;
        }

        foreach (var (span, at) in block.Placed())
        {
            if (span.Style.HasFlag(SpanStyle.Italic) && PlainText.Line(span.Text) is { Length: >= 2 * ShortestTitle and <= LongestTitle } words
                && words.Contains(' ') && glossary.Find(words) is null && (PersonNames.Of(words) == Likeness.None || words.AsSpan().Count(' ') > 1 && PersonNames.Of(words) != Likeness.Known))
            {
                titles.Add(new Token(words, at, at + span.Text.Length, [], true, span.Target));
            }
        }

        return titles;
    }

    private static List<Token> Links(Block block)
    {
        var links = new List<Token>();
        if (!block.HasLinks)
        {
            return links;
        }

        foreach (var (span, at) in block.Placed())
        {
            if (span.Target is { Kind: LinkKind.Schedule or LinkKind.Video or LinkKind.Slides } session && EndsInPerson(span.Text) is > ShortestTitle and var length)
            {
                links.Add(new Token(Decoration.Unquote(PlainText.Line(span.Text[..length])), at, at + length, [], IsLead(block, at), session));
            }
            else if (span.Target is { } target && PlainText.Line(span.Text) is { Length: >= ShortestTitle and <= LongestTitle } words && (words.Contains(' ') || target.Kind is LinkKind.Schedule or LinkKind.Video)
                && PersonNames.Of(words) == Likeness.None && !words.Contains("http", StringComparison.Ordinal) && !Label().IsMatch(words) && PersonFinder.Find(words, Glossary.Empty).IsEmpty)
            {
                links.Add(new Token(words, at, at + span.Text.Length, [], IsLead(block, at), target));
            }
        }

        return links;
    }

    // "[Title, par A](its recording)": where its title ends; 0 where nobody stands at its end.
    private static int EndsInPerson(string text) =>
        PersonFinder.Find(text, Glossary.Empty) is [.., { End: var end } person] && end == text.TrimEnd().Length && ByAtEnd().Match(text[..person.Start]) is { Success: true } by ? by.Index : 0;

    [GeneratedRegex(@"\s*,?\s+(?:par|by|de)\s+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ByAtEnd();

    // Items that begin with a link name something by it.
    private static bool IsLead(Block block, int at) => block.Kind == BlockKind.ListItem && block.Text.AsSpan(0, Math.Min(at, block.Text.Length)).IsWhiteSpace();

    private static IEnumerable<Token> People(Block block, string text, Glossary glossary, ImmutableArray<PersonMention> leading)
    {
        var found = LinkedPeople.Join(PersonFinder.Find(text, glossary), leading);
        for (var i = 0; i < found.Length; i++)
        {
            var first = i;
            while (i + 1 < found.Length && Joint().IsMatch(text.AsSpan()[found[i].End..found[i + 1].Start]))
            {
                i++;
            }

            var end = EndOfStress(block, found[i].Start, found[i].End);
            yield return new Token(
                text[found[first].Start..found[i].End], found[first].Start, end,
                [.. found[first..(i + 1)].Select(person => new Speaker(NameList.Cleaned(person.Name)))], false, null)
            {
                Leads = leading.Contains(found[first]),
            };
        }
    }

    // "**A, directrice de B** nous …": who that is stands in the same bold words.
    private static int EndOfStress(Block block, int start, int end)
    {
        foreach (var (span, at) in block.Placed())
        {
            if (at <= start && at + span.Text.Length > end)
            {
                return span.Style.HasFlag(SpanStyle.Bold) && span.Text.AsSpan(0, start - at).IsWhiteSpace() && span.Text.AsSpan(end - at) is [',', ..] or [' ', '(' or 'd', ..] ? at + span.Text.Length : end;
            }
        }

        return end;
    }

    [GeneratedRegex(@"^\s*(?:,|et|&|and|/|,\s*et)\s*(?:de\s+|d[’]\s*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:^|\W)(?:dans|avec)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leads();

    [GeneratedRegex(@"^\s+(?:\(|(?:par|de)\s+)\p{Lu}\p{Ll}+[\s-]\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Follows();

    // Links that tell what they lead to, or hang on a verb: "la vidéo", "nous donne des pistes".
    [GeneratedRegex(@"^(?:(?:la|le|les|l['’]|sa|son|ses|leurs?|cette|cet?|une?|mon|ma|voir|lire)\s*)*(?:vidéos?|slides?|supports?|présentation|talk|conférence|conf|session|keynote|atelier|démo|intervention|captation|enregistrement|rediffusion|retour d['’]expérience|replay|liens?|site|article|blog|billet|page|code|dépôt|repo|documentation)\b|^(?:nous|vous|allez|regardez|voyez|retrouvez|jetez|a|ont|est|sont|y|en|qui|ici|(?:expliqu|présent|parl|montr|racont|propos|démontr|abord|évoqu|détaill)\w+)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b" + Session + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SessionWord();

    [GeneratedRegex("[¤§](?<n>[a-z])", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
