using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Splitting.Mentions;

namespace Recap.Talks.Splitting.Titles;

/// <summary>What the title of a post leaves when conference, day and words of recaps are taken off: the title of a talk, where the post tells of one.</summary>
/// <param name="Title">What is left; never empty.</param>
/// <param name="IsQuoted">Whether it stands in quotes.</param>
/// <param name="NamesConference">Whether the title names a conference besides.</param>
internal sealed partial record PostTitle(string Title, bool IsQuoted, bool NamesConference)
{
    /// <summary>Whether the words beside the quotes call it one session: "« Title », la session qui m'a fait changer d'avis".</summary>
    public bool CallsSession { get; init; }

    /// <summary>Who gave it, where the title of the post says so behind the quotes.</summary>
    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    private const int ShortestQuote = 8;

    private const int LengthOfYear = 4;

    // What may part a title.
    private static readonly SearchValues<char> Signs = SearchValues.Create("-–—|=:~,");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("«“\"");

    /// <summary>Takes a post's title apart; null where nothing is left, or where it says that the post is no session's.</summary>
    /// <param name="facts">What holds for the post as a whole.</param>
    public static PostTitle? Of(PostFacts facts)
    {
        if (facts.Title is not { Length: > 0 } title || PostPromises.TellsOfNoSession(facts))
        {
            return null;
        }

        var series = facts.FoldedSeries;
        title = QuotedWords.Unified(WithoutBracket(title, series));
        var names = NamesYear(title) || series.Length > 0 && SectionWords.Fold(title).Contains(series, StringComparison.Ordinal);
        if (title.AsSpan().ContainsAny(Quotes) && Quote().Match(title) is { Success: true } quote && quote.Groups["title"].Length >= ShortestQuote)
        {
            var people = facts.Event is null ? [] : PeopleBehind(title[(quote.Index + quote.Length)..]);
            return new PostTitle(quote.Groups["title"].Value.Trim(), true, names) { CallsSession = IsOneSession(title, quote, names) || !people.IsEmpty, Speakers = people };
        }

        if (title.Contains(" sur ", StringComparison.OrdinalIgnoreCase) && About().Match(title) is { Success: true } about)
        {
            return new PostTitle(about.Groups["topic"].Value.Trim(), false, names);
        }

        var (start, end) = (0, 0);
        var writer = title[..0];
        for (var at = 0; Part(title, at) is { } part; at = part.Next)
        {
            if (IsFrame(SectionWords.Fold(title[part.Start..part.End]), series))
            {
                if (end > 0 && PersonNames.Of(title.AsSpan(start..end)) != Likeness.Known)
                {
                    break;
                }

                // "A - Devoxx 2023 - Title": who wrote it, or all that the title tells.
                writer = end > 0 ? title[start..end] : writer;
                end = 0;
                continue;
            }

            start = end > 0 ? start : part.Start;
            end = part.End;
        }

        // "DevTour 2023, la keynote": the conference's own is a session, and called by nothing else.
        return (end > 0 ? title[start..end] : writer).Trim(' ', ':', '-', '–', '—', '|', '=', '>') is { Length: > 0 } left ? new PostTitle(WithoutOr(left), false, names)
            : Decoration.KindOf(title) is TalkKind.Keynote && !title.Contains("keynotes", StringComparison.OrdinalIgnoreCase) ? new PostTitle(title, false, names) : null;
    }

    // "« Title » : A au meetup de mars" as well; "« Title » : A" may be somebody's words.
    private static bool IsOneSession(string title, Match quote, bool namesConference)
    {
        var (before, behind) = (title[..quote.Index], title[(quote.Index + quote.Length)..]);
        return OneBefore().IsMatch(before) || OneBehind().IsMatch(behind)
            || (namesConference || title.Contains("meetup", StringComparison.OrdinalIgnoreCase)) && (!PersonFinder.Find(before, Glossary.Empty).IsEmpty || !PersonFinder.Find(behind, Glossary.Empty).IsEmpty);
    }

    // "« Title », par A", of a post that speaks of a conference.
    private static ImmutableArray<Speaker> PeopleBehind(string behind) =>
        By().IsMatch(behind) ? [.. PersonFinder.Find(behind, Glossary.Empty).Select(person => new Speaker(person.Name))] : [];

    // "[Compte-rendu] Title".
    private static string WithoutBracket(string title, string series) =>
        title.StartsWith('[') && title.IndexOf(']') is var end and > 0 && IsFrame(SectionWords.Fold(title[1..end]), series) ? title[(end + 1)..].TrimStart() : title;

    // "A à Devoxx 2023, ou comment …".
    private static string WithoutOr(string title) => title.StartsWith("ou ", StringComparison.OrdinalIgnoreCase) ? title[3..] : title;

    // "Devoxx 2023", "Compte rendu", "Jour 1".
    private static bool IsFrame(string folded, string series)
    {
        var sense = SectionWords.SenseOf(folded);
        return folded.Length == 0 || NamesYear(folded) || series.Length > 0 && folded.Contains(series, StringComparison.Ordinal)
            || (sense & (SectionSense.Container | SectionSense.Frame)) != SectionSense.None || sense.HasFlag(SectionSense.Recap) && folded.AsSpan().Count(' ') < 3;
    }

    // "2023", "DevTour2023".
    private static bool NamesYear(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('1', '2'); at >= 0 && at + LengthOfYear <= text.Length; at = text[(at + 1)..].IndexOfAny('1', '2') is >= 0 and var next ? at + 1 + next : -1)
        {
            var end = at + LengthOfYear;
            var year = text[at..end];
            if ((year is ['1', '9', ..] or ['2', '0', ..]) && !year.ContainsAnyExceptInRange('0', '9')
                && (end == text.Length || !WordSearch.IsOfWord(text[end])) && (at == 0 || !WordSearch.IsOfWord(text[at - 1]) || char.IsAsciiLetter(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    // The words of a title up to what parts it, and where the next begin: a sign within a word parts nothing, nor does what stands before a lone "=".
    private static (int Start, int End, int Next)? Part(ReadOnlySpan<char> title, int from)
    {
        for (var at = from; at < title.Length;)
        {
            if (!Signs.Contains(title[at]))
            {
                at++;
            }
            else if (title[at] != '|' && at + 1 < title.Length && title[at + 1] != '>' && !char.IsWhiteSpace(title[at + 1]))
            {
                at += 2;
            }
            else if (at > from && (title[at] != '=' || title[at..] is [_, '>', ..]))
            {
                var behind = title[(at + (title[at] == '=' ? 2 : 1))..];
                return (from, at, title.Length - behind.TrimStart().Length);
            }
            else
            {
                from = ++at;
            }
        }

        return from < title.Length ? (from, title.Length, title.Length) : null;
    }

    // "Une conférence sur Docker organisée par le JUG".
    [GeneratedRegex(@"^(?:(?:retour|retours) sur )?(?:une|la) (?:conférence|conf|présentation|session|soirée) sur (?<topic>.{3,}?)(?: (?:organisée?|animée?|donnée?|présentée?|par|avec|chez|à|au|aux)\b.*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex About();

    [GeneratedRegex("[«“\"](?<title>[^»”\"]+)[»”\"]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quote();

    // "La conférence « DevTour »" is no session.
    private const string One = @"(?:une?|l[ea]|cette|cet?|mon|ma)\s+(?:talk|session|keynote|présentation|atelier|intervention|quickie|workshop|plénière)\b";

    [GeneratedRegex(@"\b" + One + @"(?:\s+(?:de|d['’]|par)\s+.{3,40})?\s*:?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OneBefore();

    [GeneratedRegex(@"^\s*[,(–—-]?\s*(?:par|by)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s*[,:–—(-]\s*" + One, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OneBehind();
}
