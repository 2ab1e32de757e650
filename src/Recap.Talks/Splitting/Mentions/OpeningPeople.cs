using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Reads sentences that open with whose turn it was: "Avec A, nous avons découvert …", "Ensuite, A sur …", "C'est au tour de A de nous parler de …".</summary>
internal static partial class OpeningPeople
{
    // The words before the person are few, or the sentence opens with something else.
    private const int LongestOpening = 60;

    // The last word of whatever leads to whose turn it is.
    private static readonly Vocabulary<bool> Leads = new(("avec à est était de d par et puis ensuite enfin abord maintenant retrouve finir commencer continuer suivre suivait suivi suivie", true));

    /// <summary>What the first person of a sentence tells; null where the sentence does not open so.</summary>
    public static (string Pattern, string Topic, Token? Person)? Told(MaskedSentence sentence)
    {
        if (sentence.Tokens is not [{ IsTitle: false, At: <= LongestOpening } person, ..])
        {
            return null;
        }

        var place = sentence.Places[0];
        var opening = sentence.Text.AsSpan(0, person.At);
        if (!MayLead(opening))
        {
            return null;
        }

        var told = opening.IsWhiteSpace() ? MayBeBare(place.Behind) ? Bare() : null
            : EndsInWith(opening) && With().IsMatch(opening) ? Learnt()
            : Next().IsMatch(opening) ? About()
            : Turn().IsMatch(opening) ? ToTell()
            : null;
        return told?.Match(place.Behind.ToString()) is { Success: true } tells ? ("person-opens", tells.Groups["topic"].Value, person) : null;
    }

    // "A sur", "A (B), à propos".
    private static bool MayBeBare(ReadOnlySpan<char> behind) => behind.TrimStart() is ['(' or ',' or 's' or 'S' or 'à' or 'À', ..];

    // "avec", "grâce à".
    private static bool EndsInWith(ReadOnlySpan<char> opening) => opening.TrimEnd() is [.., 'c' or 'C' or 'à' or 'À'];

    // Most openings are "j'ai vu", "la session de", or a sentence of their own, which their last word says.
    private static bool MayLead(ReadOnlySpan<char> opening)
    {
        var isLabel = opening.TrimEnd() is [.., ':'];
        while (opening is [.., var last] && !char.IsLetter(last))
        {
            opening = opening[..^1];
        }

        return isLabel || opening.IsEmpty || Leads.Of(SentenceWords.Last(opening));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Who = @"^(?:\s*\([^()]{1,60}\))?\s*,?\s*";

    private const string Topic = @"(?<topic>(?:[^.;]|\.\w){6,})";

    [GeneratedRegex(@"^\W*(?:(?:puis|ensuite|enfin|et)\b\W*)?(?:avec|grâce\s+à)\s+\z", Options)]
    private static partial Regex With();

    [GeneratedRegex(Who + @"(?:nous\s+(?:avons|allons)|on\s+(?:a|va|est)|j['’]ai)\s+(?:\w+\s+){0,2}?(?:découv|explor|parl|vu|plong|appr|abord|discut|voyag|revu|reven|parti|compris)\w*\s+(?:(?:à|dans|sur|de|du|des|en|au|aux)\s+|d['’]\s*)?" + Topic, Options)]
    private static partial Regex Learnt();

    [GeneratedRegex(@"^\W*(?:(?:(?:et|puis|ensuite|enfin|d['’]abord|maintenant|pour\s+(?:finir|commencer|continuer|suivre))\b\W*){1,2}(?:place\s+à\s+|c['’]est\s+|c['’]était\s+|on\s+(?:retrouve|enchaîne\s+avec|poursuit\s+avec|continue\s+avec|termine\s+avec)\s+)?|place\s+à\s+|on\s+(?:retrouve|enchaîne\s+avec|poursuit\s+avec|continue\s+avec|termine\s+avec)\s+|suiv(?:ait|i|ie)\s+(?:de\s+|par\s+)?|(?:la\s+|le\s+)?(?:premi|deuxi|seconde?|troisi|quatri|derni|autre|suivant)\w*\s+" + MaskedSentence.Session + @"(?:\s+\w+){0,3}\s*:\s+|" + MaskedSentence.Session + @"\s+suivante?\s*:\s+)\z", Options)]
    private static partial Regex Next();

    [GeneratedRegex(Who + @"(?:(?:qui\s+)?(?:nous\s+)?parl\w+\s+(?:de|d['’]|des|du)|sur|autour\s+d\w*|à\s+propos\s+d\w*)\s*" + Topic, Options)]
    private static partial Regex About();

    // "A sur …", with no verb: an item of a list, or a note.
    [GeneratedRegex(Who + @"(?:sur|à\s+propos\s+d\w*)\s+" + Topic, Options)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\b(?:tour\s+(?:de\s+|d['’]\s*)|(?:place|parole|scène|micro)\s+à\s+|c['’](?:est|était)\s+(?:ensuite\s+|maintenant\s+)?à\s+)\z", Options)]
    private static partial Regex Turn();

    [GeneratedRegex(Who + @"(?:de\s+|d['’]\s*|pour\s+)(?:(?:monter|venir|prendre\s+la\s+parole|passer)\s+(?:sur\s+scène\s+)?(?:pour\s+)?)?(?:nous\s+)?(?:présenter|expliquer|montrer|raconter|relater|exposer|détailler|démontrer|partager|évoquer|aborder|décrire|illustrer|parler|retracer|dévoiler|faire\s+(?:découvrir|part\s+d\w+|(?:une?|l[ea])\s+(?:\w+\s+){0,2}?(?:présentation|démonstration|démo|retour(?:\s+d['’]expérience)?|rex)(?:\s+\w+){0,2}?\s+sur))\s+(?:(?:de|du|des)\s+|d['’]\s*)?" + Topic, Options)]
    private static partial Regex ToTell();
}
