using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>
/// Scores all documents of one segment, word by word: postings are read once each, front to back, into flat arrays.
/// </summary>
internal sealed class SegmentScorer(AtomicReaderContext leaf, Formula formula) : IDisposable
{
    private readonly AtomicReader _reader = leaf.AtomicReader;
    private readonly Dictionary<(TalkField, TermForm), FieldPostings> _fields = [];
    private readonly Stack<DocScores> _spare = [];

    /// <summary>What each document gains by nodes, of which it should answer many.</summary>
    public DocScores Sum(IEnumerable<PlannedNode> nodes, CancellationToken cancellationToken)
    {
        var sum = Lend();
        foreach (var node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var scores = Score(node);
            foreach (var doc in scores.Docs)
            {
                sum.Add(doc, scores.ScoreOf(doc), scores.MassOf(doc));
            }

            GiveBack(scores);
        }

        return sum;
    }

    /// <summary>What each document gains by one node.</summary>
    public DocScores Score(PlannedNode node) => node switch
    {
        PlannedWord word => ScoreWord(word),
        PlannedRun run => Best([ScoreWord(run.Together), Sum(run.Words, CancellationToken.None)]),
        PlannedChoice choice => Best([.. choice.Options.Select(Score)]),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    public void GiveBack(DocScores scores)
    {
        scores.Reset();
        _spare.Push(scores);
    }

    public void Dispose()
    {
        foreach (var scores in _spare)
        {
            scores.Dispose();
        }
    }

    private DocScores Lend() => _spare.TryPop(out var spare) ? spare : new DocScores(_reader.MaxDoc);

    private DocScores Best(DocScores[] ways)
    {
        var best = ways[0];
        foreach (var way in ways.Skip(1))
        {
            foreach (var doc in way.Docs)
            {
                best.Raise(doc, way.ScoreOf(doc), way.MassOf(doc));
            }

            GiveBack(way);
        }

        return best;
    }

    private DocScores ScoreWord(PlannedWord word)
    {
        var best = Lend();
        if (word.Gain <= 0)
        {
            // Nothing of the word is in the index.
            return best;
        }

        var frequencies = Lend();
        foreach (var form in word.Forms)
        {
            foreach (var field in word.FieldsFor(form))
            {
                AddFrequencies(frequencies, form, field);
            }

            foreach (var doc in frequencies.Docs)
            {
                best.Raise(doc, word.Gain * form.Worth * formula.Saturate(frequencies.ScoreOf(doc)), word.Mass);
            }

            frequencies.Reset();
        }

        GiveBack(frequencies);
        return best;
    }

    private void AddFrequencies(DocScores frequencies, PlannedForm form, TalkField field)
    {
        var lengths = formula.LengthsOf(field, leaf.Ord);
        if (formula.Options.Of(field).Weight <= 0 || lengths.Length == 0)
        {
            return;
        }

        var postings = PostingsOf(field, form.Form);
        if (form.Window > 0)
        {
            foreach (var (doc, found) in postings.Scattered(form.Terms, form.Window))
            {
                frequencies.Add(doc, formula.Frequency(field, found.Frequency, lengths[doc]));
            }
        }
        else if (form.Terms.Length > 1)
        {
            foreach (var (doc, count) in postings.Rows(form.Terms))
            {
                frequencies.Add(doc, formula.Frequency(field, count, lengths[doc]));
            }
        }
        else if (postings.Docs(form.Terms[0]) is { } docs)
        {
            for (var doc = docs.NextDoc(); doc != DocsEnum.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                frequencies.Add(doc, formula.Frequency(field, docs.Freq, lengths[doc]));
            }
        }
    }

    private FieldPostings PostingsOf(TalkField field, TermForm form)
    {
        if (!_fields.TryGetValue((field, form), out var postings))
        {
            _fields[(field, form)] = postings = new FieldPostings(_reader, FieldNames.Of(field, form));
        }

        return postings;
    }
}
