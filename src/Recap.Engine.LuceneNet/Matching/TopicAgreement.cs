using System.Collections.Immutable;
using System.Numerics;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>How much of what a query is about the talks of one segment are about.</summary>
internal sealed class TopicAgreement
{
    private readonly (AskedTopic Asked, ushort[] Affinities)[] _topics;

    public TopicAgreement(ImmutableArray<AskedTopic> topics, TopicAffinities affinities, int segment) =>
        _topics = [.. topics.Select(topic => (topic, affinities.Of(topic.Topic, segment)))];

    /// <summary>Whether a query is about anything.</summary>
    public bool Matters => _topics.Length > 0;

    /// <summary>The agreements of neighbouring documents, as <see cref="Of"/> gives them.</summary>
    /// <param name="start">The first document.</param>
    /// <param name="agreements">Receives one for each document, 0 past the end of the segment. Of a window's length.</param>
    public void Read(int start, Span<float> agreements)
    {
        agreements.Clear();
        foreach (var (asked, affinities) in _topics)
        {
            var of = affinities.AsSpan(start, Math.Min(agreements.Length, affinities.Length - start));
            var sums = agreements[..of.Length];
            var share = new Vector<float>(asked.Share);
            var at = 0;
            for (; at + Vector<ushort>.Count <= of.Length; at += Vector<ushort>.Count)
            {
                Vector.Widen(new Vector<ushort>(of[at..]), out var low, out var high);
                Add(sums[at..], share * Vector.ConvertToSingle(low));
                Add(sums[(at + Vector<float>.Count)..], share * Vector.ConvertToSingle(high));
            }

            for (; at < of.Length; at++)
            {
                sums[at] += asked.Share * of[at];
            }
        }

        var whole = new Vector<float>(Thousandths.Whole);
        for (var at = 0; at < agreements.Length; at += Vector<float>.Count)
        {
            (new Vector<float>(agreements[at..]) / whole).CopyTo(agreements[at..]);
        }
    }

    private static void Add(Span<float> sums, Vector<float> more) => (new Vector<float>(sums) + more).CopyTo(sums);

    /// <summary>From 0 (nothing) to 1 (wholly).</summary>
    public float Of(int doc)
    {
        var agreement = 0f;
        foreach (var (asked, affinities) in _topics)
        {
            agreement += asked.Share * affinities[doc];
        }

        return agreement / Thousandths.Whole;
    }

    /// <summary>The topics that a document shares with the query, the one that agrees most first.</summary>
    public ImmutableArray<string> Shared(int doc) =>
    [
        .. _topics.Where(topic => topic.Affinities[doc] > 0)
            .OrderByDescending(topic => topic.Asked.Share * topic.Affinities[doc])
            .Select(topic => topic.Asked.Topic),
    ];
}
