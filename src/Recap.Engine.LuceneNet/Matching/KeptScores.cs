using Recap.Engine.LuceneNet.Reading;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What documents of one generation gain by the words, and by the forms of words, that were asked for lately.</summary>
internal sealed class KeptScores
{
    /// <summary>Bytes kept of either: at 100,000 talks, what some hundred frequent words take.</summary>
    private const long Most = 64 << 20;

    public RecentlyUsed<WordKey, FormScores> Words { get; } = new(Most, scores => scores.Size);

    public RecentlyUsed<FormKey, FormScores> Forms { get; } = new(Most / 2, scores => scores.Size);

    public void Forget()
    {
        Words.Clear();
        Forms.Clear();
    }
}
