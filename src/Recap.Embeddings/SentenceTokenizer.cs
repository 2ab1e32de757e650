using Microsoft.ML.Tokenizers;
using Recap.Engine.Analysis;
using Recap.Engine.Indexing;

namespace Recap.Embeddings;

/// <summary>Cuts texts into the tokens a model knows, by the vocabulary published with it.</summary>
internal sealed class SentenceTokenizer
{
    /// <summary>Vocabulary of BERT and its kin, LaBSE among them.</summary>
    public const string WordPieceFile = "vocab.txt";

    /// <summary>Vocabulary of XLM-RoBERTa and its kin, the multilingual MiniLM and E5 among them.</summary>
    public static readonly string[] SentencePieceFiles = ["sentencepiece.bpe.model", "sentencepiece.model"];

    private readonly Func<string, IEnumerable<int>> _split;
    private readonly int _begin;
    private readonly int _end;

    private SentenceTokenizer(Func<string, IEnumerable<int>> split, int begin, int end) => (_split, _begin, _end) = (split, begin, end);

    /// <summary>Opens the vocabulary of a model.</summary>
    /// <exception cref="SentenceModelException">There is none, or it cannot be read.</exception>
    public static SentenceTokenizer Open(ModelFolder folder)
    {
        var path = folder.Find([WordPieceFile, .. SentencePieceFiles])
            ?? throw new SentenceModelException($"The vocabulary of '{folder.Model}' is missing: put its {WordPieceFile} or {SentencePieceFiles[0]} beside it.");
        try
        {
            return Path.GetFileName(path) == WordPieceFile ? OfWordPieces(path, folder.Settings) : OfSentencePieces(path);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IOException or NotSupportedException)
        {
            throw new SentenceModelException($"{path} is no vocabulary that can be read: {e.Message} Fetch the file again.", e);
        }
    }

    /// <summary>The text as a row of windows, each with the marks of a beginning and an end around at most so many tokens.</summary>
    /// <param name="text">The text; an empty one has one empty window.</param>
    /// <param name="length">The longest window, marks counted.</param>
    /// <param name="most">How many windows at most; what comes after is left out.</param>
    public IEnumerable<long[]> Windows(string text, int length, int most) =>
        _split(text).Take((length - 2) * most).Chunk(length - 2).DefaultIfEmpty([])
            .Select(tokens => (long[])[_begin, .. tokens.Select(token => (long)token), _end]);

    private static SentenceTokenizer OfWordPieces(string path, ModelSettings settings)
    {
        var options = new BertOptions { LowerCaseBeforeTokenization = settings.IsUncased };
        var tokenizer = BertTokenizer.Create(path, options);
        return new SentenceTokenizer(
            text => tokenizer.EncodeToIds(settings.IsUncased ? FoldedText.Of(text) : text, addSpecialTokens: false),
            tokenizer.ClassificationTokenId,
            tokenizer.SeparatorTokenId);
    }

    // XLM-RoBERTa numbers its tokens as fairseq did: four marks of its own first, then the pieces, of which the first three are marks too.
    private static SentenceTokenizer OfSentencePieces(string path)
    {
        const int Begin = 0, End = 2, Unknown = 3;
        using var stream = File.OpenRead(path);
        var tokenizer = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        return new SentenceTokenizer(
            text => tokenizer.EncodeToIds(text, addBeginningOfSentence: false, addEndOfSentence: false)
                .Select(piece => piece == tokenizer.UnknownId ? Unknown : piece + 1),
            Begin,
            End);
    }
}
