using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>
/// Keeps names of talks unique in an index of several sources. Two blogs may tell the same conference under the same
/// slug; the one that came first keeps the name, the other gets a number, and keeps it as long as the first is there.
/// </summary>
internal sealed class TalkNames(ITalkIndex index)
{
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    /// <summary>The talk, under a name that no other source holds.</summary>
    public async Task<Talk> NameAsync(string source, Talk talk, CancellationToken cancellationToken)
    {
        var name = talk.Id;
        for (var number = 2; await IsHeldByAnotherAsync(source, name, cancellationToken); number++)
        {
            name = $"{talk.Id}-{number}";
        }

        _given[name] = source;
        return name == talk.Id ? talk : talk with { Id = name };
    }

    private async Task<bool> IsHeldByAnotherAsync(string source, string name, CancellationToken cancellationToken)
    {
        if (_given.TryGetValue(name, out var holder))
        {
            return holder != source;
        }

        try
        {
            return (await index.Searcher.GetAsync(name, cancellationToken)).Source != source;
        }
        catch (TalkNotFoundException)
        {
            return false;
        }
    }
}
