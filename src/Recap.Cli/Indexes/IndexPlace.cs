namespace Recap.Cli.Indexes;

/// <summary>
/// Where an index lies. Like version control, it belongs to the folder one works in: <c>.recap/index</c> below it.
/// The sample site has a place of its own, so that it never mixes with somebody's posts.
/// </summary>
internal static class IndexPlace
{
    private static readonly string Own = Path.Combine(".recap", "index");
    private static readonly string Sample = Path.Combine(".recap", "sample");

    /// <summary>Where a reindex writes.</summary>
    public static string ToWrite(Surroundings surroundings, string? asked) => surroundings.FullPath(asked ?? Own);

    /// <summary>Where <c>serve</c> puts the sample site.</summary>
    public static string ForSample(Surroundings surroundings, string? asked) => surroundings.FullPath(asked ?? Sample);

    /// <summary>Where there is something to read: the place asked for, else the folder's own index, else its sample.</summary>
    /// <exception cref="CommandException">There is no index.</exception>
    public static string ToRead(Surroundings surroundings, string? asked)
    {
        var own = ToWrite(surroundings, asked);
        if (surroundings.Indexes.Exists(own))
        {
            return own;
        }

        var sample = surroundings.FullPath(Sample);
        if (asked is null && surroundings.Indexes.Exists(sample))
        {
            surroundings.Error.WriteLine($"recap: nothing indexed here yet; this is the sample site ({surroundings.Shown(sample)})");
            return sample;
        }

        if (surroundings.Indexes.HasRemains(own))
        {
            throw new CommandException(
                $"'{surroundings.Shown(own)}' has files of an index and no generation: a first reindex broke off, or the list of generations was lost.",
                "Index the folders of posts again (recap reindex PATH).");
        }

        throw new CommandException(
            $"There is no index in '{surroundings.Shown(own)}'.",
            "Index a folder of posts first (recap reindex PATH), or name the folder of an index (--index DIR).");
    }
}
