using System.Runtime.Intrinsics;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What the documents of one segment gain beyond the words of a query: by topics they share with it, and by meaning alike.</summary>
/// <param name="topics">How much of what the query is about they are about.</param>
/// <param name="nearness">How near their vectors lie to the query's, by document, each 0..1; null where it has none.</param>
/// <param name="options">What both are worth.</param>
internal sealed class Aboutness(TopicAgreement topics, float[]? nearness, RankingOptions options)
{
    /// <summary>A talk that holds no word of the query answers from here on.</summary>
    private const float LeastAlone = 0.5f;

    private readonly float[] _agreements = new float[ScoreWindow.Size];
    private readonly float[] _nearness = new float[ScoreWindow.Size];

    /// <summary>What the topics it shares with the query bring a document. 0 or more.</summary>
    public float ByTopics(int doc) => options.Topics * topics.Of(doc);

    /// <summary>What meaning alike brings a document. 0 or more.</summary>
    public float ByMeaning(int doc) => nearness is null ? 0 : options.Meaning * nearness[doc];

    /// <summary>Whether any document gains anything.</summary>
    public bool Matters => topics.Matters || nearness is not null;

    /// <summary>Goes on to a window of documents.</summary>
    public void Enter(int start)
    {
        topics.Read(start, _agreements);
        if (nearness is not null)
        {
            var left = nearness.AsSpan(start, Math.Min(ScoreWindow.Size, nearness.Length - start));
            _nearness.AsSpan().Clear();
            left.CopyTo(_nearness);
        }
    }

    /// <summary>What the documents from a place of the window on gain: by topics and by meaning.</summary>
    public Vector256<float> At(int place) =>
        (options.Topics * Vector256.LoadUnsafe(ref _agreements[place])) + (options.Meaning * Vector256.LoadUnsafe(ref _nearness[place]));

    /// <summary>Adds the places of the window that answer without a word of the query; deleted documents may be among them.</summary>
    /// <param name="topicsSuffice">Whether topics alone may be the answer.</param>
    /// <param name="places">Receives them.</param>
    public void AddEnough(bool topicsSuffice, Span<ulong> places)
    {
        if (topicsSuffice)
        {
            AddEnough(_agreements, places);
        }

        if (nearness is not null)
        {
            AddEnough(_nearness, places);
        }
    }

    private static void AddEnough(float[] agreements, Span<ulong> places)
    {
        var least = Vector256.Create(LeastAlone);
        for (var place = 0; place < agreements.Length; place += Vector256<float>.Count)
        {
            var enough = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref agreements[place]), least);
            places[place >> DocBits.Shift] |= (ulong)enough.ExtractMostSignificantBits() << place;
        }
    }
}
