namespace Recap.Talks.Posts.Markup.Org;

/// <summary>Follows lists: what is indented more than an item belongs to it, all else may be indented for looks.</summary>
internal sealed class OrgLists
{
    // What nests more deeply stands beside what it is in.
    private const int DeepestContent = 40;

    // An item's own indentation, and that of what it holds in Markdown.
    private readonly Stack<(int Indent, int Content)> _items = new();

    /// <summary>Length of the mark that begins an item, with its blank; 0 where there is none.</summary>
    public static int MarkerOf(string text, int indent) => text switch
    {
        ['-' or '+', ' ', ..] => 2,
        ['*', ' ', ..] when indent > 0 => 2,
        _ when text.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and <= 3 and var digits && text.AsSpan(digits) is ['.' or ')', ' ', ..] => digits + 2,
        _ => 0,
    };

    /// <summary>The words of an item without its box; a term that it explains is bold.</summary>
    public static string WordsOf(string item)
    {
        item = item.TrimStart();
        item = item is ['[', ' ' or 'X' or 'x' or '-', ']', ' ', ..] ? item[4..] : item;
        var term = item.IndexOf(" :: ", StringComparison.Ordinal);
        return term <= 0 ? item : $"{(item.AsSpan(0, term).ContainsAny('*', '[') ? item[..term] : $"*{item[..term]}*")} : {item[(term + 4)..]}";
    }

    /// <summary>What an item begins with in Markdown.</summary>
    public string Item(string text, int indent, int marker)
    {
        var content = Below(indent);
        var mark = char.IsAsciiDigit(text[0]) ? $"{text[..(marker - 2)]}. " : "- ";
        _items.Push((indent, content + mark.Length));
        return new string(' ', content) + mark;
    }

    /// <summary>What a line that is no item begins with in Markdown.</summary>
    public string Text(int indent) => new(' ', Below(indent));

    public void Clear() => _items.Clear();

    // Lists end where a line is indented no more than they are.
    private int Below(int indent)
    {
        while (_items.TryPeek(out var last) && last.Indent >= indent)
        {
            _items.Pop();
        }

        return _items.TryPeek(out var item) ? Math.Min(DeepestContent, item.Content) : 0;
    }
}
