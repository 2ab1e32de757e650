using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A talk named within a sentence.</summary>
/// <param name="Title">Its title or what it was about.</param>
/// <param name="People">Who gave it.</param>
/// <param name="Start">Index in the block's text at which its sentence begins.</param>
/// <param name="Pattern">Which pattern found it.</param>
/// <param name="Kind">What sort of session its sentence says it was; null where it does not say.</param>
internal sealed record Mention(string Title, ImmutableArray<Speaker> People, int Start, string Pattern, TalkKind? Kind);

/// <summary>The ways in which a sentence of French prose names a talk and who gave it: a title beats a topic.</summary>
internal static partial class MentionPatterns
{
    private const int LongestTopic = 14;
    private const int ShortestTopic = 4;

    // Fewer words are a term.
    private const int FewestBlanks = 3;

    // A topic of one word keeps its article: "les microservices", "l'internationalisation".
    private const int ShortestWord = 8;

    // Most of what a sentence denies is none of these.
    private static readonly SearchValues<string> MissedStems = SearchValues.Create([" pas pu ", " pas y ", " pas assist", " pas suiv", " pas vu", " pas voir", " pas all", "aurais ", "aurions "], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a sentence names; patterns that need neither title nor word for a session only where <paramref name="bold"/>.</summary>
    public static ImmutableArray<Mention> In(MaskedSentence sentence, bool bold)
    {
        // Sections are read boldly first; what needed no boldness stands.
        if (bold)
        {
            return sentence.Bold ??= Read(sentence, bold);
        }

        return sentence.Bold is { } read && !read.Any(mention => TopicMentions.IsBold(mention.Pattern)) ? read : Read(sentence, bold);
    }

    private static ImmutableArray<Mention> Read(MaskedSentence sentence, bool bold)
    {
        if (sentence.Words.HasFlag(SentenceWord.Missed) && sentence.Text.AsSpan().ContainsAny(MissedStems) && Missed().IsMatch(sentence.Text) || sentence.Words.HasFlag(SentenceWord.Earlier) && Earlier().IsMatch(sentence.Text))
        {
            return [];
        }

        var titles = Titled(sentence, bold);
        if (!titles.IsEmpty)
        {
            return titles;
        }

        return TopicPatterns.First(sentence, bold, About) is { } about ? [about] : [];
    }

    private static Mention? About(MaskedSentence sentence, (string Pattern, string Topic, MaskedSentence.Token? Person) found) =>
        (Called(sentence, found.Topic) ?? TopicOf(found.Pattern, sentence.Unmask(found.Topic))) is { } topic
            ? new Mention(topic, found.Person?.People ?? [], sentence.Start, found.Pattern, sentence.KindNear(Math.Max(0, sentence.Text.IndexOf(found.Topic, StringComparison.Ordinal))))
            : null;

    private static ImmutableArray<Mention> Titled(MaskedSentence sentence, bool bold)
    {
        if (!sentence.Tokens.Any(token => token.IsTitle))
        {
            return [];
        }

        var all = TitleMentions.In(sentence, bold);
        if (all.Count == 0)
        {
            return [];
        }

        var mentions = ImmutableArray.CreateBuilder<Mention>(all.Count);
        foreach (var found in all)
        {
            if (!mentions.Any(mention => mention.Title == found.Title.Text))
            {
                mentions.Add(new Mention(found.Title.Text, found.Person?.People ?? [], sentence.Start, found.Pattern, sentence.KindNear(found.Title.At)));
            }
        }

        return mentions.DrainToImmutable();
    }

    // "… sur *le port expliqué à mon chef*": a topic in quotes or italics is what the session was called.
    private static string? Called(MaskedSentence sentence, string topic) =>
        topic.AsSpan().TrimStart() is ['¤', var mark, ..] && sentence.Tokens[mark - 'a'] is { IsQuoted: true } title && title.Text.AsSpan().Count(' ') >= FewestBlanks ? title.Text : null;

    // A title keeps its article and its commas.
    private static string? TopicOf(string pattern, string topic) => pattern is "session-called-by-person" or "session-colon" ? PlainText.Line(topic).Trim(' ', ',', '*') : Topic(topic);

    private static string? Topic(string topic)
    {
        // A clause goes on behind what parentheses add to it.
        topic = topic.Contains('(') && Clause().IsMatch(topic) ? Added().Replace(topic, " ", 1) : topic;
        var whole = PlainText.Line(UpToEnd(topic)).Trim(' ', '"', '\'', '«', '»', ',', '-', '*');
        topic = WithoutArticle(whole);
        topic = topic.Contains(' ') || topic.Length < ShortestWord || topic.Length == whole.Length ? topic : whole;
        var blanks = topic.AsSpan().Count(' ');
        return blanks >= LongestTopic ? string.Join(' ', Cut(topic.Split(' ').AsSpan(0, LongestTopic)))
            : topic.Length < ShortestTopic && !IsAcronym(topic) || blanks == 0 && !char.IsUpper(topic[0]) && topic is not ['l', '\'' or '’', ..] || NoTopics.Of(SentenceWords.First(topic)) && NoTopic().IsMatch(topic) && !IsClause(topic) || BeginsWithScreen(topic) ? null : topic;
    }

    // "ce qui va changer avec …" is a topic with its clause.
    private static string UpToEnd(string topic)
    {
        foreach (var end in TopicEnd().EnumerateMatches(topic))
        {
            if (end.Index > ShortestTopic || !IsClause(topic.AsSpan().TrimStart()))
            {
                return topic[..end.Index];
            }
        }

        return topic;
    }

    // The first word of whatever is no topic.
    private static readonly Vocabulary<bool> NoTopics = new(("ce cet cette ces par scène place twitter mastodon linkedin le son pour plus dans lors", true));

    // The first word of whatever leads to a topic.
    private static readonly Vocabulary<bool> Articles = new(("sujet sujets thème thèmes thématique thématiques la de du des d le les l un une leur leurs son sa ses expérience faire que nous", true));

    private static bool IsClause(ReadOnlySpan<char> topic) => topic.StartsWith("ce qu", StringComparison.OrdinalIgnoreCase);

    // "TMA".
    private static bool IsAcronym(string topic) => topic.Length == ShortestTopic - 1 && !topic.AsSpan().ContainsAnyExceptInRange('A', 'Z');

    private static string WithoutArticle(string topic) => Articles.Of(SentenceWords.First(topic)) ? topic[Article().First(topic).Length..] : topic;

    private static bool BeginsWithScreen(ReadOnlySpan<char> topic) => Screens.Contains(topic.IndexOf(' ') is var end and >= 0 ? topic[..end] : topic);

    // "… maintenait un port sans": what a cut leaves hanging goes too.
    private static ReadOnlySpan<string?> Cut(ReadOnlySpan<string?> words)
    {
        while (words is [.., { } last] && Hanging.Contains(last))
        {
            words = words[..^1];
        }

        return words;
    }

    private static readonly FrozenSet<string> Hanging =
        new[] { "de", "du", "des", "le", "la", "les", "un", "une", "et", "ou", "à", "a", "au", "aux", "en", "pour", "par", "sur", "sans", "dans", "avec", "qui", "que" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "Voir la conférence sur YouTube": where it is shown, not what it was about.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Screens = new[] { "YouTube", "Vimeo", "Dailymotion", "Twitch", "PeerTube", "InfoQ", "Parleys", "Internet", "chaîne", "site", "page", "canal", "compte" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // "présentaient ce talk", "sur les plus de 1000 qui …", "évoque dans son intervention …": what it was about stands elsewhere.
    [GeneratedRegex(@"^(?:cet?|cette|ces|par|scène|place|twitter|mastodon|linkedin|le stand|son stand|pour (?:l[ea]s?|cette)|plus de \d+|dans (?:s[ao]n?|leurs?|une?|cet?(?:te)?)|lors d[eu]s?)\b", Options)]
    private static partial Regex NoTopic();

    // "Je n'y ai pas assisté", "J'aurais aimé voir …": what was missed is not told.
    [GeneratedRegex(@"\bpas (?:pu )?(?:y )?(?:assist(?:é|er)|suivie?s?|suivre|vue?s?|voir|allée?s?|aller)\b|\baur(?:ais|ions)\s+(?:\w+\s+)?(?:aimé|voulu|adoré|souhaité)\s+(?:y\s+)?(?:voir|suivre|assister|aller|être)\b", Options)]
    private static partial Regex Missed();

    // "J'avais beaucoup apprécié la conférence de A": it was another year's.
    [GeneratedRegex(@"^\s*(?:\w+,?\s+){0,2}j['’]avais\s+(?:\w+\s+){0,2}(?:vue?s?|lue?s?|suivie?s?|assisté|appréciée?s?|aimée?s?|adorée?s?|entendue?s?|découverte?s?)\b", Options)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^\s*(?:comment|pourquoi|en quoi|qu['’])\b", Options)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\s*\([^()]{0,80}\)\s*", Options)]
    private static partial Regex Added();

    [GeneratedRegex(@"[,:;!?(]|\.\s|\s+(?:qui|où|en \w+ant|mais|afin|car|puisque|alors|lorsque|et (?:comment|permet|leur|nous|a|ont)|ainsi que)\s", Options)]
    private static partial Regex TopicEnd();

    [GeneratedRegex(@"^(?:(?:sujets? |thèmes? |thématiques? |la |de |du |des |d['’]|le |les |l['’]|un |une |leur |leurs |son |sa |ses |expérience de |faire une |que |nous )\s*)+", Options)]
    private static partial Regex Article();
}
