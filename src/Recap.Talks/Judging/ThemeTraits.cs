using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Splitting;

namespace Recap.Talks.Judging;

/// <summary>What tells that a passage is about several sessions, or about a part of one.</summary>
internal static partial class ThemeTraits
{
    private const double MostLinks = 4;
    private const double MostPeople = 4;

    private static readonly SearchValues<string> Several = SearchValues.Create(
        ["conférences", "talks", "présentations", "sessions", "keynotes", "ateliers", "intervenants", "speakers", "orateurs"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Trait> Of(Candidate candidate, Habits habits)
    {
        var title = candidate.Folded;
        if (habits.Repeated.Contains(title))
        {
            yield return new Trait("title-repeats", 1);
        }

        if (candidate.Section.Mark is { } mark && Part().IsMatch(mark.Text))
        {
            yield return new Trait("numbered-as-a-part", 1);
        }

        if (candidate.HasStatedSpeaker)
        {
            yield break;
        }

        if (!candidate.Line.IsAnnounced && Session().IsMatch(title))
        {
            yield return new Trait("title-speaks-of-sessions", 1);
        }

        var links = candidate.Links.Where(link => link.Kind is LinkKind.Schedule or LinkKind.Video or LinkKind.Slides).Select(link => (link.Kind, link.Url)).Distinct().CountBy(link => link.Kind).Select(kind => kind.Value).DefaultIfEmpty().Max();
        if (links > 1)
        {
            yield return new Trait("leads-to-several-sessions", Math.Min(links, MostLinks) / MostLinks, $"{links}");
        }

        if (candidate.InProse.Length > 1)
        {
            yield return new Trait("several-people-in-prose", Math.Min(candidate.InProse.Length, MostPeople) / MostPeople, string.Join(", ", candidate.InProse.Select(person => person.Name)));
        }

        if (candidate.Text.AsSpan().ContainsAny(Several))
        {
            yield return new Trait("tells-of-several-sessions", 1);
        }
    }

    [GeneratedRegex(@"^\s*\d{1,2}\.\d{1,2}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"\b(?:conferences?|confs?|talks?|sessions?|presentations?|ateliers?|keynotes|speakers?|orateurs?)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Session();
}
