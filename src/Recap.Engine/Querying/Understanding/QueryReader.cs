using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Understanding;

/// <summary>
/// Understands what people type. Any string is a query: words, <c>"exact words"</c>, <c>-without</c>, <c>a OR b</c>,
/// <c>speaker:</c>, <c>event:</c>, <c>topic:</c>, <c>year:2023..2025</c>; what is none of these is searched as words.
/// </summary>
public sealed class QueryReader
{
    /// <summary>Characters of a query that are read.</summary>
    public const int MaxLength = 1000;

    /// <summary>Words of a query that are read; what stands behind them is not looked for.</summary>
    public const int MaxWords = 64;

    /// <summary>In longer queries no beginnings and no typing errors are looked for: the other words tell enough.</summary>
    private const int MostTolerantWords = 16;

    private readonly Lazy<NameTable> _names;
    private readonly UnderstandingWeights? _weights;

    /// <summary>Makes a reader that knows these names.</summary>
    public QueryReader(NameTable names, UnderstandingWeights? weights = null)
        : this(new Lazy<NameTable>(names), weights)
    {
    }

    /// <summary>Makes a reader that knows names which are gathered when the first query comes.</summary>
    public QueryReader(Lazy<NameTable> names, UnderstandingWeights? weights = null) => (_names, _weights) = (names, weights);

    /// <summary>The names it knows.</summary>
    public NameTable Names => _names.Value;

    /// <summary>A reader that knows the same names and weighs forms otherwise.</summary>
    public QueryReader With(UnderstandingWeights weights) => new(_names, weights);

    /// <summary>What the text asks for. Never throws.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="vocabulary">Words of the index, where they are at hand: known words then count as typed right.</param>
    public ParsedQuery Read(string text, IVocabulary? vocabulary = null)
    {
        var read = text.Length <= MaxLength ? text : text[..MaxLength];
        return new Reading(read, new RunReader(Names, _weights ?? RankingOptions.Default.Understanding, vocabulary)).ToQuery();
    }

    /// <summary>One query being read.</summary>
    private sealed class Reading
    {
        private readonly string _text;
        private readonly RunReader _runs;
        private readonly ImmutableArray<QueryPiece> _pieces;
        private readonly Dictionary<QueryPiece, ImmutableArray<TypedWord>> _words = [];
        private readonly bool _hasOtherThanStopWords;
        private readonly bool _isTolerant;

        public Reading(string text, RunReader runs)
        {
            (_text, _runs, _pieces) = (text, runs, QuerySyntax.Read(text));
            var left = MaxWords;
            foreach (var piece in _pieces.Where(piece => !piece.IsOr && piece.Field != PieceField.Year))
            {
                var isOpen = !piece.IsQuoted && piece.Start + piece.Length == text.Length;
                var words = TypedWord.Of(piece, isOpen).Take(left).ToImmutableArray();
                _words[piece] = words;
                left -= words.Length;
            }

            var plain = _pieces.Where(piece => IsPlain(piece)).SelectMany(piece => WordsOf(piece)).ToList();
            _hasOtherThanStopWords = plain.Any(word => !IsGrammar(word)) || _pieces.Any(piece => piece.IsQuoted && WordsOf(piece).Length > 0);
            _isTolerant = plain.Count <= MostTolerantWords;
        }

        public ParsedQuery ToQuery()
        {
            var years = _pieces.Where(piece => piece.Field == PieceField.Year).Select(piece => YearRange.Parse(piece.Text)).LastOrDefault();
            return new ParsedQuery
            {
                Text = _text,
                Clauses = WantedClauses(),
                Excluded = [.. _pieces.Where(piece => piece.IsExcluded).Select(ExcludedClause).OfType<QueryClause>()],
                Required = [.. _pieces.Where(piece => !piece.IsExcluded && IsField(piece)).Select(FieldClauseOf).OfType<FieldClause>()],
                YearFrom = years?.From,
                YearTo = years?.To,
            };
        }

        private ImmutableArray<QueryClause> WantedClauses()
        {
            var clauses = new List<QueryClause>();
            var row = new List<TypedWord>();
            var orPending = false;
            foreach (var piece in _pieces.Where(piece => piece.IsOr || IsPlain(piece) || IsPhrase(piece)))
            {
                if (piece.IsOr)
                {
                    Flush(row, clauses);
                    orPending = clauses.Count > 0;
                    continue;
                }

                if (IsPhrase(piece) || orPending)
                {
                    Flush(row, clauses);
                    var added = IsPhrase(piece) ? PhraseOf(piece) : [.. _runs.Read(WordsOf(piece), IsStopWord, _isTolerant)];
                    AddOrJoin(added, orPending, clauses);
                    orPending = orPending && added.IsEmpty;
                }
                else
                {
                    row.AddRange(WordsOf(piece));
                }
            }

            Flush(row, clauses);
            return [.. clauses];
        }

        private static void AddOrJoin(ImmutableArray<QueryClause> added, bool isAlternative, List<QueryClause> clauses)
        {
            if (!isAlternative || added.IsEmpty)
            {
                clauses.AddRange(added);
                return;
            }

            var before = clauses[^1];
            var options = before is QueryAlternatives alternatives ? alternatives.Options : [before];
            clauses[^1] = new QueryAlternatives
            {
                Start = before.Start,
                Length = added[0].Start + added[0].Length - before.Start,
                Options = options.Add(added[0]),
            };
            clauses.AddRange(added.Skip(1));
        }

        private void Flush(List<TypedWord> row, List<QueryClause> clauses)
        {
            clauses.AddRange(_runs.Read([.. row], IsStopWord, _isTolerant));
            row.Clear();
        }

        private ImmutableArray<QueryClause> PhraseOf(QueryPiece piece) => TermsOf(piece) is { IsEmpty: false } terms
            ? [new QueryPhrase { Start = piece.Start, Length = piece.Length, Terms = terms }]
            : [];

        private QueryClause? ExcludedClause(QueryPiece piece) => IsField(piece)
            ? FieldClauseOf(piece)
            : PhraseOf(piece).FirstOrDefault();

        private FieldClause? FieldClauseOf(QueryPiece piece) => TermsOf(piece) is { IsEmpty: false } terms
            ? new FieldClause
            {
                Start = piece.Start,
                Length = piece.Length,
                Field = piece.Field switch { PieceField.Speaker => QueryField.Speaker, PieceField.Event => QueryField.Event, _ => QueryField.Topic },
                Terms = terms,
                Value = piece.Text,
            }
            : null;

        private ImmutableArray<string> TermsOf(QueryPiece piece) => [.. WordsOf(piece).SelectMany(word => word.Parts)];

        private ImmutableArray<TypedWord> WordsOf(QueryPiece piece) => _words.GetValueOrDefault(piece, []);

        private bool IsStopWord(TypedWord word) => _hasOtherThanStopWords && IsGrammar(word);

        /// <summary>A word of grammar (<c>le</c>, <c>est-ce</c>), unless capitals say that it is an acronym (<c>IT</c>, <c>OU</c>).</summary>
        private bool IsGrammar(TypedWord word) =>
            word.Parts.All(StopWords.Contains) && !(word.Typed.Length > 1 && IsUpper(word.Typed) && !IsUpper(_text));

        private static bool IsUpper(string text) => !text.Any(char.IsLower);

        private static bool IsPlain(QueryPiece piece) => piece is { IsOr: false, IsExcluded: false, IsQuoted: false, Field: PieceField.None };

        private static bool IsPhrase(QueryPiece piece) => piece is { IsExcluded: false, IsQuoted: true, Field: PieceField.None };

        private static bool IsField(QueryPiece piece) => piece.Field is PieceField.Speaker or PieceField.Event or PieceField.Topic;
    }
}
