using System.Collections.Immutable;

namespace Recap.Talks.Posts;

/// <summary>Walks the pieces of a text but images, and where in the text each begins.</summary>
/// <param name="spans">All pieces.</param>
internal struct PlacedPieces(ImmutableArray<Span> spans)
{
    private int _next;
    private int _end;

    public (Span Span, int At) Current { get; private set; }

    public readonly PlacedPieces GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < spans.Length)
        {
            var span = spans[_next++];
            if (!span.Style.HasFlag(SpanStyle.Image))
            {
                Current = (span, _end);
                _end += span.Text.Length;
                return true;
            }
        }

        return false;
    }
}
