using System.Globalization;
using System.Text;
using Recap.Engine.Indexing;

namespace Recap.Benchmarks;

/// <summary>Generated talks as a blogger would write them down.</summary>
internal static class GeneratedMarkdown
{
    private static readonly TextInfo Letters = CultureInfo.InvariantCulture.TextInfo;

    /// <summary>A post of the talks, the first of them under another title.</summary>
    public static string Of(IndexedPost post, string firstTitle)
    {
        var first = post.Talks[0].Talk;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"---\ntitle: \"Retour sur Devoxx France {first.Event!.Year}\"\ndate: {first.Date:yyyy-MM-dd}\n---\n\n");
        foreach (var talk in post.Talks.Select(talk => talk.Talk))
        {
            var title = ReferenceEquals(talk, first) ? firstTitle : talk.Title;
            text.Append(CultureInfo.InvariantCulture, $"## {title} (par {Letters.ToTitleCase(talk.Speakers[0].Name)}, {Letters.ToTitleCase(talk.Speakers[0].Organization!)})\n\n{talk.Text}.\n\n");
        }

        return text.ToString();
    }
}
