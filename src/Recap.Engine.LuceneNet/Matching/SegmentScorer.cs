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
    private readonly Stack<Tally> _spareTallies = [];

    /// <summary>What each document gains by nodes, of which it should answer many.</summary>
    public DocScores Sum(IEnumerable<PlannedNode> nodes, CancellationToken cancellationToken)
    {
        var sum = Lend();
        foreach (var node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is PlannedWord word)
            {
                AddWord(sum, word);
            }
            else
            {
                var scores = Score(node);
                sum.Add(scores);
                GiveBack(scores);
            }
        }

        return sum;
    }

    /// <summary>What each document gains by one node.</summary>
    public DocScores Score(PlannedNode node) => node switch
    {
        PlannedWord word => Sum([word], CancellationToken.None),
        PlannedRun run => Best([Sum([run.Together], CancellationToken.None), Sum(run.Words, CancellationToken.None)]),
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

        foreach (var tally in _spareTallies)
        {
            tally.Dispose();
        }
    }

    private DocScores Lend() => _spare.TryPop(out var spare) ? spare : new DocScores(_reader.MaxDoc);

    private DocScores Best(DocScores[] ways)
    {
        var best = ways[0];
        foreach (var way in ways.Skip(1))
        {
            best.RaiseTo(way);
            GiveBack(way);
        }

        return best;
    }

    private void AddWord(DocScores sum, PlannedWord word)
    {
        if (word.Gain <= 0)
        {
            // Nothing of the word is in the index.
            return;
        }

        var best = LendTally();
        foreach (var form in word.Forms)
        {
            var scores = ScoreForm(word, form);
            if (best.Docs.IsEmpty)
            {
                (best, scores) = (scores, best);
            }
            else
            {
                best.RaiseTo(scores);
            }

            GiveBack(scores);
        }

        sum.Add(best, word.Mass);
        GiveBack(best);
    }

    private Tally ScoreForm(PlannedWord word, PlannedForm form)
    {
        var frequencies = LendTally();
        foreach (var field in word.FieldsFor(form))
        {
            AddFrequencies(frequencies, form, field);
        }

        frequencies.Saturate(word.Gain * form.Worth, formula);
        return frequencies;
    }

    private void AddFrequencies(Tally frequencies, PlannedForm form, TalkField field)
    {
        var weight = formula.Options.Of(field).Weight;
        var lengths = formula.LengthsOf(field, leaf.Ord);
        if (weight <= 0 || lengths.Length == 0)
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
                frequencies.Add(doc, weight * count / lengths[doc]);
            }
        }
        else if (postings.Docs(form.Terms[0]) is { } docs)
        {
            frequencies.Add(docs, weight, lengths);
        }
    }

    private Tally LendTally() => _spareTallies.TryPop(out var spare) ? spare : new Tally(_reader.MaxDoc);

    private void GiveBack(Tally tally)
    {
        tally.Reset();
        _spareTallies.Push(tally);
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
