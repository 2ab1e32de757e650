using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Reads what a sentence says that a person tells: "A, directrice de B, nous a ensuite parlé de …".</summary>
internal static partial class Telling
{
    private static readonly ImmutableArray<string> Pronouns = ["Il ", "Elle ", "Ils ", "Elles ", "Celui-ci ", "Celle-ci ", "Ceux-ci "];

    // Of verbs that open or close a part of the day.
    private static readonly ImmutableArray<string> OpeningStems = ["ouv", "conclu", "clo", "tur", "termin", "commenc", "but", "encha", "poursui", "continu", "embray", "veill", "entam"];
    private static readonly SearchValues<string> MayOpen = SearchValues.Create(OpeningStems.AsSpan(), StringComparison.OrdinalIgnoreCase);

    // Of verbs that anybody's name may stand before.
    private static readonly ImmutableArray<string> StrongStems =
        ["fai", "pass", "introdui", "annonc", "couv", "voil", "fend", "compar", "trait", "dress", "analys", "cortiqu", "vulgaris", "sum", "crypt", "mystifi", "survol", "enseign", "initi", "livr", "rappel", "soulign", "appr", "attaqu", "pench", "ress"];

    // What has none of these in it says no more than that somebody tells: "a présenté", "nous parle de".
    private static readonly SearchValues<string> Unplain = SearchValues.Create([.. StrongStems, "font", "emm", "embarqu", "donn", "sur", "er"], StringComparison.OrdinalIgnoreCase);

    // A verb that tells has one of these in it; without, there is nothing to match.
    private static readonly SearchValues<string> VerbStems = SearchValues.Create(
        ["font", "sent", "expli", "montr", "racont", "relat", "expos", "taill", "partag", "voqu", "abord", "cri", "illustr", "parl", "retrac", "cod", "propos", "revien", "reven", "remet", "donn", "emm", "embarqu",
         .. StrongStems, .. OpeningStems],
        StringComparison.OrdinalIgnoreCase);

    // What tells begins with a verb, one of these, or a few words before "venu": whatever the pattern below may begin with stands here.
    private static readonly Vocabulary<bool> Openers = new(
        ("où dans qui y également ensuite aussi leur lui enfin s nous a ont avait avaient vient viennent va vont est sont était étaient venait venaient lors durant pendant live", true));

    private const int LongestWayToVenu = 40;

    // Who has no name is called one of these, and neither "conférence" nor "présentation" is; what words begin with is no part of them where many do.
    private static readonly SearchValues<string> Somebodies = SearchValues.Create(
        ["elqu", "peaker", "orateu", "oratri", "rvenant", "renci", "ntateu", "ntatri", "loppeu", "dev ", "dev,", "dev(", "devs", "nieur", "personne", "coll", "uipe", "gens"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What a person tells, whatever says who that is in between.</summary>
    public static (string Pattern, string Topic, Token? Person)? ByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.GoesOn && First(place.Behind, (tells, isOpen) => IsTold(tells, isOpen) || IsInfinitive(tells) && Heard().IsMatch(place.Before)) is { } tells ? ("person-tells", tells.Topic, With(sentence, place.Person, tells)) : null;

    // "j'ai vu A parler de …".
    private static bool IsInfinitive(Told tells) => tells["verb"].ValueSpan.EndsWith("er") && !tells["aux"].Success;

    private static Token With(MaskedSentence sentence, Token person, Told tells) =>
        !tells.IsPlain && tells["with"] is { Success: true } mark ? person with { People = [.. person.People, .. sentence.Tokens[mark.ValueSpan[0] - 'a'].People] } : person;

    /// <summary>"Il nous a parlé de …": who, the sentence before says.</summary>
    public static (string Pattern, string Topic, Token? Person)? ByPronoun(MaskedSentence sentence)
    {
        var text = sentence.Text.AsSpan().TrimStart();
        foreach (var pronoun in Pronouns)
        {
            if (text.StartsWith(pronoun) && MayBeAuxiliary(text[pronoun.Length..]) && At(text[pronoun.Length..]) is { } tells && tells["aux"].Success)
            {
                return ("pronoun-tells", tells.Topic, null);
            }
        }

        return null;
    }

    /// <summary>"Quelqu'un de B nous a présenté …": who tells it has no name.</summary>
    public static (string Pattern, string Topic, Token? Person)? BySomebody(MaskedSentence sentence) =>
        sentence.Text.AsSpan().ContainsAny(Somebodies) && sentence.Text.AsSpan().ContainsAny(VerbStems) && Somebody().Match(sentence.Text) is { Success: true } subject
            && First(sentence.Text.AsSpan(subject.Index + subject.Length), (tells, _) => tells["aux"].Success || tells["nous"].Success) is { } told
            ? ("somebody-tells", told.Topic, null) : null;

    // The nearest place behind a subject from which something is told that counts.
    private static Told? First(ReadOnlySpan<char> behind, Func<Told, bool, bool> counts)
    {
        if (!behind.ContainsAny(VerbStems))
        {
            return null;
        }

        foreach (var (at, isOpen) in Apposition.Ends(behind))
        {
            if (At(behind[at..]) is { } tells && counts(tells, isOpen))
            {
                return tells;
            }
        }

        return null;
    }

    // Most places tell nothing, which their first word says, or else is found out without a copy.
    private static Told? At(ReadOnlySpan<char> text)
    {
        if (!MayTell(text))
        {
            return null;
        }

        foreach (var told in TellsUpToTopic().EnumerateMatches(text))
        {
            return new Told(text.ToString(), told.Length);
        }

        return text.ContainsAny(MayOpen) && OpensAtStart().IsMatch(text) ? new Told(text.ToString(), OpensAtStart()) : null;
    }

    private static bool MayTell(ReadOnlySpan<char> text) => MayBeAuxiliary(text) || FirstWord(text).ContainsAny(VerbStems);

    // Whether a verb may stand behind its first words.
    private static bool MayBeAuxiliary(ReadOnlySpan<char> text)
    {
        text = WithoutComma(text);
        return text is ['¤', ..] || Openers.Of(FirstWord(text)) || text[..Math.Min(text.Length, LongestWayToVenu)].Contains("venu", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        text = WithoutComma(text);
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return text[..length];
    }

    private static ReadOnlySpan<char> WithoutComma(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text is [',', ..] ? text[1..].TrimStart() : text;
    }

    // Who has done so, or does so to "us", tells it; "A explique" as well, "A compare" is anybody's, and so is what an apposition without end leads to.
    private static bool IsTold(Told tells, bool isOpen)
    {
        if (tells.IsPlain && !isOpen)
        {
            return true;
        }

        var toUs = tells["nous"].Success || tells["aux"].ValueSpan.Contains("nous", StringComparison.OrdinalIgnoreCase);
        return toUs || tells["aux"].Success && (!isOpen || tells["who"].Success)
            || !isOpen && !tells["strong"].Success && !tells["verb"].ValueSpan.EndsWith("er");
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Verbs = @"présent|expli|montr|racont|relat|expos|détaill|démontr|partag|évoqu|abord|décri|illustr|parl|retrac";

    private const string Auxiliary = @"(?<aux>(?:nous\s+)?(?:a|ont|avait|avaient|vient|viennent|va|vont|(?:est|sont|était|étaient)\s+(?:\w+\s+)?(?:(?:re)?venue?s?|(?:(?:re)?montée?s?\s+sur\s+scène|intervenue?s?|là|présente?s?|invitée?s?)\s+(?:pour|à))|venait|venaient|venue?s?)(?:\s*,[^,.;]{3,60},)?\s+(?:(?:nous|ensuite|alors|aussi|également|enfin|y|quant à (?:lui|elle|eux)|\w+ment)\s+){0,2}(?:(?:pu|su|voulu|tenu\s+à|cherché\s+à|tenté\s+d[e'’]|essayé\s+d[e'’]|choisi\s+d[e'’]|commencé\s+par|terminé\s+(?:par|en)|fini\s+par|conclu\s+(?:par|en)|pris\s+la\s+(?:parole|suite|relève)\s+pour|(?:ouvert|lancé)\s+le\s+bal\s+pour|(?:eu|fait)\s+(?:l['’]|l[ea]\s+)\w+(?:\s+\w+)?\s+d[e'’](?:\s+venir|\s+sa\s+présence\s+pour)?)\s*)?)?(?<nous>nous\s+)?";

    private const string Presents = @"f(?:ai(?:t|re|sait|saient)|ont)\s+(?:également\s+|aussi\s+|ensuite\s+)?(?:un\s+(?:\w+\s+)?retour\s+sur|(?:un\s+(?:\w+\s+)?retour\s+(?:d['’]expérience|de\s+(?:son|sa|leur)\s+expérience)|(?:une?|l[ae])\s+(?:[\w-]+\s+){0,2}(?:présentation|talk|démo|démonstration|introduction|initiation|rex|focus|comparatif))\s+(?:[\w-]+\s+){0,3}?(?:sur|de|du|d['’]|à|en|avec))|fait\s+part\s+de\s+(?:son|sa|ses|leurs?)\s+(?:retours?\s+d['’]expériences?|expériences?|réflexions?|travaux|vision)\s+(?:sur|de|du|d['’]|avec|dans|autour\s+d\w+)|(?:emm[eè]n|embarqu)\w*\s+(?:dans|vers|au|aux)";

    private const string Strong = @"(?<strong>fait\s+(?:découvrir|visiter|revivre|comprendre|(?:voyager|plonger|entrer)\s+(?:dans|au\s+cœur\s+d\w+)|une?\s+(?:[\w-]+\s+){0,2}?(?:point|tour d['’]horizon|tour|panorama|bilan|état des lieux|rappel)\s+(?:[\w-]+\s+){0,2}?(?:sur|des|de|du|d['’])|le\s+(?:point|tour d['’]horizon|tour|bilan)\s+(?:sur|des|de|du|d['’]))|pass\w*\s+en\s+revue|lev\w+\s+le\s+voile\s+sur|(?:introdui|annonc|couv[er]|dévoil|défend|compar|trait|dress|analys|décortiqu|vulgaris|résum|décrypt|démystifi|survol|enseign|initi|livr)\w*|(?:rappel|soulign)\w*\s+(?:l[ea]s?\b|l['’]|des\b|ses\b)|appri(?:s|t)|appren\w+|(?:attaqu|pench|intéress)\w*\s+(?:à|au|aux|sur))";

    private const string Opens = @"(?:(?:ouv[er]|conclu|clo[ts]|clôtur|termin|commenc|début|encha[iî]n|poursui|continu|embray|réveill|entam)\w*\b[^.;]{0,60}?\s(?:sur|en\s+(?:nous\s+)?(?:" + Verbs + @"|list|dress|introdui|compar)\w*ant(?:\s+(?:sur|de|d['’]))?))";

    private const string Tells = Auxiliary + "(?:" + Presents + "|(?<verb>(?:" + Verbs + @"|live[- ]cod)\w*)|propos(?:e|é|ent|ait|aient)|(?:(?:est|sont|était|étaient)\s+)?re(?:vien|ven)\w*\s+(?:(?:en\s+détail|longuement|brièvement|rapidement|\w+ment)\s+)?sur|(?:est|sont|était|étaient)\s+(?:\w+\s+){0,2}intervenue?s?\s+sur|remet\w*\s+en\s+cause|donn\w*\s+(?:(?:une|sa|la)\s+\w+\s+sur|(?:des|quelques|les|ses)\s+(?:clé|clef|conseil|astuce|piste|exemple|idée|retour)s?\s+(?:pour|sur))|" + Strong + ")";

    private const string Before = @"^\s*,?\s*(?:¤.\s+)?(?:(?:où|dans\s+(?:laquelle|lequel))\s+(?:ils?|elles?)\s+)?(?:(?:(?<who>qui)|y|également|ensuite|aussi|leur|lui|enfin|s['’]est)\s+)*(?:(?:lors|dans|durant|pendant)\s+(?:de\s+|d['’])?\w+\s+(?:talk|conf\w*|session|keynote|présentation|intervention|atelier),?\s+)?(?:[\w' ]{0,30}\b(?<aux>venu)\s+)?";

    private const string BeforeTopic = @"\s*(?:avec\s+§(?<with>.)\s+)?(?:[^.;¤,]{0,20}?\bsur\s+)?(?:(?:également|aussi|ensuite|alors|enfin|ainsi|par la suite)\s+)?";

    private const string TopicStart = @"(?:[^.;]|\.\w){6}";

    // Matched up to its first letters, some sentences lose their groups (an error of the linear engine).
    private const string Topic = @"(?<topic>(?:[^.;]|\.\w){6,})";

    // Not "le speaker", who goes on about what is told already.
    [GeneratedRegex(@"(?:^|[,:]\s+|\b(?:et|puis|ensuite|enfin)\s+)(?:quelqu['’]un|(?:une?|deux|trois|des)\s+(?:\w+\s+)?(?:speakers?|orat(?:eur|rice)s?|intervenante?s?|conférenci\w+|présentat(?:eur|rice)s?|développeu\w+|devs?|ingénieure?s?|personnes?|collègues?|équipes?)|(?:l['’]\s*équipe|les\s+(?:équipes|gens|développeurs))(?:\s+de)?\s+(?:chez|de|d['’])\s*(?-i:\p{Lu})[\w&.-]*)\b", Options)]
    private static partial Regex Somebody();

    [GeneratedRegex(@"\b(?:vue?s?|voir|écout(?:é|er)|entendue?s?|entendre|suivie?s?|laiss(?:é|er))\s+$", Options)]
    private static partial Regex Heard();

    [GeneratedRegex(Before + Tells + BeforeTopic + Topic, Options)]
    private static partial Regex TellsAtStart();

    [GeneratedRegex(Before + Tells + BeforeTopic + TopicStart, Options)]
    private static partial Regex TellsUpToTopic();

    // By itself, since all of it at once is more than the linear engine takes.
    [GeneratedRegex(Before + Auxiliary + Opens + BeforeTopic + Topic, Options)]
    private static partial Regex OpensAtStart();

    /// <summary>What is told from a place on. To part the words that tell it takes longer than all else, and plain ones need not be.</summary>
    private sealed class Told
    {
        // As far as it takes to know a topic as one.
        private const int TopicLetters = 6;

        private readonly string _text;
        private readonly int _upToTopic;

        /// <param name="text">What stands at the place.</param>
        /// <param name="upToTopic">How much of it are the words that tell and the topic's first letters.</param>
        public Told(string text, int upToTopic)
        {
            (_text, _upToTopic) = (text, upToTopic);
            IsPlain = !text.AsSpan(0, upToTopic).Contains('§') && !text.AsSpan(0, upToTopic).ContainsAny(Unplain);
            Topic = TopicMentions.UpToStop(text.AsSpan(IsPlain ? TopicOf(text.AsSpan(0, upToTopic)) : this["topic"].Index));
        }

        /// <param name="text">What stands at the place.</param>
        /// <param name="pattern">What it matches.</param>
        public Told(string text, Regex pattern)
        {
            (_text, Parts) = (text, pattern.Match(text));
            Topic = TopicMentions.UpToStop(text.AsSpan(this["topic"].Index));
        }

        public string Topic { get; }

        /// <summary>Whether the words say no more than that somebody tells.</summary>
        public bool IsPlain { get; }

        /// <summary>A part of the words by its name.</summary>
        public Group this[string name] => Parts.Groups[name];

        // A text that ends in the topic's first letters has the same parts, but some lose them (an error of the linear engine): "proposer un article".
        private Match Parts => field ??= TellsAtStart().Match(_text[.._upToTopic]) is var parts && parts.Groups["topic"].Success ? parts : TellsAtStart().Match(_text);

        private static int TopicOf(ReadOnlySpan<char> words)
        {
            var at = words.Length;
            for (var i = 0; i < TopicLetters; i++)
            {
                // A point within a word and the letter behind it are taken for one.
                at -= words[at - 2] == '.' ? 2 : 1;
            }

            return at;
        }
    }
}
