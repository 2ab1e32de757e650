using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;
using Recap.Talks.Sites;

namespace Recap.Talks.Splitting;

/// <summary>Writes passages as talks: ids, addresses, technologies, language, and the notes of what is left.</summary>
internal sealed class TalkWriter(Post post, PostFacts facts, SiteSettings settings, Glossary glossary)
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Remark>.Builder _remarks = ImmutableArray.CreateBuilder<Remark>();

    public (ImmutableArray<Talk> Talks, ImmutableArray<TalkEvidence> Evidence, ImmutableArray<Remark> Remarks) Write(
        List<Passage> passages, List<Block> notes, ImmutableArray<TalkEvidence>.Builder evidence)
    {
        var anchors = AnchorsOfHeadings();
        var talks = ImmutableArray.CreateBuilder<Talk>(passages.Count + 1);
        foreach (var passage in passages)
        {
            var talk = ToTalk(passage, passage.Heading is { } heading ? anchors.GetValueOrDefault(heading.Line) : null);
            talks.Add(talk);
            evidence.Add(new TalkEvidence
            {
                Line = passage.Line,
                Passage = passage.Heading is null ? passage.Title : passage.Heading.Plain,
                Mark = passage.Mark,
                Talk = talk.Id,
                Score = passage.Evidence.Score,
                Reasons = [.. passage.Evidence.Reasons],
            });
        }

        if (passages.Count == 0)
        {
            _remarks.Add(Codes.NoTalks.At(1, "No talk was found; all of the post is kept as notes."));
        }

        AddNotes(notes, talks);
        return (talks.ToImmutable(), [.. evidence.OrderBy(item => item.Line)], _remarks.ToImmutable());
    }

    private Talk ToTalk(Passage passage, string? anchor)
    {
        var text = passage.Text ?? PlainText.Of(passage.Blocks);
        var slug = Slug.Of(passage.Title);
        var links = passage.Links ?? TalkLinks.Of(passage.LinkBlocks, glossary);
        return new Talk
        {
            Id = UniqueId(slug.Length > 0 ? slug : $"line-{passage.Line}", passage.Line),
            Post = post.Path,
            Line = passage.Line,
            Title = passage.Title,
            Speakers = passage.Speakers.Length < 2 ? passage.Speakers : [.. passage.Speakers.DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase)],
            Kind = passage.Kind,
            Event = facts.Event,
            Date = facts.Date,
            Language = LanguageGuess.Of(text, facts.Language),
            TitleLanguage = LanguageGuess.OfTitle(passage.Title),
            Technologies = TalkTechnologies.Of(passage.Title, text, links, glossary),
            Links = links,
            Url = facts.Url is null || anchor is null ? facts.Url : $"{facts.Url}#{Uri.EscapeDataString(anchor)}",
            Text = text,
        };
    }

    private void AddNotes(List<Block> notes, ImmutableArray<Talk>.Builder talks)
    {
        var text = PlainText.Of(notes.OrderBy(block => block.Line));
        if (text.Length == 0)
        {
            return;
        }

        talks.Add(new Talk
        {
            Id = $"talks/{facts.Slug}~notes",
            Post = post.Path,
            Line = notes.Min(block => block.Line),
            Title = facts.Title ?? facts.Slug,
            Kind = TalkKind.Notes,
            Event = facts.Event,
            Date = facts.Date,
            Language = LanguageGuess.Of(text, facts.Language),
            Technologies = glossary.FindIn(text),
            Links = TalkLinks.Of(notes, glossary),
            Url = facts.Url,
            Text = text,
        });
    }

    private string UniqueId(string slug, int line)
    {
        // "notes" names the entry of what is left.
        var id = $"talks/{facts.Slug}~{(slug == "notes" ? "notes-1" : slug)}";
        if (_ids.TryAdd(id, 1))
        {
            return id;
        }

        string numbered;
        do
        {
            numbered = $"{id}-{++_ids[id]}";
        }
        while (!_ids.TryAdd(numbered, 1));

        _remarks.Add(Codes.SameTitle.At(line, $"The post has this title before; the talk's id is {numbered}."));
        return numbered;
    }

    // Every heading takes part, since equal ones are numbered by their generator. Without an address there is nothing to anchor.
    private Dictionary<int, string> AnchorsOfHeadings()
    {
        var anchors = new Anchors(Anchors.StyleOf(settings, post.Path));
        var byLine = new Dictionary<int, string>();
        if (facts.Url is null)
        {
            return byLine;
        }

        foreach (var heading in post.Blocks.Where(block => block.Kind == BlockKind.Heading))
        {
            if (anchors.Next(heading.Text, heading.Anchor) is { } anchor)
            {
                byLine.TryAdd(heading.Line, anchor);
            }
        }

        return byLine;
    }
}
