namespace Recap.Talks.Sites;

/// <summary>Matches paths against globs: <c>*</c> within a folder, <c>**</c> across folders, <c>?</c> one character.</summary>
internal static class Glob
{
    public static bool IsMatch(string glob, string path)
    {
        // A glob without a folder speaks of file names in every folder, as in .gitignore.
        var pattern = glob.Contains('/') ? glob.TrimStart('/') : "**/" + glob;
        pattern = pattern.EndsWith('/') ? pattern + "**" : pattern;
        return Matches(pattern.Split('/'), path.Split('/'));
    }

    // Table of prefixes, so that no glob takes more than segments times segments.
    private static bool Matches(string[] pattern, string[] path)
    {
        var reached = new bool[path.Length + 1];
        reached[0] = true;
        foreach (var segment in pattern)
        {
            var next = new bool[path.Length + 1];
            for (var i = 0; i <= path.Length; i++)
            {
                next[i] = segment == "**"
                    ? reached[i] || i > 0 && next[i - 1]
                    : i > 0 && reached[i - 1] && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(segment, path[i - 1], ignoreCase: false);
            }

            reached = next;
        }

        return reached[path.Length];
    }
}
