using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds what may be a title in a block: what stands in quotes, in italics, stressed beside a word for a session or a person, and links.</summary>
internal static partial class TitleTokens
{
    private const int ShortestTitle = 4;
    private const int LongestTitle = 170;
    private const int FewestBlanks = 2;

    private static readonly Vocabulary<bool> Openings = new(("nous vous allez regardez voyez retrouvez jetez a ont est sont y en qui ici", true));
    private static readonly Vocabulary<bool> Articles = new(("la le les l sa son ses leur leurs cette ce cet une un mon ma voir lire", true));
    private static readonly Vocabulary<bool> Labels = new((
        "vidéo vidéos slide slides support supports présentation talk conférence conf session keynote atelier démo intervention captation enregistrement rediffusion replay lien liens site article blog billet page code dépôt repo documentation", true));

    private static readonly string[] VerbStems = ["présent", "expliqu", "parl", "montr", "racont", "propos", "démontr", "abord", "évoqu", "détaill"];

    // What leads to who stands at the end of a link.
    private static readonly SearchValues<string> ByWords = SearchValues.Create(["par", "by", "de"], StringComparison.Ordinal);

    // What leads to a title stands right before it.
    private const int Reach = 45;

    /// <summary>What may be a title in a block, in no order; none meets another.</summary>
    /// <param name="block">The block.</param>
    /// <param name="text">Its text on one line, every character in its place.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static List<Token> Of(Block block, string text, Glossary glossary)
    {
        if (block.Spans is [{ Style: SpanStyle.None, Target: null }] && !QuotedWords.MayHold(text))
        {
            return [];
        }

        var marked = new List<Token>();
        AddLinks(block, marked);
        var titles = Quoted(text, marked);
        AddStressed(block, text, marked);
        AddItalics(block, glossary, marked);
        foreach (var token in marked)
        {
            if (!Meets(titles, token))
            {
                titles.Add(token);
            }
        }

        return titles;
    }

    /// <summary>Whether one of some tokens shares a character with another.</summary>
    public static bool Meets(List<Token> tokens, Token other) => Meeting(tokens, other.Start, other.End) is not null;

    private static Token? Meeting(List<Token> tokens, int start, int end)
    {
        foreach (var token in tokens)
        {
            if (token.Start < end && start < token.End)
            {
                return token;
            }
        }

        return null;
    }

    private static List<Token> Quoted(string text, List<Token> links)
    {
        var quoted = new List<Token>();
        for (var next = QuotedWords.Next(text, 0); next is var (start, end); next = QuotedWords.Next(text, end))
        {
            var title = text.AsSpan()[(start + 1)..(end - 1)].Trim();
            if (title.Length is >= ShortestTitle and <= LongestTitle && title.Contains(' '))
            {
                quoted.Add(new Token(PlainText.Line(title.ToString()), start, end, [], true, Meeting(links, start, end)?.Target));
            }
        }

        return quoted;
    }

    // Bold words in a sentence are stressed ones, but behind a word for a session they are its title: "la session **Title**".
    private static void AddStressed(Block block, string text, List<Token> marked)
    {
        if (block.LengthIn(SpanStyle.Bold) is var length && (length == 0 || length * 2 > block.Text.Length))
        {
            return;
        }

        foreach (var (start, end, target) in BoldRuns(block))
        {
            if (PlainText.Line(text[start..end]) is { Length: >= ShortestTitle and <= LongestTitle } words
                && words.Contains(' ') && char.IsUpper(words[0]) && (EndsInSession(text.AsSpan(0, start)) || EndsSentence(text, start, end) || IsBesidePerson(words, text, start, end)) && PersonNames.Of(words) == Likeness.None)
            {
                marked.Add(new Token(words, start, end, [], true, target));
            }
        }
    }

    // Spans that are bold one after the other, some of them in italics as well: "**Déconstruisons les _frameworks_**"; italics throughout are read as such.
    private static IEnumerable<(int Start, int End, Target? Target)> BoldRuns(Block block)
    {
        var (start, end, isBold, target) = (0, 0, false, default(Target));
        foreach (var span in block.Spans)
        {
            var isImage = span.Style.HasFlag(SpanStyle.Image);
            var isStressed = span.Style.HasFlag(SpanStyle.Bold) && !isImage;
            if (!isStressed && isBold)
            {
                yield return (start, end, target);
            }

            end += isImage ? 0 : span.Text.Length;
            (start, isBold, target) = isStressed ? (start, isBold || !span.Style.HasFlag(SpanStyle.Italic), target ?? span.Target) : (end, false, null);
        }

        if (isBold)
        {
            yield return (start, end, target);
        }
    }

    // "nous a parlé du port : **Title**."
    private static bool EndsSentence(string text, int start, int end) =>
        text.AsSpan(0, start).TrimEnd() is [.., ':'] && (text.AsSpan(end).TrimStart() is [] or ['.' or '!' or '?', ..]);

    // "Dans **Title**, A …", "**Title** (A)": of words that are no term, what leads from or to who gave it says that they are a title.
    private static bool IsBesidePerson(string words, string text, int start, int end) =>
        words.AsSpan().Count(' ') > FewestBlanks && (text.AsSpan(end) is [',', ' ', ..] && Leads().IsMatch(text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach))) || Follows().IsMatch(text.AsSpan(end)));

    private static bool EndsInSession(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" :");
        return SessionWords.IsEnd(before[Math.Max(0, before.Length - Reach)..]);
    }

    // Italics hold titles as quotes do, unless they hold nearly everything or a term.
    private static void AddItalics(Block block, Glossary glossary, List<Token> marked)
    {
        if (block.LengthIn(SpanStyle.Italic) is var length && (length == 0 || length * 2 > block.Text.Length))
        {
            return;
        }

        foreach (var (span, at) in block.Placed())
        {
            if (span.Style.HasFlag(SpanStyle.Italic) && PlainText.Line(span.Text) is { Length: >= 2 * ShortestTitle and <= LongestTitle } words
                && words.Contains(' ') && !SaysWho(words) && glossary.Find(words) is null && (PersonNames.Of(words) == Likeness.None || words.AsSpan().Count(' ') > 1 && PersonNames.Of(words) != Likeness.Known))
            {
                marked.Add(new Token(words, at, at + span.Text.Length, [], true, span.Target));
            }
        }
    }

    // "_par A_" is no title, "_Par où commencer ?_" is.
    private static bool SaysWho(string words) => words.StartsWith("par ", StringComparison.OrdinalIgnoreCase) && NameList.Read(words.AsSpan(4), Likeness.Shape) is not null;

    private static void AddLinks(Block block, List<Token> marked)
    {
        if (!block.HasLinks)
        {
            return;
        }

        foreach (var (span, at) in block.Placed())
        {
            if (span.Target is { Kind: LinkKind.Schedule or LinkKind.Video or LinkKind.Slides } session && EndsInPerson(span.Text) is > ShortestTitle and var length)
            {
                marked.Add(new Token(Decoration.Unquote(PlainText.Line(span.Text[..length])), at, at + length, [], IsLead(block, at), session));
            }
            else if (span.Target is { } target && PlainText.Line(span.Text) is { Length: >= ShortestTitle and <= LongestTitle } words && (words.Contains(' ') || target.Kind is LinkKind.Schedule or LinkKind.Video)
                && PersonNames.Of(words) == Likeness.None && !words.Contains("http", StringComparison.Ordinal) && !IsLabel(words) && PersonFinder.Find(words, Glossary.Empty).IsEmpty)
            {
                marked.Add(new Token(words, at, at + span.Text.Length, [], IsLead(block, at), target));
            }
        }
    }

    // Links that tell what they lead to, or hang on a verb: "la vidéo", "nous donne des pistes"; a label begins with a small letter, as most titles do not.
    private static bool IsLabel(ReadOnlySpan<char> words)
    {
        if (!char.IsLower(words[0]))
        {
            return false;
        }

        var first = SentenceWords.First(words);
        if (Openings.Of(first) || BeginsVerb(first))
        {
            return true;
        }

        while (Articles.Of(first))
        {
            words = words[first.Length..].TrimStart("'’").TrimStart();
            first = SentenceWords.First(words);
        }

        return Labels.Of(first) && char.IsLower(first[0]) || words.StartsWith("retour d'expérience") || words.StartsWith("retour d’expérience");
    }

    private static bool BeginsVerb(ReadOnlySpan<char> word)
    {
        foreach (var stem in VerbStems)
        {
            if (word.Length > stem.Length && word.StartsWith(stem))
            {
                return true;
            }
        }

        return false;
    }

    // "[Title, par A](its recording)": where its title ends; 0 where nobody stands at its end.
    private static int EndsInPerson(string text) =>
        text.AsSpan().ContainsAny(ByWords) && PersonFinder.Find(text, Glossary.Empty) is [.., { End: var end } person] && end == text.TrimEnd().Length && ByAtEnd().Match(text[..person.Start]) is { Success: true } by ? by.Index : 0;

    [GeneratedRegex(@"\s*,?\s+(?:par|by|de)\s+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ByAtEnd();

    // Items that begin with a link name something by it.
    private static bool IsLead(Block block, int at) => block.Kind == BlockKind.ListItem && block.Text.AsSpan(0, Math.Min(at, block.Text.Length)).IsWhiteSpace();

    [GeneratedRegex(@"(?:^|\W)(?:dans|avec)\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leads();

    [GeneratedRegex(@"^\s+(?:\(|(?:[-–—]\s+)?(?:par|de)\s+)\p{Lu}\p{Ll}+[\s-]\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Follows();
}
