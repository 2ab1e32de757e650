using System.Buffers;

namespace Recap.Talks.Posts.Markup;

/// <summary>Finds what generators let writers add to a piece of text: <c>[words]{.class}</c>, <c>{role}`words`</c>, <c>:icon{name="x"}</c>.</summary>
internal static class Attributes
{
    // Attributes are a few words; a brace in prose must cost no more.
    private const int Longest = 200;
    private const int LongestText = 500;

    private static readonly SearchValues<char> OfNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz:-");

    /// <summary>Whether the words within braces are attributes: <c>#id .class key=value</c>.</summary>
    public static bool Are(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim();
        var name = inner is ['#' or '.', ..] ? inner[1..] : inner;
        var length = name.IndexOfAnyExceptInRange('-', 'z');
        name = length < 0 ? name : name[..length];
        return name is [not ('-' or '.' or '='), ..] && !name.ContainsAny('/', '[', ']') && (inner[0] is '#' or '.' ? name[0] is not (>= '0' and <= '9') : name.IndexOf('=') > 0 && char.IsAsciiLetter(name[0]));
    }

    /// <summary>What of a body goes for the attributes that open at a brace: all from a first place to an end, and a bracket before it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">Place of the opening brace.</param>
    /// <param name="done">Nothing before this place may go.</param>
    /// <returns>Places in the body, <c>To</c> behind the last one; <c>Bracket</c> has no length where no bracket goes. Null where there are no attributes.</returns>
    public static (Range Bracket, int From, int To)? At(ReadOnlySpan<char> body, int at, int done)
    {
        var length = body.Slice(at + 1, Math.Min(Longest, body.Length - at - 1)).IndexOfAny("{}\n");
        if (length < 0 || body[at + 1 + length] != '}')
        {
            return null;
        }

        var inner = body.Slice(at + 1, length);
        var to = at + length + 2;
        var before = at == 0 ? '\n' : body[at - 1];
        if (to < body.Length && body[to] == '`' && (char.IsWhiteSpace(before) || before is '(' or '«' or '’' or '\'') && IsName(inner))
        {
            return OfRole(body, at, to);
        }

        return before switch
        {
            ']' => OfWords(body, at, done, inner, to),
            ')' when Are(inner) => (at..at, at, to),
            '`' when Are(inner) && ClosesCode(body, at) => (at..at, at, to),
            _ when Component(body, at) is var colon && colon >= done => (colon..colon, colon, to),
            _ => null,
        };
    }

    // "{doc}`words <place>`" shows its words; of other roles the text is code.
    private static (Range, int, int) OfRole(ReadOnlySpan<char> body, int at, int to)
    {
        var text = body.Slice(to + 1, Math.Min(LongestText, body.Length - to - 1));
        var end = text.IndexOf('`');
        if (end <= 0 || body[(at + 1)..(to - 1)] is not ("ref" or "doc" or "term" or "any" or "abbr" or "download" or "numref"))
        {
            return (at..at, at, to);
        }

        var place = text[..end].LastIndexOf(" <");
        return (at..(to + 1), to + 1 + (place > 0 ? place : end), to + 2 + end);
    }

    // The brackets go with the attributes, unless they hold the address of a link.
    private static (Range, int, int)? OfWords(ReadOnlySpan<char> body, int at, int done, ReadOnlySpan<char> inner, int to)
    {
        var depth = 0;
        for (var open = at - 1; open >= Math.Max(done, at - LongestText) && body[open] != '\n'; open--)
        {
            depth += body[open] switch { ']' => 1, '[' => -1, _ => 0 };
            if (depth == 0)
            {
                var from = Component(body, open) is var colon && colon >= done ? colon : open;
                if (body[from..open].EndsWith("badge"))
                {
                    return (from..from, from, to);
                }

                return from == open && !Are(inner) ? null
                    : open > 0 && body[open - 1] is ']' or '!' ? (at..at, at, to)
                    : (from..(open + 1), at - 1, to);
            }
        }

        return Are(inner) ? (at..at, at, to) : null;
    }

    // Place of the colon in ":name" right before a place; -1 where there is none.
    private static int Component(ReadOnlySpan<char> body, int end)
    {
        var at = end;
        while (at > 0 && end - at < 40 && (char.IsAsciiLetterOrDigit(body[at - 1]) || body[at - 1] == '-'))
        {
            at--;
        }

        return at > 0 && at < end && body[at - 1] == ':' && char.IsAsciiLetter(body[at]) && (at == 1 || char.IsWhiteSpace(body[at - 2])) ? at - 1 : -1;
    }

    private static bool ClosesCode(ReadOnlySpan<char> body, int at)
    {
        var start = body[..at].LastIndexOf('\n') + 1;
        return at - start <= 2_000 && body[start..at].Count('`') % 2 == 0;
    }

    private static bool IsName(ReadOnlySpan<char> text) =>
        text is [>= 'a' and <= 'z', ..] && !text.ContainsAnyExcept(OfNames);
}
