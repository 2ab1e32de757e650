using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.People;

/// <summary>A person named within a text.</summary>
internal readonly record struct PersonMention(string Name, int Start, int End);

/// <summary>Finds people named in prose: words with capitals that begin with a given name or an initial.</summary>
internal static class PersonFinder
{
    private const int LongestName = 5;

    /// <summary>With which names begin.</summary>
    internal static readonly CharacterSet Capitals = new(char.IsUpper);

    // What only people have done to a session.
    private static readonly ImmutableArray<string> Done =
        ["présenté par ", "présentée par ", "animé par ", "animée par ", "donné par ", "donnée par ", "présentés par ", "présentées par ", "animés par ", "exposé par ", "exposée par ", "mené par ", "menée par ", "proposé par ", "proposée par ", "assuré par ", "assurée par ", "tenu par ", "tenue par ", "raconté par ", "racontée par "];

    // What people give.
    private static readonly ImmutableArray<string> Given =
        ["talk de ", "présentation de ", "intervention de ", "conférence de ", "keynote de ", "session de ", "atelier de "];

    private static readonly Vocabulary<Lead> Leads = new(
        ("puis ensuite enfin alors terminer finir commencer continuer est était vu voir écouté écouter entendu entendre suivi suivre où", Lead.Next),
        ("et & and", Lead.Joint),
        ("par de", Lead.Giver));

    private static readonly ImmutableArray<string> Joints = [" et ", " & ", " and "];

    /// <summary>What a word before a capital says of who may follow.</summary>
    private enum Lead
    {
        None,

        /// <summary>Who is on next: "Puis A B", "J'ai vu A B".</summary>
        Next,

        /// <summary>Whoever belongs to who stands before.</summary>
        Joint,

        /// <summary>Who gave what stands before.</summary>
        Giver,
    }

    public static ImmutableArray<PersonMention> Find(ReadOnlySpan<char> text, Glossary glossary)
    {
        // Most texts name nobody.
        List<PersonMention>? found = null;
        var capitals = new CharacterPlaces(text, Capitals);
        var from = 0;
        for (var start = CapitalWord(text, from, ref capitals); start >= 0; start = CapitalWord(text, from, ref capitals))
        {
            var end = from = WordEnd(text, start);
            var isInitial = IsInitial(text, start, ref end);
            if (!GoesOn(text, end))
            {
                continue;
            }

            var known = isInitial || PersonNames.IsGivenName(text[start..end]);
            if (!known && !MayBeUnknown(text, start, found))
            {
                continue;
            }

            if (Extend(text, start, end) is { } person && glossary.Find(person.Name) is null && (known || IsUnknown(text, person, found)))
            {
                found ??= [];
                if (Beside(text, person.Start, from: found.Count > 0 ? found[^1].End : 0) is { } beside && glossary.Find(beside.Name) is null)
                {
                    found.Add(beside);
                }

                found.Add(person);
                from = person.End;
            }
        }

        return found is null ? [] : [.. found];
    }

    // The next word that begins with a capital: from a place where a word may begin, on.
    private static int CapitalWord(ReadOnlySpan<char> text, int from, ref CharacterPlaces capitals)
    {
        var at = capitals.Next(from);
        while (at > from && IsInWord(text, at - 1))
        {
            at = capitals.Next(at + 1);
        }

        return at;
    }

    // A name has a second word; most words with a capital go on with none that could be it.
    private static bool GoesOn(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] == ' ' && (char.IsUpper(text[end + 1]) || PersonNames.IsParticle(text[(end + 1)..WordEnd(text, end + 1)]));

    // Not everybody's given name is known; a sentence may begin with any, and one known person may stand beside another.
    private static bool MayBeUnknown(ReadOnlySpan<char> text, int start, List<PersonMention>? found) =>
        start == 0 || text[start - 1] switch
        {
            '\n' => true,
            ' ' => start > 1 && text[start - 2] is '.' or '!' or '?' || IsLedTo(text, start, found),
            ',' => IsLedTo(text, start, found),
            _ => false,
        };

    private static bool IsLedTo(ReadOnlySpan<char> text, int start, List<PersonMention>? found)
    {
        var before = text[..start].TrimEnd(" ,");
        return Leads.Of(before[(before.LastIndexOfAny(" '’\n") + 1)..]) switch
        {
            Lead.Next => start - before.Length <= 2,
            Lead.Joint => IsBeside(text, start, found),
            Lead.Giver => IsSaid(text, start),
            _ => false,
        };
    }

    private static bool IsSaid(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start];
        var isBy = before.EndsWith(" par ", StringComparison.OrdinalIgnoreCase);
        if (!isBy && !before.EndsWith(" de ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // "« Title », par A", "« Title » de A", "Title - par A".
        var title = before[..before.TrimEnd().LastIndexOf(' ')].TrimEnd(" ,");
        if (title is [.., '»' or '”' or '"'] || isBy && title is [.., ' ', '-' or '–' or '—'])
        {
            return true;
        }

        foreach (var saying in isBy ? Done : Given)
        {
            if (before.EndsWith(saying, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBeside(ReadOnlySpan<char> text, int start, List<PersonMention>? found) =>
        found is [.., var last] && text[last.End..start] is " et " or " & " or " and ";

    // "A & B": who stands before somebody known needs no known name; two words with capitals, and no more, are one.
    private static PersonMention? Beside(ReadOnlySpan<char> text, int end, int from)
    {
        foreach (var joint in Joints)
        {
            if (!text[from..end].EndsWith(joint))
            {
                continue;
            }

            var last = end - joint.Length;
            var surname = WordStart(text, last, from);
            if (surname == last || surname - from < 2 || text[surname - 1] != ' ')
            {
                return null;
            }

            var start = WordStart(text, surname - 1, from);
            var isWhole = start == from || text[start - 1] is '(' or '\n' || start - from > 1 && text[start - 1] == ' ' && !char.IsUpper(text[WordStart(text, start - 1, from)]);
            return isWhole && PersonNames.Of(text[start..last]) == Likeness.Shape ? new PersonMention(text[start..last].ToString(), start, last) : null;
        }

        return null;
    }

    private static int WordStart(ReadOnlySpan<char> text, int end, int from)
    {
        while (end > from && IsInWord(text, end - 1))
        {
            end--;
        }

        return end;
    }

    // A given name behind the first word says that the name begins there, but of two words the surname may stand first.
    private static bool IsUnknown(ReadOnlySpan<char> text, PersonMention person, List<PersonMention>? found) =>
        PersonNames.Of(person.Name) != Likeness.None && person.Name.Any(char.IsLower) && (!person.Name.Split(' ')[1..].Any(word => PersonNames.IsGivenName(word)) || person.Name.AsSpan().Count(' ') == 1 && IsSaid(text, person.Start))
        && (IsBeside(text, person.Start, found) || IsSaid(text, person.Start) || TellingVerbs.IsSpeaker(text[person.End..]));

    private static bool IsInitial(ReadOnlySpan<char> text, int start, ref int end)
    {
        if (end != start + 1 || !char.IsUpper(text[start]) || end >= text.Length || text[end] != '.' || end + 1 >= text.Length || text[end + 1] != ' ')
        {
            return false;
        }

        end++;
        return true;
    }

    // Behind a surname, "de" leads to a company: "A Martin de Slack".
    private static PersonMention? Extend(ReadOnlySpan<char> text, int start, int end)
    {
        var last = 0;
        var words = 1;
        for (var at = end; words < LongestName && at < text.Length && text[at] == ' ';)
        {
            var wordEnd = WordEnd(text, at + 1);
            var word = text[(at + 1)..wordEnd];
            if (word.Length == 1 && wordEnd < text.Length && text[wordEnd] == '.' && char.IsUpper(word[0]))
            {
                wordEnd++;
                last = wordEnd < text.Length && text[wordEnd] is ',' or ')' ? wordEnd : last;
            }
            else if (PersonNames.IsNameWord(word) && (word.Length > 1 || wordEnd == text.Length))
            {
                last = wordEnd;
            }
            else if (!PersonNames.IsParticle(word) || word is "de" && (last > 0 || IsAcronym(text, wordEnd + 1)))
            {
                break;
            }

            words++;
            at = wordEnd;
        }

        return last == 0 ? null : new PersonMention(text[start..last].ToString(), start, last);
    }

    // "Olivier de TEA".
    private static bool IsAcronym(ReadOnlySpan<char> text, int at) =>
        at < text.Length && WordEnd(text, at) is var end && end - at is > 1 and < 5 && !text[at..end].ContainsAnyExceptInRange('A', 'Z');

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsInWord(text, at))
        {
            at++;
        }

        return at;
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at) =>
        char.IsLetter(text[at]) || text[at] is '-' || text[at] is '\'' or '’' && at > 0 && char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsUpper(text[at + 1]);
}
