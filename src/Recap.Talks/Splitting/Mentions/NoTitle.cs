using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Tells titles from what else stands in quotes or is a link: sayings, terms, books, pages.</summary>
internal static partial class NoTitle
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // Signs and blanks between words.
    private const string Joints = " \t\u00A0\u202F:,'’";

    // The first word of whatever is no title: "le livre Title", "sur slideshare".
    private static readonly Vocabulary<bool> Openings = new(
        ("le la les las l un une son sa ses ce cet cette livre livres bouquin bouquins ouvrage ouvrages article articles billet billets podcast podcasts newsletter sur chez dans via", true));

    // The last word of whatever says right before a quotation that it is no title, and what may stand between.
    private static readonly Vocabulary<bool> Leads = new(
        ("track tracks livre livres book ouvrage ouvrages article articles citation citations expression expressions concept concepts dit disait disent mode terme mot mots devise slogan", true),
        ("blog billet notion parlait site outil projet fil cf voir lire vidéo slides photo", true));

    private static readonly Vocabulary<bool> Articles = new(("de du des le la les l d un une son sa of", true));

    /// <summary>Whether neither a title nor the words before it say that it is none: "allé voir « … »" is no "voir « … »", and who talks of his own book talks.</summary>
    public static bool Stands(MaskedSentence sentence, Token title) => !(Openings.Of(SentenceWords.First(title.Text)) && IsOther().IsMatch(title.Text))
        && !(MayBeLedToOther(sentence.Before(title)) && IsLedToOther().IsMatch(sentence.Before(title)) && !IsSeen().IsMatch(sentence.Before(title)));

    private static bool MayBeLedToOther(ReadOnlySpan<char> before)
    {
        var lead = before.TrimEnd(Joints);
        var word = SentenceWords.Last(lead);
        while (Articles.Of(word) || lead is [.., '§', _])
        {
            lead = lead[..^(lead is [.., '§', _] ? 2 : word.Length)].TrimEnd(Joints);
            word = SentenceWords.Last(lead);
        }

        // "qui résume le mieux", "relative au livre": more words may follow.
        return Leads.Of(word) || Begins(word, "appel") || Begins(word, "nomm") || Begins(word, "répond")
            || before.Contains("livre", StringComparison.OrdinalIgnoreCase) || before.Contains("sum", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Begins(ReadOnlySpan<char> word, string stem) => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:all(?:ée?s?|er)|parti(?:e|s|es|r)?|partent|pu|filée?s?|courue?s?|voul\w+|tenais\s+à)\s+(?:\w+\s+)?(?:voir|écouter|suivre)\s*(?:l[ea]s?\s+|l['’]\s*)?\z|\bparl\w+\s+de\s+(?:son|leur)\s+(?:livre|ouvrage|projet|outil)\s*\z", Options)]
    private static partial Regex IsSeen();

    [GeneratedRegex(@"(?:\b(?:tracks?|livres?|book|ouvrages?|relative? au livre[^¤]*|articles?|citations?|expressions?|concepts?|dit|disait|disent|mode|terme|mot|mots|appel\w+|nomm\w+|devise|slogan|blog|billet|notion de|parlait d['’]|répond\w*|site|outil|projet|fil|cf|voir|lire|vidéo|slides|photo|résume (?:bien |assez bien |parfaitement )?l[ea] \w+)\s*(?:(?:de )?§.)?\s*[:,]?\s*(?:(?:de|du|des|le|la|les|l['’]|d['’]|un|une|son|sa|of)\s*)*)\z", Options)]
    private static partial Regex IsLedToOther();

    // "le livre Title", "sur slideshare".
    [GeneratedRegex(@"^(?:(?:l[ea]s?|une?|son|sa|ses|cet?|cette)\s+|l['’])?(?:livres?|bouquins?|ouvrages?|articles?|billets?|podcasts?|newsletter)\b|^(?:sur|chez|dans|via)\s+\S+\z", Options)]
    private static partial Regex IsOther();
}
