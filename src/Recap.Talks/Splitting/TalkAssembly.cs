using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Splitting;

/// <summary>Makes the talks of one post.</summary>
internal sealed class TalkAssembly(Post post, PostFacts facts, SiteSettings settings, Glossary glossary)
{
    public (ImmutableArray<Talk> Talks, ImmutableArray<TalkEvidence> Evidence, ImmutableArray<Remark> Remarks) Assemble()
    {
        var root = Section.Tree(post.Blocks, block => block.Kind == BlockKind.Heading ? (PassageMark.Heading, block.Level) : null);
        var anchors = new Anchors(settings.Anchors);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var talks = root.Descendants().Where(section => section.Children.Count == 0)
            .Select(section => ToTalk(section, anchors, ids)).ToImmutableArray();
        return (talks, [], []);
    }

    private Talk ToTalk(Section section, Anchors anchors, Dictionary<string, int> ids)
    {
        var title = PlainText.Line(section.Mark!.Text);
        var text = PlainText.Of(section.Own);
        var id = $"talks/{facts.Slug}~{Slug.Of(title)}";
        var count = ids[id] = ids.GetValueOrDefault(id) + 1;
        return new Talk
        {
            Id = count == 1 ? id : $"{id}-{count}",
            Post = post.Path,
            Line = section.Line,
            Title = title.Length > 0 ? title : "?",
            Text = text,
            Date = facts.Date,
            Event = facts.Event,
            Technologies = glossary.FindIn($"{title}\n{text}"),
            Url = facts.Url is { } url && anchors.Next(title) is { } anchor ? $"{url}#{anchor}" : facts.Url,
        };
    }
}
