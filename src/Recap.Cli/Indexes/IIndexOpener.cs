using Recap.Engine.Indexing;

namespace Recap.Cli.Indexes;

/// <summary>Opens indexes; the one seam between the verbs and an engine.</summary>
internal interface IIndexOpener
{
    /// <summary>Whether there is an index in a folder.</summary>
    bool Exists(string folder);

    /// <summary>Whether a folder has files of an index and no generation: a first reindex broke off, or the list of generations was lost.</summary>
    bool HasRemains(string folder);

    /// <summary>Opens the index of a folder, or an empty one where there is none, and changes nothing of it.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="rules">What talks are built with: an index built with others is rebuilt by the next reindex.</param>
    /// <param name="said">Told in a sentence that the newest generation is damaged and this is the one before; not told where it is sound.</param>
    /// <exception cref="IndexUnusableException">What is there cannot be read, or is damaged.</exception>
    ITalkIndex Open(string folder, ReadingRules rules, Action<string> said);

    /// <summary>
    /// Opens the index of a folder, all of it compared with its checksums. A damaged one goes back to its newest sound
    /// generation, or is put aside where it may be.
    /// </summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="rules">What talks are built with.</param>
    /// <param name="mayPutAside">Whether what is wholly damaged may be moved: true for those who build it anew.</param>
    /// <param name="said">Told in a sentence what was done; not told where nothing was.</param>
    /// <exception cref="IndexUnusableException">What is there cannot be read.</exception>
    ITalkIndex OpenSound(string folder, ReadingRules rules, bool mayPutAside, Action<string> said);

    /// <summary>An empty index that leaves nothing behind.</summary>
    ITalkIndex InMemory(ReadingRules rules);
}
