using System.Globalization;
using Recap.Talks.Judging;

namespace Recap.Benchmarks.Judging;

/// <summary>Reads every post by weights that have not learned from its blog, and counts whole talks.</summary>
internal static class BlogTrial
{
    /// <param name="rows">What there is to learn from, the blogs of the posts among it.</param>
    /// <param name="sets">The posts, by name.</param>
    /// <param name="report">Where the figures go.</param>
    /// <param name="misses">Whether to tell what was missed and what is no talk.</param>
    public static void Run(IReadOnlyList<JudgedPassage> rows, IReadOnlyList<(string Name, AnnotatedPosts Posts)> sets, TextWriter report, bool misses)
    {
        var weights = new Dictionary<string, JudgeWeights>(StringComparer.Ordinal);
        JudgeWeights Without(string blog)
        {
            if (!weights.TryGetValue(blog, out var known))
            {
                weights[blog] = known = JudgeWeights.Of(JudgeTraining.Rows(JudgeTraining.Train([.. rows.Where(row => row.Blog != blog)])));
            }

            return known;
        }

        var all = new List<ReadPost>();
        foreach (var (name, posts) in sets)
        {
            List<ReadPost> read = [.. posts.Read(Without)];
            all.AddRange(read);
            report.WriteLine($"{name}: {FiguresOf(read)}");
        }

        report.WriteLine($"all: {FiguresOf(all)}");
        if (misses)
        {
            all.ForEach(post => Tell(post, report));
        }
    }

    private static void Tell(ReadPost post, TextWriter report)
    {
        var found = post.Found();
        foreach (var talk in post.Annotated.Where(talk => !found.ContainsKey(talk)))
        {
            report.WriteLine($"MISSED {post.Read.Post}:{talk.Line} [{talk.Mark}] {talk.Title}");
        }

        foreach (var talk in post.Talks.Except(found.Values))
        {
            var why = post.Read.Evidence.First(item => item.Talk == talk.Id);
            report.WriteLine($"EXTRA  {post.Read.Post}:{talk.Line} [{why.Mark} {why.Reasons[0].Code}] {talk.Title}");
        }
    }

    private static string FiguresOf(IReadOnlyCollection<ReadPost> posts)
    {
        var (found, told, read) = (posts.SelectMany(post => post.Found().Keys).ToList(), posts.SelectMany(post => post.Annotated).ToList(), posts.Sum(post => post.Talks.Count()));
        var quiet = posts.Where(post => post.Annotated.Count == 0).ToList();
        var figures = new Figures(found.Count / (double)Math.Max(1, read), found.Count / (double)Math.Max(1, told.Count));
        var marks = told.CountBy(talk => talk.Mark).Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Key} {found.Count(talk => talk.Mark == mark.Key)}/{mark.Value}"));
        return $"{figures}; found {string.Join(", ", marks)}; {quiet.Count(post => post.Talks.Any())} of {quiet.Count} quiet posts gave some";
    }
}
