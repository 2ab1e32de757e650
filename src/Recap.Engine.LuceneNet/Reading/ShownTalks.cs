using Recap.Engine.Indexing;
using Recap.Engine.Querying.Highlighting;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>Unpacks talks of one generation that are shown, and keeps those shown lately: who types on, or asks again, sees most of them once more.</summary>
internal sealed class ShownTalks
{
    /// <summary>Bytes kept: some 5,000 talks of usual length.</summary>
    private const long Most = 64 << 20;

    private readonly RecentlyUsed<int, ShownTalk> _lately = new(Most, talk => talk.Size);

    /// <summary>The talk of a document.</summary>
    public ShownTalk Of(Snapshot snapshot, int doc)
    {
        if (!_lately.TryGet(doc, out var shown))
        {
            var talk = snapshot.TalkAt(doc);
            _lately.Add(doc, shown = new ShownTalk(talk, AnalysedText.Of(talk.Talk.Title), AnalysedText.Of(talk.Talk.Text)));
        }

        return shown;
    }

    public void Forget() => _lately.Clear();
}

/// <summary>A talk with its texts ready to be highlighted.</summary>
internal sealed record ShownTalk(IndexedTalk Talk, AnalysedText Title, AnalysedText Text)
{
    /// <summary>What names, topics, links and the key take, in bytes.</summary>
    private const int Overhead = 4096;

    /// <summary>Bytes that it takes, more or less.</summary>
    public long Size => Overhead + Title.Size + Text.Size;
}
