using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Reads what the documents of one segment gain by forms: from postings, or from what was read lately.</summary>
internal sealed class FormReader(AtomicReaderContext leaf, Formula formula)
{
    private readonly Dictionary<(TalkField, TermForm), FieldPostings> _fields = [];

    /// <summary>Where words of the segment, one after the other, find the best of their forms.</summary>
    public ScoreWindow Scratch { get; } = new();

    /// <summary>What documents gain by a form in some fields.</summary>
    public FormScores Read(PlannedForm form, TalkField[] fields)
    {
        var key = new FormKey(formula, leaf.Ord, form.Form, form.Window, fields, string.Join('\n', form.Terms.AsSpan()));
        if (!formula.Forms.TryGet(key, out var scores))
        {
            formula.Forms.Add(key, scores = ReadPostings(form, fields));
        }

        return scores;
    }

    private FormScores ReadPostings(PlannedForm form, TalkField[] fields)
    {
        using var frequencies = new Tally(leaf.AtomicReader.MaxDoc);
        foreach (var field in fields)
        {
            AddFrequencies(frequencies, form, field);
        }

        return frequencies.Take(formula);
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

    private FieldPostings PostingsOf(TalkField field, TermForm form)
    {
        if (!_fields.TryGetValue((field, form), out var postings))
        {
            _fields[(field, form)] = postings = new FieldPostings(leaf.AtomicReader, FieldNames.Of(field, form));
        }

        return postings;
    }
}
