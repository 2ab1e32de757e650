using Recap.Engine.Indexing;

namespace Recap.Cli.Indexes;

/// <summary>Opens indexes; the one seam between the verbs and an engine.</summary>
internal interface IIndexOpener
{
    /// <summary>Whether there is an index in a folder.</summary>
    bool Exists(string folder);

    /// <summary>Opens the index of a folder, or an empty one where there is none.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="rules">What talks are built with: an index built with others is rebuilt by the next reindex.</param>
    /// <exception cref="IndexUnusableException">What is there cannot be read.</exception>
    ITalkIndex Open(string folder, ReadingRules rules);

    /// <summary>An empty index that leaves nothing behind.</summary>
    ITalkIndex InMemory(ReadingRules rules);
}
