namespace Recap.Talks.Posts;

/// <summary>The pieces of a block's text by their places: one of thousands is found without a look at the others.</summary>
internal sealed class PlacedSpans
{
    private readonly List<(Span Span, int At)> _spans;

    public PlacedSpans(Block block)
    {
        _spans = new(block.Spans.Length);
        foreach (var piece in block.Placed())
        {
            _spans.Add(piece);
        }
    }

    /// <summary>The piece that holds a character of the text, and where it begins; null behind the last.</summary>
    /// <param name="index">Index of the character.</param>
    public (Span Span, int At)? Of(int index)
    {
        var (from, to) = (0, _spans.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _spans[middle].At + _spans[middle].Span.Text.Length > index ? (from, middle) : (middle + 1, to);
        }

        return from < _spans.Count ? _spans[from] : null;
    }
}
