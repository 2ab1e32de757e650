using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Marks = System.Collections.Frozen.FrozenDictionary<string, System.Collections.Frozen.FrozenDictionary<string, float>>;

namespace Recap.Engine.LuceneNet.Highlighting;

/// <summary>Finds what a query matched by analysing the shown text again, and cuts it into segments.</summary>
internal sealed class Highlighter(Analyzer analyzer, Marks marks)
{
    private const int PassageLength = 240;
    private const int MostPassages = 3;

    /// <summary>The whole text, cut where a match begins and ends.</summary>
    public ImmutableArray<TextSegment> Whole(string field, string text) =>
        Cut(text, new TextRange(0, text.Length), Find(field, text));

    /// <summary>The best passages, best first; the beginning of the text where none matches.</summary>
    public ImmutableArray<ImmutableArray<TextSegment>> Passages(string field, string text)
    {
        var sentences = Sentences.Of(text, PassageLength);
        if (sentences.Count == 0)
        {
            return [];
        }

        var found = Find(field, text);
        var best = Enumerable.Range(0, sentences.Count)
            .Select(i => (Index: i, Score: Score(sentences[i], found)))
            .Where(sentence => sentence.Score > 0)
            .OrderByDescending(sentence => sentence.Score).ThenBy(sentence => sentence.Index)
            .Select(sentence => sentence.Index)
            .DefaultIfEmpty(0);
        return [.. Choose(text, sentences, best).Select(passage => Cut(text, passage, found))];
    }

    private static List<TextRange> Choose(string text, List<TextRange> sentences, IEnumerable<int> best)
    {
        var used = new bool[sentences.Count];
        var passages = new List<TextRange>();
        foreach (var first in best.Where(index => !used[index]))
        {
            used[first] = true;
            var passage = sentences[first];
            for (var next = first + 1; next < sentences.Count && !used[next] && Joins(text, passage, sentences[next]); next++)
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
        next.End - passage.Start <= PassageLength && !text.AsSpan(passage.End, next.Start - passage.End).Contains('\n');

    private static float Score(TextRange sentence, List<Match> found) =>
        found.Where(match => match.Range.Start >= sentence.Start && match.Range.End <= sentence.End)
            .DistinctBy(match => match.Term).Sum(match => match.Weight);

    private static ImmutableArray<TextSegment> Cut(string text, TextRange within, List<Match> found)
    {
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        var done = within.Start;
        foreach (var (start, end) in found.Select(match => match.Range))
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

    private List<Match> Find(string field, string text)
    {
        var found = new List<Match>();
        AddFound(found, field, text);
        AddFound(found, FieldNames.Exact(field), text);
        found.Sort((a, b) => (a.Range.Start, b.Range.End).CompareTo((b.Range.Start, a.Range.End)));
        return found;
    }

    private void AddFound(List<Match> found, string field, string text)
    {
        if (text.Length == 0 || marks.GetValueOrDefault(field) is not { Count: > 0 } terms)
        {
            return;
        }

        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (lookup.TryGetValue(term.Buffer.AsSpan(0, term.Length), out var weight))
            {
                var range = new TextRange(offset.StartOffset, offset.EndOffset).WithinLetters(text);
                found.Add(new Match(range, term.ToString()!, weight));
            }
        }

        stream.End();
    }

    private readonly record struct Match(TextRange Range, string Term, float Weight);
}
