using System.Text.RegularExpressions;
using Recap.Talks.Judging;
using Found = (string Pattern, Recap.Talks.Splitting.Mentions.MaskedSentence.Token Title, Recap.Talks.Splitting.Mentions.MaskedSentence.Token? Person);
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Takes marked titles for talks where nothing but their company says so: in prose that tells sessions, a title beside a person is that person's, however the sentence joins them.</summary>
internal static partial class TitlesBeside
{
    private const int LongestWay = 200;

    // Fewer words name a product or a track.
    private const int FewestBlanks = 2;

    /// <summary>Adds the titles of a sentence with whoever stands nearest.</summary>
    public static void Add(MaskedSentence sentence, List<Found> found)
    {
        foreach (var title in sentence.Tokens)
        {
            if (title.IsTitle && Nearest(sentence, title) is { } person && IsTitle(sentence, title))
            {
                found.Add(("person-and-title", title, person));
            }
        }
    }

    private static bool IsTitle(MaskedSentence sentence, Token title) =>
        TitleMentions.IsCapital(title) && title.Text.AsSpan().Count(' ') >= FewestBlanks && (title.IsQuoted || TitleMentions.IsLinkedTitle(title) && IsPhrase(title.Text) && !Label().IsMatch(title.Text) && !TalkWords.IsUnseen(sentence.Text))
        && NoTitle.Stands(sentence, title) && !IsOther().IsMatch(sentence.Before(title)) && !FollowingTitles.IsSaid(sentence, title) && !Speaks().IsMatch(title.Text) && !title.Text.EndsWith('.');

    // A link to a company or a product has a capital to each word.
    private static bool IsPhrase(string title) => title.Split(' ').Count(word => word is [var first, ..] && char.IsLower(first)) >= FewestBlanks;

    private static Token? Nearest(MaskedSentence sentence, Token title)
    {
        Token? nearest = null;
        foreach (var token in sentence.Tokens)
        {
            if (!token.IsTitle && Math.Abs(token.At - title.At) <= (nearest is null ? LongestWay : Math.Abs(nearest.At - title.At)))
            {
                nearest = token;
            }
        }

        return nearest;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // "[Présentation sur le site de B](…)" says what it leads to.
    [GeneratedRegex(@"^(?:présentation|annonce|vidéo|slides?|article|billet|photos?|compte[- ]rendu|page|site)\b", Options)]
    private static partial Regex Label();

    // What people make besides sessions.
    [GeneratedRegex(@"\b(?:aute?ure?|autrice|écri\w+|films?|séries?|romans?|chaîne|association|produit|start-?up|rubrique|groupe|prix|chanson|jeu|manifeste|loi|théorème|principe|effet|règle|dicton|proverbe|phrase|question|remarque|mantra|leitmotiv|t-shirt|écran|sous-titre)\w*\s+(?:\w+\s+){0,2}[:,]?\s*(?:(?:de|du|des|le|la|les|l['’]|d['’]|un|une)\s*)*\z", Options)]
    private static partial Regex IsOther();

    // A title seldom speaks for itself; what somebody said does.
    [GeneratedRegex(@"\b(?:je|j['’]\w+|tu|nous|vous|on|il|elle|ils|elles|c['’]est|ce n['’]est|ça|i['’]m|you|we|they)\b", Options)]
    private static partial Regex Speaks();
}
