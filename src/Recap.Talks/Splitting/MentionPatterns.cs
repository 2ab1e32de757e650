using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Recap.Talks.Splitting;

/// <summary>A talk named within a sentence.</summary>
/// <param name="Title">Its title or what it was about.</param>
/// <param name="People">Who gave it.</param>
/// <param name="Start">Index in the block's text at which its sentence begins.</param>
/// <param name="Pattern">Which pattern found it.</param>
internal sealed record Mention(string Title, ImmutableArray<Speaker> People, int Start, string Pattern);

/// <summary>The ways in which a sentence of French prose names a talk and who gave it.</summary>
internal static partial class MentionPatterns
{
    private const string Session = @"(?:talks?|conférences?|confs?|présentations?|sessions?|keynotes?|interventions?|ateliers?|quickies?|plénières?|workshops?|retours? d['’]expérience|rex|lightning talks?|live coding|exposés?|sujets?|démos?)";
    private const string Tells = @"(?:(?:nous\s+)?(?:a|ont|avait|vient|viennent|est venue?|sont venus|venait|venaient|venue?s?)\s+(?:nous\s+)?)?(?:nous\s+)?(?:fait\s+(?:également\s+|aussi\s+)?(?:un retour d['’]expérience|une présentation|un talk|une démo)\s+sur|(?:présent|expli|montr|racont|relat|expos|détaill|démontr|partag|évoqu|abord|décri|illustr|parl|live[- ]cod)\w*|propos\w*|revien\w*\s+sur|remet\w*\s+en\s+cause|donn\w*\s+(?:une|sa|la)\s+\w+\s+sur)";

    /// <summary>What a sentence names; patterns that need neither title nor word for a session only where <paramref name="bold"/>.</summary>
    public static IEnumerable<Mention> In(MaskedSentence sentence, bool bold)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var marks = Present(sentence.Text);
        foreach (var (name, pattern, needs) in Named)
        {
            if ((marks & needs) != needs)
            {
                continue;
            }

            foreach (Match match in pattern().Matches(sentence.Text))
            {
                var token = sentence.TokenOf(match.Groups["t"]);
                if (IsTitle(sentence, token, match, name) && used.Add(token.Text))
                {
                    yield return new Mention(token.Text, PeopleOf(sentence, match), sentence.Start, name);
                    foreach (Capture more in match.Groups["u"].Captures)
                    {
                        var second = sentence.Tokens[more.ValueSpan[^1] - 'a'];
                        if (used.Add(second.Text))
                        {
                            yield return new Mention(second.Text, PeopleOf(sentence, match), sentence.Start, name);
                        }
                    }
                }
            }
        }

        if (used.Count > 0)
        {
            yield break;
        }

        foreach (var (name, pattern, needs) in bold ? AboutAndTold : About)
        {
            if ((marks & needs) != needs)
            {
                continue;
            }

            var match = pattern().Match(sentence.Text);
            if (match.Success && Topic(sentence.Unmask(match.Groups["topic"].Value)) is { } topic)
            {
                yield return new Mention(topic, PeopleOf(sentence, match), sentence.Start, name);
                yield break;
            }
        }
    }

    /// <summary>What a sentence must hold for a pattern to be worth trying: most sentences hold too little for any.</summary>
    [Flags]
    private enum Needs
    {
        None = 0,
        Title = 1,
        Person = 2,
        Session = 4,
    }

    private static readonly ImmutableArray<(string Name, Func<Regex> Pattern, Needs Needs)> Named =
    [
        ("title-by-person", TitleByPerson, Needs.Title | Needs.Person), ("person-title", PersonTitle, Needs.Title | Needs.Person),
        ("person-tells-title", PersonTellsTitle, Needs.Title | Needs.Person),
        ("session-title-person", SessionTitlePerson, Needs.Title | Needs.Person | Needs.Session), ("session-title", SessionTitle, Needs.Title | Needs.Session),
    ];

    private static readonly ImmutableArray<(string Name, Func<Regex> Pattern, Needs Needs)> About =
    [
        ("session-of-person-about", SessionOfPersonAbout, Needs.Person | Needs.Session), ("session-about-by-person", SessionAboutByPerson, Needs.Person | Needs.Session),
        ("session-of-company-about", SessionOfCompanyAbout, Needs.Session), ("session-entitled", SessionEntitled, Needs.Session),
    ];

    private static readonly ImmutableArray<(string Name, Func<Regex> Pattern, Needs Needs)> AboutAndTold =
        [.. About, ("told-by-person", ToldByPerson, Needs.Person), ("person-tells", PersonTells, Needs.Person)];

    private static Needs Present(string sentence) =>
        (sentence.Contains('¤') ? Needs.Title : Needs.None) | (sentence.Contains('§') ? Needs.Person : Needs.None)
        | (AnySession().IsMatch(sentence) ? Needs.Session : Needs.None);

    private static ImmutableArray<Speaker> PeopleOf(MaskedSentence sentence, Match match) =>
        match.Groups["p"] is { Success: true } person ? sentence.TokenOf(person).People : [];

    // Quotes hold sayings and terms as well; a title begins with a capital, or stands right beside who gave it.
    private static bool IsTitle(MaskedSentence sentence, MaskedSentence.Token token, Match match, string pattern)
    {
        var at = match.Groups["t"].Index;
        var before = sentence.Text[Math.Max(0, at - 45)..at];
        var words = token.Text.Count(c => c == ' ') + 1;
        var capital = token.Text.FirstOrDefault(char.IsLetterOrDigit) is var first && (char.IsUpper(first) || char.IsDigit(first));
        return !NoTitleBefore().IsMatch(before) && pattern switch
        {
            "title-by-person" => token.IsQuoted || IsSession(token),
            "person-title" => token.IsQuoted || IsSession(token),
            "session-title" => capital && words >= 2 && (token.IsQuoted || IsSession(token)) && Announces().IsMatch(before),
            "session-title-person" => token.IsQuoted && capital || !token.IsQuoted,
            _ => token.IsQuoted && capital || IsSession(token),
        };
    }

    private static bool IsSession(MaskedSentence.Token token) =>
        token.Url is { } url && Facts.TalkLinks.IsWeb(url, out var address) && Facts.TalkLinks.KindOf(address, "") is LinkKind.Schedule or LinkKind.Video or LinkKind.Slides;

    private static string? Topic(string topic)
    {
        topic = Facts.PlainText.Line(TopicEnd().Split(topic, 2)[0]).Trim(' ', '"', '\'', '«', '»', ',', '-', '*');
        topic = Article().Replace(topic, "");
        var words = topic.Split(' ');
        return words.Length > 14 ? string.Join(' ', words[..14]) : topic.Length < 4 || words.Length == 1 && !char.IsUpper(topic[0]) ? null : topic;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b" + Session + @"\b", Options, 2_000)]
    private static partial Regex AnySession();

    [GeneratedRegex(@"(?<t>¤.)[\s).,*_]*\(?(?:(?:présentée?|animée?|donnée?|proposée?|racontée?) )?(?:(?:par|de|d['’]|by|avec)\s*|[-–—,:(]\s*)(?:(?:la|le|du|notre|mon|ma|jeune|talentueux|talentueuse|excellente?)\s+){0,3}(?<p>§.)", Options, 2_000)]
    private static partial Regex TitleByPerson();

    [GeneratedRegex(@"(?<p>§.)\s*[:(,–—-]{0,2}\s*(?<t>¤.)(?:(?:\s*,\s*|\s+(?:et|and|puis)\s+|\s*&\s*)(?<u>¤.))*", Options, 2_000)]
    private static partial Regex PersonTitle();

    [GeneratedRegex(@"(?<p>§.)(?=[^¤§]{0,200}(?:\b(?:présent|expli|montr|racont|parl|abord|propos|emmèn|donn|relat|partag|intitul|avec|retrouv|anim|pren)\w*|\b(?:talk|conférence|conf|session|présentation|keynote|expérience|atelier|dans|sur)\b))[^¤§]{0,200}?(?<t>¤.)", Options, 2_000)]
    private static partial Regex PersonTellsTitle();

    [GeneratedRegex(@"\b" + Session + @"\b[^¤§.;]{0,50}(?<t>¤.)[^§]{0,200}?(?<p>§.)", Options, 2_000)]
    private static partial Regex SessionTitlePerson();

    [GeneratedRegex(@"\b" + Session + @"\b[^¤§.;]{0,60}(?<t>¤.)", Options, 2_000)]
    private static partial Regex SessionTitle();

    [GeneratedRegex(@"\b" + Session + @"\b[^§.;:]{0,50}?(?:\b(?:de|du|par|by|avec)\s+|\bd['’]\s*)(?:(?:la|le|notre|mon|ma|jeune)\s+)?(?<p>§.)(?:[^.;§]{0,60}?)\b(?:sur|à propos d[eu]s?|autour d[eu]s?|concernant|consacrée? (?:à|aux|au))\s+(?<topic>[^.;]+)", Options, 2_000)]
    private static partial Regex SessionOfPersonAbout();

    [GeneratedRegex(@"\b" + Session + @"\s+(?:\w+\s+){0,2}(?:sur|autour d[eu]s?|à propos d[eu]s?|consacrée? (?:à|aux|au))\s+(?<topic>[^.;§]{3,120}?),?\s+(?:(?:présentée?|animée?|donnée?)\s+)?(?:par|de|d['’])\s*(?<p>§.)", Options, 2_000)]
    private static partial Regex SessionAboutByPerson();

    [GeneratedRegex(@"\b" + Session + @"\b[^§.;]{0,50}\b[Cc]el(?:ui|le) de (?!§)(?:\p{Lu}[\w&.-]*\s){1,3}sur\s+(?<topic>[^.;,]+)|\b" + Session + @"\s+(?:\w+\s+){0,2}de (?:\p{Lu}[\w&.-]*\s){1,3}sur\s+(?<topic>[^.;,]+)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex SessionOfCompanyAbout();

    [GeneratedRegex(@"\b" + Session + @"\b[^.;§¤]{0,40}\b(?:intitulée?|s['’]intitul\w+|nommée?|baptisée?)\s*:?\s*(?<topic>\p{Lu}[^.;,§]{5,100}?)(?:\s+ou encore|\s+par\s+(?<p>§.)|[.,;]|$)", Options, 2_000)]
    private static partial Regex SessionEntitled();

    [GeneratedRegex(@"^\W*(?<topic>[^,.;§]{3,80}),[^§]{0,160}\b(?:présentée?s?|animée?s?|racontée?s?)\s+par\s+(?<p>§.)", Options, 2_000)]
    private static partial Regex ToldByPerson();

    [GeneratedRegex(@"(?<p>§.)(?:,[^,.§]{0,60},|\s+(?:de|chez)\s+\p{Lu}\w+(?:\s*\([^)]{0,40}\))?)?,?\s+(?:¤.\s+|[\w' ]{0,30}(?=\bvenu ))?(?:(?:qui|y|également|ensuite|aussi|leur|lui)\s+)*" + Tells + @"\s*(?:[^.;§¤,]{0,20}?\bsur\s+)?(?:également\s+|aussi\s+)?(?<topic>[^.;§]{6,})", Options, 2_000)]
    private static partial Regex PersonTells();

    [GeneratedRegex(@"(?:\b(?:tracks?|livres?|book|ouvrages?|relative? au livre[^¤]*|articles?|citations?|expressions?|concepts?|dit|disait|disent|mode|terme|mot|mots|appel\w+|nomm\w+|devise|slogan|blog|billet|notion de|parlait d['’]|répond\w*|site|outil|projet|fil|cf|voir|lire|vidéo|slides|photo)\s*(?:de §.)?\s*[:,]?\s*(?:(?:de|du|des|le|la|les|l['’]|d['’]|un|une|son|sa|of)\s*)*)$", Options, 2_000)]
    private static partial Regex NoTitleBefore();

    [GeneratedRegex(@"(?:\b(?:intitulée?s?|titre|nommée?|baptisée?|appelée?)\s*[:,]?\s*|\b" + Session + @"\s*[:,(]*\s*|\()$", Options, 2_000)]
    private static partial Regex Announces();

    [GeneratedRegex(@"[,:;!?(]|\.\s|\s+(?:qui|où|en \w+ant|un cloud|mais|afin|car|puisque|alors|lorsque|et (?:comment|permet|leur|nous|a|ont))\s", Options, 2_000)]
    private static partial Regex TopicEnd();

    [GeneratedRegex(@"^(?:(?:la |de |du |des |d['’]|le |les |l['’]|un |une |leur |leurs |son |sa |ses |expérience de |faire une |que |nous )\s*)+", Options, 2_000)]
    private static partial Regex Article();
}
