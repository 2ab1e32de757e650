using Lucene.Net.Index;
using Recap.Engine.Analysis;
using Recap.Engine.LuceneNet.Planning;
using Recap.Engine.LuceneNet.Schema;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>What neighbouring words of a query gain where they are close to each other in a talk.</summary>
internal sealed class Closeness
{
    private static readonly TalkField[] Fields = [TalkField.Title, TalkField.Text];

    private readonly RankingOptions _options;
    private readonly PlannedWord[] _words;
    private readonly string[][] _stems;

    public Closeness(QueryPlan plan, RankingOptions options)
    {
        _options = options;
        _words = [.. plan.Words.Where(word => !word.IsGrammar && word.Gain > 0)];
        _stems = Matters ? Array.ConvertAll(_words, StemsOf) : [];
    }

    /// <summary>Whether any talk can gain.</summary>
    public bool Matters => _words.Length > 1 && _options.Closeness > 0;

    /// <summary>What a talk gains at most.</summary>
    public float Most
    {
        get
        {
            var most = 0f;
            for (var word = 0; word + 1 < _words.Length; word++)
            {
                most += _options.Closeness * Math.Min(_words[word].Gain, _words[word + 1].Gain);
            }

            return most;
        }
    }

    /// <summary>The gains of documents of a segment, in their order, which is ascending.</summary>
    public float[] Gains(AtomicReader reader, int[] docs)
    {
        var gains = new float[docs.Length];
        foreach (var field in docs.Length > 0 ? Fields : [])
        {
            var postings = new FieldPostings(reader, FieldNames.Of(field, TermForm.Stem));
            var places = Array.ConvertAll(_stems, stems => WordPlaces.Read(postings, stems, docs));
            for (var i = 0; i < docs.Length; i++)
            {
                // A pair counts where it is closer: the title or the text.
                gains[i] = Math.Max(gains[i], Gain(places, i));
            }
        }

        return gains;
    }

    private float Gain(WordPlaces[] places, int doc)
    {
        var gain = 0f;
        for (var word = 0; word + 1 < _words.Length; word++)
        {
            if (Nearest(places[word].Of(doc), places[word + 1].Of(doc)) is > 0 and var distance && distance <= _options.ClosenessWindow)
            {
                gain += _options.Closeness * Math.Min(_words[word].Gain, _words[word + 1].Gain) / distance;
            }
        }

        return gain;
    }

    /// <summary>Places from the one word to the other where they are nearest; 0 where one of them is missing.</summary>
    private static int Nearest(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var nearest = 0;
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                // Two forms of one word stand at one place: that is no neighbour.
                var distance = b >= a ? b - a : a - b + 1;
                nearest = distance > 0 && (nearest == 0 || distance < nearest) ? distance : nearest;
            }
        }

        return nearest;
    }

    /// <summary>Places are compared among stems, where words of grammar take none.</summary>
    private static string[] StemsOf(PlannedWord word) =>
    [
        .. word.Forms
            .Where(form => form.Terms.Length == 1 && form.Kind is <= MatchKind.Alias or MatchKind.Fuzzy)
            .SelectMany(form => form.Form == TermForm.Stem ? form.Terms : Stemming.Stems(form.Terms[0]))
            .Distinct(),
    ];
}
