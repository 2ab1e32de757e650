using System.Collections.Immutable;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Cuts shown texts into segments where they hold what a query looks for. The same for every engine.</summary>
public sealed class Highlighter(IEnumerable<TextMark> marks)
{
    private const int MostPassages = 3;

    private readonly MarkFinder _finder = new([.. marks]);

    /// <summary>The whole text, cut where a match begins and ends.</summary>
    public ImmutableArray<TextSegment> Whole(AnalysedText text) => Cut(text.Text, new TextRange(0, text.Text.Length), _finder.Find(text));

    /// <summary>The best passages, best first, at most three of at most 240 characters; the beginning of the text where none matches.</summary>
    public ImmutableArray<ImmutableArray<TextSegment>> Passages(AnalysedText text)
    {
        var sentences = text.Sentences;
        if (sentences.IsEmpty)
        {
            return [];
        }

        var found = _finder.Find(text);
        var best = Enumerable.Range(0, sentences.Length)
            .Select(i => (Index: i, Score: Score(sentences[i], found)))
            .Where(sentence => sentence.Score > 0)
            .OrderByDescending(sentence => sentence.Score).ThenBy(sentence => sentence.Index)
            .Select(sentence => sentence.Index)
            .DefaultIfEmpty(0);
        return [.. Choose(text.Text, sentences, best).Select(passage => Cut(text.Text, passage, found))];
    }

    private static List<TextRange> Choose(string text, ImmutableArray<TextRange> sentences, IEnumerable<int> best)
    {
        var used = new bool[sentences.Length];
        var passages = new List<TextRange>();
        foreach (var first in best.Where(index => !used[index]))
        {
            used[first] = true;
            var passage = sentences[first];
            for (var next = first + 1; next < sentences.Length && !used[next] && Joins(text, passage, sentences[next]); next++)
            {
                used[next] = true;
                passage = new TextRange(passage.Start, sentences[next].End);
            }

            passages.Add(passage);
            if (passages.Count == MostPassages)
            {
                break;
            }
        }

        return passages;
    }

    /// <summary>A passage goes on with the next sentence of its paragraph while there is room.</summary>
    private static bool Joins(string text, TextRange passage, TextRange next) =>
        next.End - passage.Start <= AnalysedText.PassageLength && !text.AsSpan(passage.End, next.Start - passage.End).Contains('\n');

    private static float Score(TextRange sentence, List<FoundMark> found)
    {
        var within = found.Where(mark => mark.Range.Start >= sentence.Start && mark.Range.End <= sentence.End);
        return within.Select(mark => mark.Mark).Distinct().Sum(mark => mark.Weight);
    }

    private static ImmutableArray<TextSegment> Cut(string text, TextRange within, List<FoundMark> found)
    {
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        var done = within.Start;
        foreach (var (start, end) in found.Select(mark => mark.Range))
        {
            var (from, to) = (Math.Max(start, done), Math.Min(end, within.End));
            if (from >= to)
            {
                continue;
            }

            if (from > done)
            {
                segments.Add(new TextSegment(text[done..from], false));
            }

            segments.Add(new TextSegment(text[from..to], true));
            done = to;
        }

        if (done < within.End)
        {
            segments.Add(new TextSegment(text[done..within.End], false));
        }

        return segments.ToImmutable();
    }
}
