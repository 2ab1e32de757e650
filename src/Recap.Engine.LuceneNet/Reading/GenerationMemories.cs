using System.Runtime.CompilerServices;
using Recap.Engine.LuceneNet.Matching;
using Recap.Engine.Querying;

namespace Recap.Engine.LuceneNet.Reading;

/// <summary>
/// What queries of a generation leave for those after them. It goes when the generation goes, and most of it when the next is
/// asked for the first time: a site that is edited all day would fill memory with what nobody asks any more.
/// </summary>
/// <param name="ranking">The weights.</param>
internal sealed class GenerationMemories(RankingOptions ranking)
{
    private readonly ConditionalWeakTable<Snapshot, GenerationMemory> _memories = [];
    private readonly Lock _gate = new();
    private GenerationMemory? _last;

    public GenerationMemory Of(Snapshot snapshot) => _memories.TryGetValue(snapshot, out var memory) ? memory : Begin(snapshot);

    private GenerationMemory Begin(Snapshot snapshot)
    {
        lock (_gate)
        {
            if (!_memories.TryGetValue(snapshot, out var memory))
            {
                _last?.Forget();
                _memories.Add(snapshot, _last = memory = new GenerationMemory(new Formula(ranking, snapshot.Lengths, snapshot.Days, snapshot.Notes), new ShownTalks()));
            }

            return memory;
        }
    }
}

/// <summary>What one generation is asked by, and what has been read of it lately.</summary>
/// <param name="Formula">What it makes of each talk, and what words gain.</param>
/// <param name="Shown">Talks ready to be shown.</param>
internal sealed record GenerationMemory(Formula Formula, ShownTalks Shown)
{
    /// <summary>Forgets what can be read again.</summary>
    public void Forget()
    {
        Formula.Kept.Forget();
        Shown.Forget();
    }
}
