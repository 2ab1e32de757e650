using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>Reads one of a list of names: "A (Company)", "A chez Company", "A UX Designer", "@handle".</summary>
internal static partial class ListedPerson
{
    private static readonly SearchValues<string> Employed = SearchValues.Create([" chez ", " from ", " at ", " @ "], StringComparison.Ordinal);

    // What leads to a company.
    private static readonly string[] Leads = ["de chez", "chez", "de la société", "from", "at", "de", "d'", "@"];

    // The first word of a job.
    private static readonly Vocabulary<bool> Jobs = new(
        ("head vp cto ceo cio cpo ux ui senior lead staff principal tech technical software developer product data devops sre designer engineering", true),
        ("docteur docteure doctorant doctorante professeur professeure ingénieur ingénieure architect architecte consultant consultante coach directeur directrice", true),
        ("co cofondateur cofondatrice fondateur fondatrice créateur créatrice responsable chef cheff chefe cheffe expert experte chercheur chercheuse chercheurs chercheuses", true),
        ("développeur développeuse développeurs développeuses freelance manager", true));

    /// <param name="item">The words that may be a name, nothing before and nothing behind them.</param>
    /// <param name="least">How much they must look like one.</param>
    /// <returns>The person; null where the words are no name.</returns>
    public static Speaker? Read(ReadOnlySpan<char> item, Likeness least)
    {
        // No name begins with a small letter, but for "d'".
        if (item is [var first, ..] && char.IsLower(first) && !item.StartsWith("d'"))
        {
            return null;
        }

        var (named, employer) = Parts(item);
        var bare = WithoutJob(item[named].Trim());
        // "@Nadia Perrin" is a name behind an at sign; a handle is one word.
        var name = bare is ['@', ..] && !bare.Contains(' ') ? bare : NameList.Cleaned(bare.TrimStart('@'));
        var isHandle = name.Length > 2 && name[0] == '@' && !name.Contains(' ');
        if (!isHandle && !IsName(name, least))
        {
            return null;
        }

        var organization = employer is { } company ? Organization(item[company]) : null;
        return new Speaker(name[(isHandle ? 1 : 0)..].ToString(), organization is ['@', ..] ? null : organization);
    }

    // Where the name stands, and where the company that is told behind it.
    private static (Range Name, Range? Company) Parts(ReadOnlySpan<char> item) =>
        AtOrganization(item)
        ?? InBrackets(item)
        ?? (MayBeOfOrganization(item) ? Matched(OfOrganization(), item) : null)
        ?? (.., null);

    // "A chez Company", "A de chez Company": the first such word counts.
    private static (Range Name, Range? Company)? AtOrganization(ReadOnlySpan<char> item)
    {
        var at = item.IndexOfAny(Employed);
        if (at <= 0 || item[..at].ContainsAny('(', '['))
        {
            return null;
        }

        var name = item[..at].TrimEnd();
        var word = item[(at + 1)..];
        word = word[..word.IndexOf(' ')];
        var company = item[(at + word.Length + 2)..].TrimStart();
        name = word is "chez" && name.EndsWith(" de") ? name[..^3].TrimEnd() : name;
        return name.IsEmpty || company.IsEmpty ? null : (..name.Length, (item.Length - company.Length)..);
    }

    private static (Range Name, Range? Company)? Matched(Regex pattern, ReadOnlySpan<char> item) =>
        pattern.Match(item.ToString()) is { Success: true } match ? (RangeOf(match.Groups["name"]), RangeOf(match.Groups["org"])) : null;

    private static Range RangeOf(Group group) => group.Index..(group.Index + group.Length);

    // "A (Company)", and nothing behind it; the marks of broken links are no part of the name: "A \[Company\]".
    private static (Range Name, Range? Company)? InBrackets(ReadOnlySpan<char> item)
    {
        var open = item is [.., ')' or ']'] ? item.IndexOfAny('(', '[') : -1;
        return open > 0 && item[open..].IndexOfAny(')', ']') is var length && open + length == item.Length - 1
            ? (..(open > 1 && item[open - 1] == '\\' ? open - 1 : open), (open + 1)..(open + length)) : null;
    }

    private static bool MayBeOfOrganization(ReadOnlySpan<char> item) => item.Contains(" de ", StringComparison.Ordinal) && PersonNames.IsGivenName(item[..item.IndexOf(' ')]);

    private static bool IsName(ReadOnlySpan<char> name, Likeness least) =>
        PersonNames.Of(name) is var likeness && likeness >= least && likeness > Likeness.None || least == Likeness.Shape && !name.Contains(' ') && PersonNames.IsGivenName(name);

    // "A UX Designer à la B": a name of two words or more ends where a job begins.
    private static ReadOnlySpan<char> WithoutJob(ReadOnlySpan<char> name)
    {
        var before = NextWord(name, 0);
        for (var at = NextWord(name, before); at < name.Length && !PersonNames.EndsName(name[before..(at - 1)]); (before, at) = (at, NextWord(name, at)))
        {
            if (Jobs.Of(SentenceWords.First(name[at..])) && Job().IsMatch(name[at..]))
            {
                return PersonNames.Of(name[..(at - 1)]) == Likeness.None ? name : name[..(at - 1)];
            }
        }

        return name;
    }

    private static int NextWord(ReadOnlySpan<char> text, int from) => text[from..].IndexOf(' ') is >= 0 and var blank ? from + blank + 1 : text.Length;

    /// <summary>The company that words name behind a person; null where they name none, or what the person does.</summary>
    public static string? Organization(ReadOnlySpan<char> text)
    {
        if (IsRole(text))
        {
            return null;
        }

        text = text.Trim(" ()[].,*_\\-–:");
        text = WithoutLead(text).Trim();
        return text.Length is 0 or > 80 || text.StartsWith("http", StringComparison.Ordinal) ? null : text.ToString();
    }

    private static ReadOnlySpan<char> WithoutLead(ReadOnlySpan<char> company)
    {
        foreach (var lead in Leads)
        {
            if (company.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && company[lead.Length..] is [var blank, ..] && char.IsWhiteSpace(blank))
            {
                return company[lead.Length..];
            }
        }

        return company;
    }

    /// <summary>Whether words say what somebody is: "A, l'auteur de …", "A, notre …".</summary>
    public static bool IsRole(ReadOnlySpan<char> words) => Role().IsMatch(words);

    // "Sven Martin de Company": behind a given name and a surname, "de" leads to where they work.
    [GeneratedRegex(@"^(?<name>(?<given>\p{Lu}[\p{Ll}-]+) \p{Lu}[\p{L}'’-]+) de (?<org>\p{Lu}[\w&.'-]*(?: \p{Lu}[\w&.'-]*){0,2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfOrganization();

    [GeneratedRegex(@"^\s*(?:(?:le|la|les|un|une|notre|nos|son|sa|qui)\s+|l['’])\p{Ll}{2}|^(?:spécialiste|développe|travaille|membre|responsable|experte?|auteure?|autrice|professeure?) |^(?:[Ss]enior |[Ll]ead |[Ss]taff |[Pp]rincipal )?(?:[Ss]ysadmin|[Dd][ée]veloppeu\w+|[Dd]eveloper|[Ii]ng[ée]nieure?|[Ss]oftware [Ee]ngineer|[Ss]ecurity (?:[Ee]ngineer|[Rr]esearcher)|[Aa]rchitecte?|[Cc]onsultante?|[Cc]oach|CTO|CEO|[Cc]o-?fondat(?:eur|rice)|[Ff]ondat(?:eur|rice)|[Cc]réat(?:eur|rice)|[Dd]irect(?:eur|rice)|[Rr]esearcher|[Cc]hercheu\w+|[Ff]reelance|[Tt]ech [Ll]ead|[Dd]esigner)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Role();

    [GeneratedRegex(@"^(?:Head of|VP|CTO|CEO|CIO|CPO|UX|UI|Senior|Lead|Staff|Principal|Tech(?:nical)? Lead|Software|Developer|Product (?:Owner|Manager|Designer)|Data (?:Scientist|Engineer|Analyst)|DevOps|SRE|Designer|Engineering|Docteure?|Doctorante?|Professeure?|Ingénieure?|Architecte?|Consultante?|Coach|Direct(?:eur|rice)|(?:[Cc]o-?)?[Ff]ondat(?:eur|rice)|Créat(?:eur|rice)|Responsable|Cheff?e?|Experte?|Chercheu\w+|Développeu\w+|Freelance|Manager)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Job();
}
