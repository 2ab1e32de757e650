using Lucene.Net.Index;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Keeps the newest commit of each of the last two generations. One generation may have two commits, since merges that
/// end after its commit are committed on closing.
/// </summary>
internal sealed class KeepLastTwo : IndexDeletionPolicy
{
    private const int Generations = 2;

    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    public override void OnCommit<T>(IList<T> commits)
    {
        // The newest comes last.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var commit in commits.Reverse())
        {
            if (!seen.Add(CommitData.NumberOf(commit.UserData)) || seen.Count > Generations)
            {
                commit.Delete();
            }
        }
    }
}
