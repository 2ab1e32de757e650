using System.Collections.Immutable;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Facts;

/// <summary>What holds for a post as a whole.</summary>
internal sealed record PostFacts
{
    public string? Title { get; init; }

    /// <summary>The title as <see cref="SectionWords.Fold"/> makes it; empty where there is none.</summary>
    public string FoldedTitle => field ??= SectionWords.Fold(Title ?? "");

    /// <summary>The name of the conference's series, folded like that; empty where none is known.</summary>
    public string FoldedSeries => field ??= SectionWords.Fold(Event?.Series ?? "");

    public DateOnly? Date { get; init; }

    public ConferenceEvent? Event { get; init; }

    public bool IsDraft { get; init; }

    public string Language { get; init; } = "fr";

    /// <summary>Names of who wrote the post, as far as its facts tell.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Who gave the talk that the post tells of, where its facts say so.</summary>
    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>Name of the post in ids: URL-safe, never empty.</summary>
    public required string Slug { get; init; }

    public string? Url { get; init; }

    public ImmutableArray<Remark> Remarks { get; init; } = [];

    public static PostFacts Of(Post post, SiteSettings settings)
    {
        var fields = post.Fields;
        var title = PlainText.Line(fields["title"].Text ?? fields["titre"].Text ?? fields["post_title"].Text ?? post.MarkupTitle ?? LoneFirstHeading(post) ?? "");
        var dates = PostDate.Of(post);
        var path = PageAddress.ContentPath(settings, post.Path);
        var slug = Sites.Slug.Of(path[(path.LastIndexOf('/') + 1)..]);
        var shown = title.Length > 0 ? title : null;
        return new PostFacts
        {
            Title = shown,
            Date = dates.Date,
            Event = EventFacts.Of(post, shown, dates.Date),
            IsDraft = fields["draft"].IsTrue() || fields["published"].IsFalse() || IsStatusDraft(fields) || post.Path.Contains("_drafts/", StringComparison.Ordinal) || post.Path.EndsWith(".draft.md", StringComparison.Ordinal),
            Language = (fields["lang"].Text ?? fields["language"].Text ?? PageAddress.LanguageOf(settings, post.Path)).Split('-', '_')[0].ToLowerInvariant(),
            Authors = [.. NamesIn(fields, ["author", "authors", "auteur", "auteurs", "writers"])],
            Speakers = [.. NamesIn(fields, ["speaker", "speakers", "orateur", "oratrice", "orateurs", "intervenant", "intervenante", "intervenants", "presenter", "presenters"]).SelectMany(SpeakersIn)],
            Slug = slug.Length > 0 ? slug : "post",
            Url = PageAddress.Of(settings, post.Path, fields, shown, dates.Date),
            Remarks = shown is null ? [.. dates.Remarks, Codes.TitleMissing.At(1, "The post has no title; talks are shown without one.")] : dates.Remarks,
        };
    }

    private static bool IsStatusDraft(Posts.Data.DataNode fields) => (fields["status"].Text ?? fields["statut"].Text)?.Trim().ToLowerInvariant() is "draft" or "brouillon" or "hidden";

    // A file without a title often carries it as its first heading, which all others stand below.
    private static string? LoneFirstHeading(Post post)
    {
        var headings = post.Blocks.Where(block => block.Kind == BlockKind.Heading).ToList();
        return headings is [{ } first, ..] && headings.Count(heading => heading.Level <= first.Level) == 1 && (first.Level == 1 || headings.Count > 1) && post.Blocks.IndexOf(first) < 3 ? first.Text : null;
    }

    private static IEnumerable<Speaker> SpeakersIn(string names) => NameList.Read(names, Likeness.Shape) is { } people ? people : [];

    private static List<string> NamesIn(Posts.Data.DataNode fields, ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            if (fields[name] is { IsNothing: false } node)
            {
                found.AddRange(node.Texts());
                foreach (var item in node.Items)
                {
                    AddName(found, item);
                }

                AddName(found, node);
            }
        }

        return found.ConvertAll(name => PlainText.Line(PlainText.WithoutTags(name)));
    }

    // "- name: A", as others have it than those who write "- A".
    private static void AddName(List<string> found, Posts.Data.DataNode person)
    {
        if (person.Fields.Count > 0 && (person["name"].IsNothing ? person["display_name"] : person["name"]).Text is { } name)
        {
            found.Add(name);
        }
    }
}
