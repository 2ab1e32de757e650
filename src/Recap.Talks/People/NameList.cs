using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Recap.Talks.People;

/// <summary>Reads "A &amp; B, Company", "A (X) et B (Y)", "A, X ; B, Y" and their kin.</summary>
internal static partial class NameList
{
    // A company, or a role in one; more words than that are a sentence about the person.
    private const int MostBlanksOfCompany = 8;

    private static readonly SearchValues<string> Aliases = SearchValues.Create(["aka", "a.k.a", "alias"], StringComparison.OrdinalIgnoreCase);

    // The signs of which handles and emoji are made.
    private static readonly SearchValues<char> HandlesAndMarks =
        SearchValues.Create(['@', '\u200D', '\uFE0F', .. Enumerable.Range(0xD800, 0x800).Select(half => (char)half)]);

    private static readonly SearchValues<string> JointStems =
        SearchValues.Create([" & ", " + ", " et ", " and ", " und ", " x ", " y ", " -", " ainsi que ", " avec ", " with "], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Employed = SearchValues.Create([" chez ", " from ", " at "], StringComparison.Ordinal);

    /// <param name="text">The words that may be names, nothing before and nothing behind them.</param>
    /// <param name="least">How much each must look like a name.</param>
    /// <returns>The people; null where the text is no list of names.</returns>
    public static ImmutableArray<Speaker>? Read(string text, Likeness least)
    {
        if (!PersonNames.MayBegin(text) || PersonNames.BeginsSentence(text))
        {
            return null;
        }

        text = text.AsSpan().ContainsAnyInRange('0', '9') ? DurationOrMark().Replace(text, "") : text;
        text = (MayHaveOthers(text) && AndOthers().Match(text) is { Success: true } others ? text[..others.Index] : text).Trim(' ', '.', ':', ';', ',', '-', '–', '—', '*', '_', '|');
        if (text.Length is < 2 or > 400)
        {
            return null;
        }

        var people = ImmutableArray.CreateBuilder<Speaker>();
        foreach (var group in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ReadGroup(group, least, people))
            {
                return null;
            }
        }

        return people.Count == 0 ? null : people.ToImmutable();
    }

    private static bool MayHaveOthers(ReadOnlySpan<char> text)
    {
        // "et co", "et cie", "et al.", "et les autres".
        var end = text.TrimEnd(". \t\n\r\u00A0\u202F");
        return end is [.., 'o' or 'O' or 'e' or 'E' or 'l' or 'L' or 's' or 'S'] || text.ContainsAny(Aliases);
    }

    private static bool ReadGroup(string group, Likeness least, ImmutableArray<Speaker>.Builder people)
    {
        var first = people.Count;
        foreach (var (joint, part) in Parts(group))
        {
            // Behind a dash or a slash stands a person or a company; behind "et" only a person.
            var weak = joint.AsSpan().IndexOfAny("-–—/") >= 0;
            if (weak && people.Count > first && part.StartsWith('@'))
            {
                continue;
            }

            if (ReadPart(part, people.Count == first ? least : weak ? Likeness.Known : LeastBeside(people[first], least), people))
            {
                continue;
            }

            if (weak && people.Count > first && people[^1].Organization is null)
            {
                people[^1] = people[^1] with { Organization = Organization(part) };
                continue;
            }

            // "A Head of Product & Directrice associée": A is both.
            if (people.Count > first && Role().IsMatch(part))
            {
                continue;
            }

            // "1&1 Mail & Media": the joint stood within the company's name.
            if (people.Count == first || people[^1].Organization is not { } organization || part.AsSpan().Count(' ') > MostBlanksOfCompany)
            {
                return false;
            }

            people[^1] = people[^1] with { Organization = $"{organization}{joint}{part}" };
        }

        ShareOrganization(people, first);
        return people.Count > first;
    }

    // "A et B": who stands beside somebody known need not be known as well.
    private static Likeness LeastBeside(Speaker first, Likeness least) => PersonNames.Of(first.Name) == Likeness.Known ? Likeness.Shape : least;

    // What joins a part to the one before it, and the part.
    private static IEnumerable<(string Joint, string Part)> Parts(string group)
    {
        var from = 0;
        var before = "";
        foreach (var joint in MayBeJoined(group) ? Joints().Matches(group) : Enumerable.Empty<Match>())
        {
            // "A (Director / CTO) et B": what parentheses hold is not parted.
            if (IsWithin(group.AsSpan(from, joint.Index - from), group.AsSpan(joint.Index)))
            {
                continue;
            }

            if (group[from..joint.Index].Trim(' ', ',') is { Length: > 0 } part)
            {
                yield return (before, part);
            }

            before = joint.Value;
            from = joint.Index + joint.Length;
        }

        if (group[from..].Trim(' ', ',') is { Length: > 0 } last)
        {
            yield return (before, last);
        }
    }

    private static bool IsWithin(ReadOnlySpan<char> before, ReadOnlySpan<char> behind) =>
        before.Count('(') > before.Count(')') && behind.IndexOf(')') is var close and > 0 && behind[..close].IndexOf('(') < 0;

    private static bool MayBeJoined(string group) => group.AsSpan().ContainsAny("/×–—") || group.AsSpan().ContainsAny(JointStems);

    private static bool ReadPart(string part, Likeness least, ImmutableArray<Speaker>.Builder people)
    {
        var before = people.Count;
        foreach (var item in SplitOutside(part))
        {
            // "A, @a": the handle is A's own.
            if (item.StartsWith('@') && people.Count > before)
            {
                continue;
            }

            // Behind a comma stands a company more often than a person.
            if (Person(item, people.Count == before ? least : Likeness.Known) is { } person)
            {
                people.Add(person);
            }
            else if (people.Count == before || item.AsSpan().Count(' ') > MostBlanksOfCompany)
            {
                return false;
            }
            else if (people[^1].Organization is null)
            {
                people[^1] = people[^1] with { Organization = Organization(item) };
            }
            else
            {
                people[^1] = people[^1] with { Organization = $"{people[^1].Organization}, {Organization(item)}" };
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

    private static Speaker? Person(string item, Likeness least)
    {
        var match = item.AsSpan().ContainsAny('(', '[', '@') || item.AsSpan().ContainsAny(Employed) ? WithOrganization().Match(item) : Match.Empty;
        match = match.Success || !item.Contains(" de ", StringComparison.Ordinal) ? match : OfOrganization().Match(item);
        match = match.Groups["given"] is { Success: true } given && !PersonNames.IsGivenName(given.ValueSpan) ? Match.Empty : match;
        var bare = WithoutJob((match.Success ? match.Groups["name"].Value : item).Trim());
        // "@Nadia Perrin" is a name behind an at sign; a handle is one word.
        var name = bare.StartsWith('@') && !bare.Contains(' ') ? bare : Cleaned(bare.TrimStart('@'));
        var organization = match.Success ? Organization(match.Groups["org"].Value) : null;
        organization = organization is { Length: > 0 } && organization[0] != '@' ? organization : null;
        if (name.StartsWith('@') && name.Length > 2 && !name.Contains(' '))
        {
            return new Speaker(name[1..], organization);
        }

        var likeness = PersonNames.Of(name);
        return likeness >= least && likeness > Likeness.None || least == Likeness.Shape && !name.Contains(' ') && PersonNames.IsGivenName(name)
            ? new Speaker(name, organization)
            : null;
    }

    // "A UX Designer à la B": a name of two words or more ends where a job begins.
    private static string WithoutJob(string name)
    {
        for (var at = name.IndexOf(' '); at > 0 && (at = name.IndexOf(' ', at + 1)) > 0;)
        {
            if (Job().IsMatch(name.AsSpan(at + 1)))
            {
                return PersonNames.Of(name.AsSpan(0, at)) == Likeness.None ? name : name[..at];
            }
        }

        return name;
    }

    /// <summary>A name without titles, handles and marks around it.</summary>
    internal static string Cleaned(string name)
    {
        name = (name.AsSpan().ContainsAny(HandlesAndMarks) ? HandleOrMark().Replace(name, " ") : name).Trim(' ', ',', ':', '*', '_', '-', '–', '.');
        name = name is ['D' or 'P' or 'M', ..] && Honorific().Match(name) is { Success: true } honorific ? name[honorific.Groups["name"].Index..] : name;
        return name.Contains("  ", StringComparison.Ordinal) || name.AsSpan().ContainsAny("\n\t\u00A0\u202F") ? Blanks().Replace(name, " ").Trim() : name.Trim();
    }

    private static string? Organization(string text)
    {
        if (Role().IsMatch(text))
        {
            return null;
        }

        text = OrganizationLead().Replace(text.Trim(' ', '(', ')', '[', ']', '.', ',', '*', '_', '\\', '-', '–', ':'), "").Trim();
        return text.Length is 0 or > 80 || text.StartsWith("http", StringComparison.Ordinal) ? null : text;
    }

    // Commas within parentheses belong to the company.
    private static IEnumerable<string> SplitOutside(string part)
    {
        var depth = 0;
        var from = 0;
        for (var i = 0; i < part.Length; i++)
        {
            depth += part[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth <= 0 && part[i] == ',')
            {
                yield return part[from..i].Trim();
                from = i + 1;
            }
        }

        yield return part[from..].Trim();
    }

    [GeneratedRegex(@"\s+(?:&|\+|et|and|und|×|x|y)\s+|\s*/\s*|\s+[-–—]{1,2}\s+|\s+(?:ainsi que|avec|with)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Joints();

    [GeneratedRegex(@"^(?<name>[^(\[]+?)\s*(?:\\?[(\[](?<org>[^)\]]*)\\?[)\]]\s*|\s(?:de chez|chez|from|at|@)\s+(?<org>.+))$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WithOrganization();

    // "Sven Martin de Company": behind a given name and a surname, "de" leads to where they work.
    [GeneratedRegex(@"^(?<name>(?<given>\p{Lu}[\p{Ll}-]+) \p{Lu}[\p{L}'’-]+) de (?<org>\p{Lu}[\w&.'-]*(?: \p{Lu}[\w&.'-]*){0,2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfOrganization();

    [GeneratedRegex(@"^(?:de chez|chez|de la société|from|at|de|d'|@)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OrganizationLead();

    // "A, l'auteur de …", "A, notre …".
    [GeneratedRegex(@"^\s*(?:(?:le|la|les|un|une|notre|nos|son|sa|qui)\s+|l['’])\p{Ll}{2}|^(?:spécialiste|développe|travaille|membre|responsable|experte?|auteure?|autrice|professeure?) |^(?:[Ss]enior |[Ll]ead |[Ss]taff |[Pp]rincipal )?(?:[Ss]ysadmin|[Dd][ée]veloppeu\w+|[Dd]eveloper|[Ii]ng[ée]nieure?|[Ss]oftware [Ee]ngineer|[Ss]ecurity (?:[Ee]ngineer|[Rr]esearcher)|[Aa]rchitecte?|[Cc]onsultante?|[Cc]oach|CTO|CEO|[Cc]o-?fondat(?:eur|rice)|[Ff]ondat(?:eur|rice)|[Cc]réat(?:eur|rice)|[Dd]irect(?:eur|rice)|[Rr]esearcher|[Cc]hercheu\w+|[Ff]reelance|[Tt]ech [Ll]ead|[Dd]esigner)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:Head of|VP|CTO|CEO|CIO|CPO|UX|UI|Senior|Lead|Staff|Principal|Tech(?:nical)? Lead|Software|Developer|Product (?:Owner|Manager|Designer)|Data (?:Scientist|Engineer|Analyst)|DevOps|SRE|Designer|Engineering|Docteure?|Doctorante?|Professeure?|Ingénieure?|Architecte?|Consultante?|Coach|Direct(?:eur|rice)|(?:[Cc]o-?)?[Ff]ondat(?:eur|rice)|Créat(?:eur|rice)|Responsable|Cheff?e?|Experte?|Chercheu\w+|Développeu\w+|Freelance|Manager)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Job();

    // "A - 45 min", "A, 4,5/5".
    [GeneratedRegex(@"[-–—|,(]?\s*\b\d{1,2}(?:[.,]\d)?\s?/\s?(?:5|10|20)\b.*$|[-–—|,(]?\s*\b\d{1,3}\s?(?:min\b|mins\b|minutes?\b|mn\b|h\b|heures?\b)\)?.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DurationOrMark();

    [GeneratedRegex(@"\s*,?\s+(?:(?:&|et|and)\s+(?:co\b|cie\b|compagnie\b|al\b|les autres|d['’]autres|son équipe)|et al\b)\.?\s*$|,?\s+(?:aka|a\.k\.a\.?|alias)\s.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AndOthers();

    [GeneratedRegex(@"\(\s*@[\w-]+\s*\)|\B@[\w-]+\s*$|[🎤🎙🗣👤👥🧑👩👨\uFE0F]|[\uD83C-\uD83E][\uDC00-\uDFFF]|\u200D", RegexOptions.NonBacktracking)]
    private static partial Regex HandleOrMark();

    [GeneratedRegex(@"^(?:Dr|Pr|Prof|M|Mme|Mlle|Mr|Mrs|Ms)\.? (?<name>\S+ \S)", RegexOptions.NonBacktracking)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
