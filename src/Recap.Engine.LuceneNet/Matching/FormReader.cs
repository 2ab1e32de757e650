using Lucene.Net.Index;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Reads what the documents of one segment gain by words and their forms: from postings, or from what was read lately.</summary>
internal sealed class FormReader(AtomicReaderContext leaf, Formula formula)
{
    private readonly Dictionary<(TalkField, TermForm), FieldPostings> _fields = [];

    /// <summary>What documents gain by a word: each by the best of its forms.</summary>
    public FormScores Read(PlannedWord word)
    {
        // Of a word without gain nothing is in the index.
        if (word.Gain <= 0)
        {
            return FormScores.None;
        }

        var key = WordKey.Of(leaf.Ord, word);
        if (!formula.Kept.Words.TryGet(key, out var scores))
        {
            formula.Kept.Words.Add(key, scores = ReadForms(word));
        }

        return scores;
    }

    private FormScores ReadForms(PlannedWord word)
    {
        using var best = new Tally(leaf.AtomicReader.MaxDoc);
        foreach (var form in word.Forms)
        {
            best.RaiseTo(Read(form, word.FieldsFor(form)), word.Gain * form.Worth);
        }

        return best.Take();
    }

    private FormScores Read(PlannedForm form, TalkField[] fields)
    {
        var key = new FormKey(leaf.Ord, form.Form, form.Window, fields, string.Join('\n', form.Terms.AsSpan()));
        if (!formula.Kept.Forms.TryGet(key, out var scores))
        {
            formula.Kept.Forms.Add(key, scores = ReadPostings(form, fields));
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

        var scores = frequencies.Take();
        foreach (ref var value in scores.Values.AsSpan())
        {
            value = formula.Saturate(value);
        }

        return scores;
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
