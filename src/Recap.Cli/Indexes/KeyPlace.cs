using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Server.Security;

namespace Recap.Cli.Indexes;

/// <summary>Where the keys of an index lie, and what is pushed to it: beside the index, so that both go with it and neither is taken for a part of it.</summary>
internal static class KeyPlace
{
    /// <summary>The keys of the index asked for, there or yet to be.</summary>
    public static KeyRing Of(Surroundings surroundings, string? asked) => Beside(IndexPlace.ToWrite(surroundings, asked));

    /// <summary>How an index is reached from afar.</summary>
    /// <param name="folder">Absolute path of the index.</param>
    /// <param name="index">The index.</param>
    /// <param name="rules">How posts are read.</param>
    public static IndexAccess AccessTo(string folder, ITalkIndex index, ReadingRules rules) => new()
    {
        Keys = Beside(folder),
        Pushes = new PushedIndex(index, rules, new PushStore(folder + ".pushed"), TimeProvider.System),
    };

    private static KeyRing Beside(string folder) => new(folder + ".keys.json", TimeProvider.System);
}
