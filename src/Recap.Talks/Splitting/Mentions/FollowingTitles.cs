using System.Text.RegularExpressions;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds titles that belong to whoever the sentence before tells of.</summary>
internal static partial class FollowingTitles
{
    // Fewer words name a product or a track.
    private const int FewestBlanks = 2;

    // "of", "the", "and" keep their small letters in titles.
    private const int ShortestCapital = 4;

    /// <summary>Code of a title that opens a sentence which names nobody: it belongs to who is told of before.</summary>
    public const string Opening = "title-opens";

    /// <summary>The quoted title with which a sentence opens; null where it opens otherwise, or with what somebody said.</summary>
    public static string? Opens(MaskedSentence sentence) =>
        sentence.Tokens is [{ IsTitle: true, IsQuoted: true } title, ..] && title.Text.AsSpan().Count(' ') > FewestBlanks && TitleMentions.IsCapital(title) && !title.Text.EndsWith('.')
            && sentence.Text.AsSpan(0, title.At).IsWhiteSpace() && sentence.Places.Length == 0 && !Ends().IsMatch(sentence.Text.AsSpan(title.At + 2))
            ? title.Text : null;

    /// <summary>The title of whoever the sentence before tells of: "Son « Title » …", "Le titre : « Title »", "Dans « Title », elle …"; null where there is none.</summary>
    public static string? Follows(MaskedSentence sentence)
    {
        if (sentence.Tokens is not [{ IsTitle: true, IsQuoted: true } title] || title.Text.AsSpan().Count(' ') < FewestBlanks || title.Text.EndsWith('.'))
        {
            return null;
        }

        var before = sentence.Text.AsSpan(0, title.At);
        var behind = sentence.Text.AsSpan(title.At + 2);
        return !IsSaid(sentence, title) && (Whose().IsMatch(before) || Within().IsMatch(before) && ByPronoun().IsMatch(behind) || before.IsWhiteSpace() && (title.Target is null || TitleMentions.IsSession(title)) && IsTitleCase(title.Text)) ? title.Text : null;
    }

    // "The Port Is My Instrument": nobody speaks in capitals.
    private static bool IsTitleCase(string title)
    {
        var words = title.Split(' ').Where(word => word.Length >= ShortestCapital).ToList();
        return words.Count >= FewestBlanks && words.TrueForAll(word => !char.IsLower(word.FirstOrDefault(char.IsLetterOrDigit)));
    }

    /// <summary>Whether what stands behind a title says that somebody said it: "« … », dit-elle".</summary>
    public static bool IsSaid(MaskedSentence sentence, Token title) => SaysIt().IsMatch(sentence.Text.AsSpan(title.At + 2));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string SaidVerbs = @"(?:nous\s+)?(?:dit|dira|disait|a-t|lan[cç]\w+|expli\w+|répond\w*|affirm\w+|conclu\w*|ajout\w+|demand\w+|rappel\w+|insist\w+";

    // "« … », dit-elle".
    [GeneratedRegex(@"^\s*(?:[,.:;!?…]|\z|" + SaidVerbs + @"|c['’]est)\b)", Options)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*,?\s*" + SaidVerbs + @")\b", Options)]
    private static partial Regex SaysIt();

    // "Son « Title »", "Sous le titre « Title »", "Titre : « Title »", "Le titre était facile, « Title »".
    [GeneratedRegex(@"^\W*(?:(?:son|sa|leur|dans\s+(?:son|sa|leur))\s+(?:\w+\s+)?|(?:sous\s+(?:le|ce)\s+|le\s+|ce\s+)?titre\b[^.;]{0,30})\z", Options)]
    private static partial Regex Whose();

    [GeneratedRegex(@"^\W*(?:dans|avec|via|pour)\s+\z", Options)]
    private static partial Regex Within();

    [GeneratedRegex(@"^\s*,\s*(?:il|elle|ils|elles)\b", Options)]
    private static partial Regex ByPronoun();
}
