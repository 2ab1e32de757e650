using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>Reads "A &amp; B, Company", "A (X) et B (Y)", "A, X ; B, Y" and their kin.</summary>
internal static partial class NameList
{
    // A company, or a role in one; more words than that are a sentence about the person.
    private const int MostBlanksOfCompany = 8;

    // "et co", "et cie", "et al.", "et les autres", "et son équipe".
    private static readonly string[] OthersEnds = ["co", "cie", "compagnie", "al", "autres", "équipe"];

    private static readonly SearchValues<string> Aliases = SearchValues.Create(["aka", "a.k.a", "alias"], StringComparison.OrdinalIgnoreCase);

    // The signs of which handles and emoji are made; all but the first lie in one range, where most texts have none.
    private static readonly SearchValues<char> HandlesAndMarks =
        SearchValues.Create(['@', FirstMark, LastMark, .. Enumerable.Range(0xD800, 0x800).Select(half => (char)half)]);

    private const char FirstMark = '\u200D';
    private const char LastMark = '\uFE0F';

    private static readonly SearchValues<string> JointStems =
        SearchValues.Create([" & ", " + ", " et ", " and ", " und ", " x ", " y ", " -", " ainsi que ", " avec ", " with "], StringComparison.OrdinalIgnoreCase);

    /// <param name="text">The words that may be names, nothing before and nothing behind them.</param>
    /// <param name="least">How much each must look like a name.</param>
    /// <returns>The people; null where the text is no list of names.</returns>
    public static ImmutableArray<Speaker>? Read(ReadOnlySpan<char> text, Likeness least)
    {
        if (!PersonNames.MayBegin(text) || PersonNames.BeginsSentence(text))
        {
            return null;
        }

        text = MayHaveDuration(text) && DurationOrMark().First(text) is { Length: > 0 } duration ? text[..duration.Index] : text;
        text = (MayHaveOthers(text) && AndOthers().First(text) is { Length: > 0 } others ? text[..others.Index] : text).Trim(" .:;,-–—*_|");
        if (text.Length is < 2 or > 400)
        {
            return null;
        }

        var people = ImmutableArray.CreateBuilder<Speaker>(0);
        foreach (var range in text.Split(';'))
        {
            if (text[range].Trim() is { IsEmpty: false } group && !ReadGroup(group, least, people))
            {
                return null;
            }
        }

        return people.Count == 0 ? null : people.DrainToImmutable();
    }

    // Minutes, hours or a mark, "4/5": what a number is of stands behind its last digit.
    private static bool MayHaveDuration(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('0', '9'); at >= 0 && at + 1 < text.Length; at = text[at..].IndexOfAnyInRange('0', '9') is >= 0 and var next ? at + next : -1)
        {
            at++;
            if (text[at..].TrimStart() is ['/' or 'm' or 'M' or 'h' or 'H', ..])
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHaveOthers(ReadOnlySpan<char> text) => EndsInOthers(text.TrimEnd(". \t\n\r\u00A0\u202F")) || text.ContainsAny(Aliases);

    private static bool EndsInOthers(ReadOnlySpan<char> text)
    {
        if (text is not [.., 'o' or 'O' or 'e' or 'E' or 'l' or 'L' or 's' or 'S'])
        {
            return false;
        }

        foreach (var end in OthersEnds)
        {
            if (text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadGroup(ReadOnlySpan<char> group, Likeness least, ImmutableArray<Speaker>.Builder people)
    {
        var first = people.Count;
        var mayBeJoined = MayBeJoined(group);
        var (from, joint) = (0, 0..0);
        do
        {
            var (end, next) = mayBeJoined ? Joint(group, from) : (group.Length, group.Length);
            if (group[from..end].Trim(" ,") is { IsEmpty: false } part && !ReadJoined(part, group[joint], first, least, people))
            {
                return false;
            }

            (from, joint) = (next, end..next);
        }
        while (from < group.Length);

        ShareOrganization(people, first);
        return people.Count > first;
    }

    // What joins the part that begins at a place to the one behind it; the end of the group where none follows.
    private static (int Start, int End) Joint(ReadOnlySpan<char> group, int from)
    {
        foreach (var (start, end) in new NameJoints(group, from))
        {
            // "A (Director / CTO) et B": what parentheses hold is not parted.
            if (!IsWithin(group[from..start], group[start..]))
            {
                return (start, end);
            }
        }

        return (group.Length, group.Length);
    }

    // A part, and what joins it to the one before it.
    private static bool ReadJoined(ReadOnlySpan<char> part, ReadOnlySpan<char> joint, int first, Likeness least, ImmutableArray<Speaker>.Builder people)
    {
        // Behind a dash or a slash stands a person or a company; behind "et" only a person.
        var weak = joint.ContainsAny("-–—/");
        if (weak && people.Count > first && part[0] == '@' || ReadPart(part, people.Count == first ? least : weak ? Likeness.Known : LeastBeside(people[first], least), people))
        {
            return true;
        }

        if (people.Count == first)
        {
            return false;
        }

        if (weak && people[^1].Organization is null)
        {
            people[^1] = people[^1] with { Organization = ListedPerson.Organization(part) };
            return true;
        }

        // "A Head of Product & Directrice associée": A is both.
        if (ListedPerson.IsRole(part))
        {
            return true;
        }

        // "1&1 Mail & Media": the joint stood within the company's name.
        if (people[^1].Organization is not { } organization || part.Count(' ') > MostBlanksOfCompany)
        {
            return false;
        }

        people[^1] = people[^1] with { Organization = $"{organization}{joint}{part}" };
        return true;
    }

    // "A et B": who stands beside somebody known need not be known as well.
    private static Likeness LeastBeside(Speaker first, Likeness least) => PersonNames.Of(first.Name) == Likeness.Known ? Likeness.Shape : least;

    private static bool IsWithin(ReadOnlySpan<char> before, ReadOnlySpan<char> behind) =>
        before.Count('(') > before.Count(')') && behind.IndexOf(')') is var close and > 0 && behind[..close].IndexOf('(') < 0;

    private static bool MayBeJoined(ReadOnlySpan<char> group) => group.ContainsAny("/×–—") || group.ContainsAny(JointStems);

    private static bool ReadPart(ReadOnlySpan<char> part, Likeness least, ImmutableArray<Speaker>.Builder people)
    {
        var (before, depth) = (people.Count, 0);
        for (var from = 0; from <= part.Length;)
        {
            var end = Comma(part, from, ref depth);
            var item = part[from..end].Trim();
            from = end + 1;

            // "A, @a": the handle is A's own.
            if (item is ['@', ..] && people.Count > before)
            {
                continue;
            }

            // Behind a comma stands a company more often than a person.
            if (ListedPerson.Read(item, people.Count == before ? least : Likeness.Known) is { } person)
            {
                people.Add(person);
            }
            else if (people.Count == before || item.Count(' ') > MostBlanksOfCompany)
            {
                return false;
            }
            else
            {
                var organization = people[^1].Organization is { } known ? $"{known}, {ListedPerson.Organization(item)}" : ListedPerson.Organization(item);
                people[^1] = people[^1] with { Organization = organization };
            }
        }

        return true;
    }

    // "A & B, Company": one company behind the last name is everybody's.
    private static void ShareOrganization(ImmutableArray<Speaker>.Builder people, int first)
    {
        var last = people.Count - 1;
        if (last <= first || people[last].Organization is not { } organization)
        {
            return;
        }

        for (var i = last - 1; i >= first && people[i].Organization is null; i--)
        {
            people[i] = people[i] with { Organization = organization };
        }
    }

    /// <summary>A name without titles, handles and marks around it.</summary>
    internal static string Cleaned(string name) => Cleaned(name.AsSpan()).ToString();

    internal static ReadOnlySpan<char> Cleaned(ReadOnlySpan<char> name)
    {
        name = (MayHaveMark(name) ? HandleOrMark().Replace(name.ToString(), " ") : name).Trim(" ,:*_-–.");
        name = WithoutHonorific(name);
        return name.Contains("  ", StringComparison.Ordinal) || name.ContainsAny("\n\t\u00A0\u202F") ? Blanks().Replace(name.ToString(), " ").Trim() : name.Trim();
    }

    // "Dr. Ada Lovelace": of whom no more is told than "Mme Lovelace" keeps it.
    private static ReadOnlySpan<char> WithoutHonorific(ReadOnlySpan<char> name)
    {
        if (name is not ['D' or 'P' or 'M', ..] || name.IndexOf(' ') is var end && end < 0)
        {
            return name;
        }

        var title = name[..end];
        var rest = name[(end + 1)..];
        return (title is [.., '.'] ? title[..^1] : title) is "Dr" or "Pr" or "Prof" or "M" or "Mme" or "Mlle" or "Mr" or "Mrs" or "Ms"
            && rest.IndexOf(' ') is > 0 and var blank && rest[(blank + 1)..] is [not ' ', ..] ? rest : name;
    }

    private static bool MayHaveMark(ReadOnlySpan<char> name) => name.Contains('@') || name.ContainsAnyInRange(FirstMark, LastMark) && name.ContainsAny(HandlesAndMarks);

    // Commas within parentheses belong to the company.
    private static int Comma(ReadOnlySpan<char> part, int from, ref int depth)
    {
        for (var i = from; i < part.Length; i++)
        {
            depth += part[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth <= 0 && part[i] == ',')
            {
                return i;
            }
        }

        return part.Length;
    }

    // "A - 45 min", "A, 4,5/5".
    [GeneratedRegex(@"[-–—|,(]?\s*\b\d{1,2}(?:[.,]\d)?\s?/\s?(?:5|10|20)\b.*\z|[-–—|,(]?\s*\b\d{1,3}\s?(?:min\b|mins\b|minutes?\b|mn\b|h\b|heures?\b)\)?.*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DurationOrMark();

    [GeneratedRegex(@"\s*,?\s+(?:(?:&|et|and)\s+(?:co\b|cie\b|compagnie\b|al\b|les autres|d['’]autres|son équipe)|et al\b)\.?\s*\z|,?\s+(?:aka|a\.k\.a\.?|alias)\s.*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AndOthers();

    [GeneratedRegex(@"\(\s*@[\w-]+\s*\)|\B@[\w-]+\s*\z|[🎤🎙🗣👤👥🧑👩👨\uFE0F]|[\uD83C-\uD83E][\uDC00-\uDFFF]|\u200D", RegexOptions.NonBacktracking)]
    private static partial Regex HandleOrMark();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
