using System.Collections.Immutable;

namespace Recap.Talks.People;

/// <summary>A person named within a text.</summary>
internal readonly record struct PersonMention(string Name, int Start, int End);

/// <summary>Finds people named in prose: words with capitals that begin with a given name or an initial.</summary>
internal static class PersonFinder
{
    private const int LongestName = 5;

    public static ImmutableArray<PersonMention> Find(string text, Glossary glossary)
    {
        var found = ImmutableArray.CreateBuilder<PersonMention>();
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            var start = at;
            at = end;
            if (!PersonNames.IsGivenName(text.AsSpan(start, end - start)) && !IsInitial(text, start, ref end))
            {
                continue;
            }

            if (Extend(text, start, end) is { } person && glossary.Find(person.Name) is null)
            {
                found.Add(person);
                at = person.End;
            }
        }

        return found.ToImmutable();
    }

    private static bool IsInitial(string text, int start, ref int end)
    {
        if (end != start + 1 || !char.IsUpper(text[start]) || end >= text.Length || text[end] != '.' || end + 1 >= text.Length || text[end + 1] != ' ')
        {
            return false;
        }

        end++;
        return true;
    }

    private static PersonMention? Extend(string text, int start, int end)
    {
        var last = 0;
        var words = 1;
        for (var at = end; words < LongestName && at < text.Length && text[at] == ' ';)
        {
            var wordEnd = WordEnd(text, at + 1);
            var word = text.AsSpan(at + 1, wordEnd - at - 1);
            if (word.Length == 1 && wordEnd < text.Length && text[wordEnd] == '.' && char.IsUpper(word[0]))
            {
                wordEnd++;
                last = wordEnd < text.Length && text[wordEnd] is ',' or ')' ? wordEnd : last;
            }
            else if (PersonNames.IsNameWord(word) && (word.Length > 1 || wordEnd == text.Length))
            {
                last = wordEnd;
            }
            else if (!PersonNames.IsParticle(word))
            {
                break;
            }

            words++;
            at = wordEnd;
        }

        return last == 0 ? null : new PersonMention(text[start..last], start, last);
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '-' || text[at] is '\'' or '’' && at > 0 && char.IsUpper(text[at - 1]) && at + 1 < text.Length && char.IsUpper(text[at + 1])))
        {
            at++;
        }

        return at;
    }
}
