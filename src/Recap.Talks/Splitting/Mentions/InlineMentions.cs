using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Judging;
using Recap.Talks.People;
using Recap.Talks.Posts;
using Recap.Talks.Splitting.Titles;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Finds talks that are named within the prose of a post, and cuts the prose between them.</summary>
/// <param name="glossary">Names that are technologies.</param>
/// <param name="leading">The people who lead paragraphs of the post, where that is a habit of its writer.</param>
internal sealed class InlineMentions(Glossary glossary, Dictionary<Block, ImmutableArray<PersonMention>> leading)
{
    // A talk of the prose goes on for some paragraphs, until another is named; a whole post is never one talk's.
    private const int MostBlocks = 12;

    // How far behind the beginning of a sentence that tells of a session one may begin that gives its title.
    private const int NextSentences = 400;

    // As many blocks of most posts are read, or fewer.
    private const int UsualBlocks = 17;

    // A shorter sentence tells nothing; an item of a list may be a title and a name.
    private const int ShortestSentence = 40;
    private const int ShortestItem = 16;

    // A block is read for its heading, then for what it names besides.
    private readonly Dictionary<Block, ImmutableArray<MaskedSentence>> _sentences = new(UsualBlocks, ReferenceEqualityComparer.Instance);

    /// <summary>The talks named in a run of blocks, and the blocks that tell of none.</summary>
    /// <param name="blocks">Blocks below one mark.</param>
    /// <param name="bold">Whether sentences count that name neither a title nor a session: true where prose is all there is.</param>
    public (ImmutableArray<Passage> Passages, ImmutableArray<Block> Left) Find(List<Block> blocks, bool bold)
    {
        if (blocks.Count == 0)
        {
            return ([], []);
        }

        List<Passage>? passages = null;
        var left = ImmutableArray.CreateBuilder<Block>(blocks.Count);
        HashSet<string>? told = null;
        Passage? open = null;
        var body = ImmutableArray.CreateBuilder<Block>(0);
        Block? announcing = null;
        var isRead = true;
        foreach (var block in blocks)
        {
            var sentences = SentencesOf(block);
            if (block.Kind != BlockKind.ListItem)
            {
                (announcing, isRead) = (block, true);
            }
            else if (announcing is not null && !sentences.IsEmpty)
            {
                // "D'autres comptes-rendus :" lists what others wrote.
                isRead = !TalkWords.ListsReports(announcing.Text);
                announcing = null;
            }

            var mentions = isRead && Of(sentences, bold) is { } named ? NotYetTold(Joined(named), told ??= new(StringComparer.Ordinal)) : null;
            if (mentions is null or [])
            {
                if (open is not null && block.Kind is not (BlockKind.Rule or BlockKind.Heading) && body.Count < MostBlocks && !Closes(block))
                {
                    body.Add(block);
                    continue;
                }

                Close();
                left.Add(block);
                continue;
            }

            Close();
            var texts = Cut(block, mentions);
            if (texts[0] is { } lead)
            {
                left.Add(lead);
            }

            for (var i = 0; i < mentions.Count; i++)
            {
                Close();
                open = PassageOf(block, mentions[i]);
                body.Add(texts[i + 1]!);
            }
        }

        Close();
        return (passages is null ? [] : [.. passages], left.DrainToImmutable());

        void Close()
        {
            if (open is not null)
            {
                var blocks = body.ToImmutable();
                (passages ??= []).Add(open with { Blocks = blocks, LinkBlocks = blocks });
                open = null;
                body.Clear();
            }
        }
    }

    private static List<Mention> NotYetTold(List<Mention> mentions, HashSet<string> told)
    {
        mentions.RemoveAll(mention => !mention.Title.Any(char.IsLetterOrDigit) || !told.Add(SectionWords.Fold(mention.Title))
            || mention.Pattern is "person-tells" or "person-leads" or "person-opens" && !told.Add(string.Join('|', mention.People.Select(person => person.Name))));
        return mentions;
    }

    private ImmutableArray<MaskedSentence> SentencesOf(Block block)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || block.Quoted || block.Text.Length < (block.Kind == BlockKind.ListItem ? ShortestItem : ShortestSentence) || IsEntry(block))
        {
            return [];
        }

        if (!_sentences.TryGetValue(block, out var sentences))
        {
            sentences = MaskedSentence.Of(block, glossary, leading.GetValueOrDefault(block, []));
            _sentences.Add(block, sentences);
        }

        return sentences;
    }

    // "- [Title par A](./title.md)": an entry of a table of contents is told on its page.
    private static bool IsEntry(Block block) => block.Kind == BlockKind.ListItem && block.Spans is [{ Target.IsOwnPage: true }];

    // "A nous parlait d'annuaires. « Title » part d'une série d'audits …": what the next sentence opens with is what it was called.
    // "… une présentation sur le futur. A nous expliquait pourquoi …", "… le quickie de A. Celui-ci nous a présenté …": one session, told in two sentences.
    private static List<Mention> Joined(List<Mention> mentions)
    {
        var joined = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (joined is [.., { Pattern: "attended-about", People.IsEmpty: true } before] && mention.Pattern == "person-tells")
            {
                joined[^1] = before with { People = mention.People };
            }
            else if (mention.Pattern == FollowingTitles.Opening)
            {
                if (joined is [.., { Pattern: "person-tells" or "person-opens" } told] && mention.Start - told.Start <= NextSentences)
                {
                    joined[^1] = told with { Title = mention.Title, Pattern = "person-tells-title" };
                }
                else if (!mention.People.IsEmpty)
                {
                    joined.Add(mention with { Pattern = "title-follows-person" });
                }
            }
            else if (mention.Pattern == "pronoun-tells")
            {
                if (joined is [.., { Pattern: "attended-of-person" } session])
                {
                    joined[^1] = session with { Title = mention.Title, Pattern = mention.Pattern };
                }
            }
            else
            {
                joined.Add(mention);
            }
        }

        return joined;
    }

    // "Sa présentation était intitulée …", "Son « Title » …": whose, the sentence before says.
    private static List<Mention>? Of(ImmutableArray<MaskedSentence> sentences, bool bold)
    {
        List<Mention>? all = null;
        ImmutableArray<Speaker> last = [];
        foreach (var sentence in sentences)
        {
            var mentions = MentionPatterns.In(sentence, bold);
            if (mentions.IsEmpty && bold && !last.IsEmpty && FollowingTitles.Follows(sentence) is { } followed)
            {
                (all ??= []).Add(new Mention(followed, last, sentence.Start, FollowingTitles.Opening, sentence.KindNear(0)));
            }
            else if (mentions.IsEmpty && FollowingTitles.Opens(sentence) is { } title)
            {
                (all ??= []).Add(new Mention(title, [], sentence.Start, FollowingTitles.Opening, null));
            }

            foreach (var mention in mentions)
            {
                (all ??= []).Add(mention.People.IsEmpty && mention.Pattern == "session-entitled" ? mention with { People = last } : mention);
            }

            last = sentence.Places is [.., var place] ? place.Person.People : last;
        }

        return all;
    }

    private static Passage PassageOf(Block block, Mention mention) => new()
    {
        Mark = block.Kind == BlockKind.ListItem ? PassageMark.ListItem : PassageMark.Inline,
        Line = block.LineAt(mention.Start),
        Title = Decoration.Unquote(mention.Title),
        Speakers = mention.People,
        Kind = mention.Kind ?? (Decoration.SpeaksOfKeynote(block.Text.AsSpan()[mention.Start..Math.Min(block.Text.Length, mention.Start + 120)]) ? TalkKind.Keynote : TalkKind.Talk),
        Evidence = ([new Evidence(mention.Pattern, 1, 1, string.Join(", ", mention.People.Select(person => person.Name)))], 1),
    };

    // Talks of one sentence share its text; those of different sentences part it.
    private static Block?[] Cut(Block block, List<Mention> mentions)
    {
        var parts = new Block?[mentions.Count + 1];
        parts[0] = mentions[0].Start > 0 ? Part(block, 0, mentions[0].Start) : null;
        for (var i = 0; i < mentions.Count; i++)
        {
            var later = mentions.FindIndex(i, mention => mention.Start > mentions[i].Start);
            parts[i + 1] = Part(block, mentions[i].Start, later < 0 ? int.MaxValue : mentions[later].Start);
        }

        return parts;
    }

    private static Block Part(Block block, int from, int to)
    {
        var spans = ImmutableArray.CreateBuilder<Span>(block.Spans.Length);
        var at = 0;
        foreach (var (span, _) in block.Placed())
        {
            var start = Math.Clamp(from - at, 0, span.Text.Length);
            var end = Math.Clamp(to - at, start, span.Text.Length);
            if (end > start)
            {
                spans.Add(span with { Text = span.Text[start..end] });
            }

            at += span.Text.Length;
        }

        return block with { Spans = spans.DrainToImmutable(), Line = block.LineAt(from), Joins = block.JoinsFrom(from) };
    }

    private static bool Closes(Block block)
    {
        var text = block.Text.AsSpan().TrimStart();
        if (!EndOpenings.Of(SentenceWords.First(text)))
        {
            return false;
        }

        foreach (var end in Ends)
        {
            if (text.StartsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly Vocabulary<bool> EndOpenings = new(("pour en bref voilà merci un au last vous heureux", true));

    private static readonly ImmutableArray<string> Ends =
        ["Pour finir", "Pour conclure", "En conclusion", "Bref", "Voilà", "Merci ", "Un grand merci", "Au final", "En résumé", "Last but not least", "Vous l'aurez compris", "Heureux donc"];
}
