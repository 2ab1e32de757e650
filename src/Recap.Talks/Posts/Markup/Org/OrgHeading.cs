using System.Text.RegularExpressions;

namespace Recap.Talks.Posts.Markup.Org;

/// <summary>A heading without what Org keeps beside its words: state, priority, progress and tags.</summary>
/// <param name="Title">Its words.</param>
/// <param name="IsHidden">Whether it is a comment, or tagged as none to export.</param>
internal sealed partial record OrgHeading(string Title, bool IsHidden)
{
    public static OrgHeading Read(string text)
    {
        var match = Parts().Match(text);
        return match.Success
            ? new OrgHeading(match.Groups["title"].Value, match.Groups["comment"].Success || match.Groups["tags"].Value.Contains(":noexport:", StringComparison.OrdinalIgnoreCase))
            : new OrgHeading(text, false);
    }

    [GeneratedRegex(@"^((TODO|DONE|NEXT|WAITING|DRAFT|CANCELLED|CANCELED)\s+)?(\[#[A-Z0-9]\]\s+)?(?<comment>COMMENT\s+)?(?<title>.*?)(\s*\[\d*(/\d*|%)\])?(\s+(?<tags>:[\w@#%:]+:))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
