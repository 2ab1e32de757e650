namespace Recap.Talks.Posts.Markup;

/// <summary>Tells, line by line, what stands in a fenced block of code.</summary>
internal struct Fence
{
    private char _mark;
    private int _length;

    /// <summary>Whether a fenced block is open: the next line fills or closes it.</summary>
    public readonly bool IsOpen => _length > 0;

    /// <summary>Whether the next line opens, fills or closes a fenced block.</summary>
    public bool Passes(ReadOnlySpan<char> line)
    {
        var start = line.TrimStart();
        var length = line.Length - start.Length > 3 || start.IsEmpty || start[0] is not ('`' or '~') ? 0 : start.IndexOfAnyExcept(start[0]);
        length = length < 0 ? start.Length : length;
        if (_length > 0)
        {
            var closes = length >= _length && start[0] == _mark && start.TrimEnd().Length == length;
            _length = closes ? 0 : _length;
            return true;
        }

        (_mark, _length) = length >= 3 ? (start[0], length) : ('\0', 0);
        return _length > 0;
    }
}
