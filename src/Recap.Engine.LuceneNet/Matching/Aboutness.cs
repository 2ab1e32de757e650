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
    private int _start;

    /// <summary>What a document gains by topics and by meaning. 0 or more.</summary>
    public float Of(int doc) => ByTopics(doc) + ByMeaning(doc);

    /// <summary>What the topics it shares with the query bring a document.</summary>
    public float ByTopics(int doc) => options.Topics * topics.Of(doc);

    /// <summary>What meaning alike brings a document.</summary>
    public float ByMeaning(int doc) => nearness is null ? 0 : options.Meaning * nearness[doc];

    /// <summary>Whether any document gains anything.</summary>
    public bool Matters => topics.Matters || nearness is not null;

    /// <summary>Goes on to a window of documents.</summary>
    public void Enter(int start)
    {
        _start = start;
        topics.Read(start, _agreements);
    }

    /// <summary>What the document at a place of the window gains: <see cref="Of"/>.</summary>
    public float At(int place) => (options.Topics * _agreements[place]) + ByMeaning(_start + place);

    /// <summary>Whether the document at a place of the window answers without a word of the query.</summary>
    /// <param name="place">The place.</param>
    /// <param name="topicsSuffice">Whether its topics alone may be the answer.</param>
    public bool IsEnough(int place, bool topicsSuffice) =>
        (topicsSuffice && _agreements[place] >= LeastAlone) || (nearness is not null && nearness[_start + place] >= LeastAlone);

    /// <summary>Adds the places of the window that answer without a word of the query; deleted documents may be among them.</summary>
    /// <param name="topicsSuffice">Whether topics alone may be the answer.</param>
    /// <param name="places">Receives them.</param>
    public void AddEnough(bool topicsSuffice, Span<ulong> places)
    {
        if (!topicsSuffice && nearness is null)
        {
            return;
        }

        var count = nearness is null ? ScoreWindow.Size : Math.Min(ScoreWindow.Size, nearness.Length - _start);
        for (var place = 0; place < count; place++)
        {
            places[place >> DocBits.Shift] |= (IsEnough(place, topicsSuffice) ? 1UL : 0UL) << place;
        }
    }
}
