using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Server.Security;

namespace Recap.Cli.Indexes;

/// <summary>Where the keys of an index lie, and what is pushed to it: beside the index, so that both go with it and neither is taken for a part of it.</summary>
internal static class KeyPlace
{
    /// <summary>The keys of the index asked for, there or yet to be.</summary>
    public static KeyRing Of(Surroundings surroundings, string? asked) => Beside(IndexPlace.ToWrite(surroundings, asked));

    /// <summary>Whether somebody may fill the index of a folder from afar, be it there or not: keys were made for it, or sources were pushed.</summary>
    /// <param name="folder">Absolute path of the index.</param>
    public static bool IsPrepared(string folder) => File.Exists(FileOf(folder)) || HasPushed(folder);

    /// <summary>Whether sources were pushed to the index of a folder, from which it can be built anew.</summary>
    /// <param name="folder">Absolute path of the index.</param>
    public static bool HasPushed(string folder) => PushedTo(folder).List().Length > 0;

    /// <summary>How an index is reached from afar.</summary>
    /// <param name="folder">Absolute path of the index.</param>
    /// <param name="index">The index.</param>
    /// <param name="rules">How posts are read.</param>
    public static IndexAccess AccessTo(string folder, ITalkIndex index, ReadingRules rules) => new()
    {
        Keys = Beside(folder),
        Pushes = new PushedIndex(index, rules, PushedTo(folder), TimeProvider.System),
    };

    private static KeyRing Beside(string folder) => new(FileOf(folder), TimeProvider.System);

    private static string FileOf(string folder) => folder + ".keys.json";

    private static PushStore PushedTo(string folder) => new(folder + ".pushed");
}
