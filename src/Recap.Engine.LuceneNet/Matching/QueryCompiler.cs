using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.LuceneNet.Matching;

/// <summary>Turns free text into a query over the searched fields.</summary>
internal sealed class QueryCompiler(Analyzer analyzer)
{
    /// <summary>Notes rank below talks that answer as well.</summary>
    private const float NotesFactor = 0.5f;

    /// <summary>What a weaker field adds to the best one.</summary>
    private const float TieBreaker = 0.3f;

    private static readonly FrozenDictionary<string, float> Weights = new Dictionary<string, float>
    {
        [FieldNames.Title] = 2f,
        [FieldNames.Speakers] = 2f,
        [FieldNames.Organizations] = 1.5f,
        [FieldNames.Technologies] = 1.5f,
        [FieldNames.Event] = 0.5f,
        [FieldNames.Text] = 1f,
    }.ToFrozenDictionary();

    public CompiledQuery Compile(string text)
    {
        var words = Tokens(FieldNames.Exact(FieldNames.Text), text);
        var stems = Tokens(FieldNames.Text, text);
        if (words.Count == 0 && stems.Count == 0)
        {
            return new CompiledQuery(new MatchAllDocsQuery(), FrozenDictionary<string, FrozenDictionary<string, float>>.Empty);
        }

        var query = new BooleanQuery();
        var marks = new Dictionary<string, FrozenDictionary<string, float>>();
        AddSide(query, marks, words, FieldNames.Exact);
        AddSide(query, marks, stems, field => field);
        var notes = new TermQuery(new Term(FieldNames.Type, DocumentTypes.Notes));
        return new CompiledQuery(new BoostingQuery(query, notes, NotesFactor), marks.ToFrozenDictionary());
    }

    private static void AddSide(
        BooleanQuery query,
        Dictionary<string, FrozenDictionary<string, float>> marks,
        List<string> terms,
        Func<string, string> side)
    {
        foreach (var term in terms)
        {
            var word = new DisjunctionMaxQuery(TieBreaker);
            foreach (var field in FieldNames.Searched)
            {
                word.Add(new TermQuery(new Term(side(field), term)) { Boost = Weights[field] });
            }

            query.Add(word, Occur.SHOULD);
        }

        var weights = terms.ToFrozenDictionary(term => term, _ => 1f);
        foreach (var field in FieldNames.Searched)
        {
            marks[side(field)] = weights;
        }
    }

    private List<string> Tokens(string field, string text)
    {
        var tokens = new List<string>();
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken() && tokens.Count < BooleanQuery.MaxClauseCount / 4)
        {
            tokens.Add(term.ToString()!);
        }

        stream.End();
        return [.. tokens.Distinct()];
    }
}
