using Lucene.Net.Search;
using Recap.Engine.Querying.Suggesting;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>The names that the talks of one segment carry. Talks leave a segment and never come: each is unpacked once.</summary>
/// <param name="documents">How many documents the segment has, deleted ones included.</param>
internal sealed class SegmentNames(int documents)
{
    private readonly Lock _gate = new();
    private readonly CompletionName[]?[] _ofTalks = new CompletionName[documents][];
    private readonly Dictionary<(string Text, CompletionKind Kind), CompletionName> _known = [];

    /// <summary>The names of the talks that a generation has of the segment, in the order of documents, each as often as talks carry it.</summary>
    public IReadOnlyList<CompletionName> Of(Snapshot snapshot, int segment)
    {
        var (names, start) = (new List<CompletionName>(), snapshot.Reader.Leaves[segment].DocBase);
        var talks = snapshot.Talks(segment).GetIterator();
        lock (_gate)
        {
            for (var doc = talks.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = talks.NextDoc())
            {
                names.AddRange(_ofTalks[doc] ??= [.. CompletionName.Of(snapshot.TalkAt(start + doc)).Select(Known)]);
            }
        }

        return names;
    }

    private CompletionName Known((string Text, CompletionKind Kind) name) =>
        _known.TryGetValue(name, out var known) ? known : _known[name] = new CompletionName(name.Text, name.Kind);
}
