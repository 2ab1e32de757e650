using System.Collections.Immutable;
using Recap.Engine.Analysis;

namespace Recap.Engine.Querying.Understanding;

/// <summary>Groups neighbouring words that mean something together, and understands each word.</summary>
internal sealed class RunReader(NameTable names, UnderstandingWeights weights, IVocabulary? vocabulary)
{
    private const int LongestNameTried = 8;

    private readonly AliasVariants _aliases = new(names, weights);
    private readonly WordVariants _variants = new(names, weights, vocabulary);

    /// <summary>The clauses of words in a row.</summary>
    /// <param name="words">The words as typed.</param>
    /// <param name="isStopWord">Which of them are mere grammar in this query.</param>
    /// <param name="isTolerant">Whether beginnings and typing errors count.</param>
    public IEnumerable<QueryClause> Read(IReadOnlyList<TypedWord> words, Func<TypedWord, bool> isStopWord, bool isTolerant)
    {
        QueryWord ReadWord(TypedWord word) => new()
        {
            Start = word.Start,
            Length = word.Typed.Length,
            Text = word.Whole,
            Variants = _variants.Of(word, isTolerant),
            IsStopWord = isStopWord(word),
        };

        for (var at = 0; at < words.Count;)
        {
            var (taken, together) = LongestRun(words, at);
            if (taken > 1)
            {
                yield return new QueryRun
                {
                    Start = words[at].Start,
                    Length = EndOf(words[at + taken - 1]) - words[at].Start,
                    Words = [.. words.Skip(at).Take(taken).Select(ReadWord)],
                    Variants = together,
                };
            }
            else
            {
                yield return Opened(words[at], ReadWord);
            }

            at += taken;
        }
    }

    private (int Taken, ImmutableArray<QueryVariant> Together) LongestRun(IReadOnlyList<TypedWord> words, int at)
    {
        for (var count = Math.Min(Math.Min(LongestNameTried, names.LongestName), words.Count - at); count > 1; count--)
        {
            var run = words.Skip(at).Take(count).ToList();
            var aliases = _aliases.Of([.. run.SelectMany(word => word.Parts)], Joined(run, " ")).ToList();
            if (aliases.Count > 0)
            {
                return (count, _variants.Known(WordVariants.Distinct([.. InOne(run), .. aliases])));
            }
        }

        var pair = at + 1 < words.Count ? InOne([words[at], words[at + 1]]).ToImmutableArray() : [];
        return pair.IsEmpty ? (1, []) : (2, pair);
    }

    /// <summary>The words written as one, where that is a name or a word of the index.</summary>
    private IEnumerable<QueryVariant> InOne(List<TypedWord> words)
    {
        var whole = string.Concat(words.SelectMany(word => word.Parts));
        var isPlain = words.Count <= 3 && words.All(word => word.Parts.All(part => part.Length > 1 && part.All(char.IsLetterOrDigit)))
            && !words.All(word => StopWords.Contains(word.Whole));
        if (isPlain && (names.IsName(whole) || vocabulary?.DocumentFrequency(whole) > 0))
        {
            yield return new QueryVariant { Terms = [whole], Form = TermForm.Exact, Kind = MatchKind.Compound, Weight = weights.Compound };
        }
    }

    /// <summary>A hyphenated word that the index does not know in one: its parts may answer for themselves.</summary>
    private QueryClause Opened(TypedWord word, Func<TypedWord, QueryWord> read)
    {
        var whole = read(word);
        var isName = word.Word.Parts.Skip(1).Any(part => part.Separator is not '-') || word.Parts.Any(part => part.Any(char.IsAsciiDigit));
        if (word.Parts.Length == 1 || isName || vocabulary?.DocumentFrequency(word.Whole) > 0 || names.IsName(word.Whole))
        {
            return whole;
        }

        var offset = word.Start - word.Word.Start;
        return new QueryRun
        {
            Start = whole.Start,
            Length = whole.Length,
            Variants = whole.Variants,
            Words = [.. word.Word.Parts.Select(part => read(PartOf(word, part, offset)) with { IsStopWord = StopWords.Contains(part.Text) })],
        };
    }

    private static TypedWord PartOf(TypedWord word, WordPart part, int offset) => new()
    {
        Word = new ScannedWord { Parts = [part with { Separator = '\0' }], End = part.End },
        Typed = word.Typed[(part.Start - word.Word.Start)..(part.End - word.Word.Start)],
        Start = part.Start + offset,
    };

    private static int EndOf(TypedWord word) => word.Start + word.Typed.Length;

    private static string Joined(IEnumerable<TypedWord> words, string between) => string.Join(between, words.Select(word => word.Typed));
}
