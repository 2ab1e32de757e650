using Lucene.Net.Documents;
using Lucene.Net.Index;
using Recap.Engine.Analysis;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>The text of a talk that words are looked for in, analysed once for all fields that hold it.</summary>
internal static class SearchedText
{
    private static readonly FieldType Placed = new(TextField.TYPE_NOT_STORED)
    {
        // Offsets are found again by analysing the few texts that are shown: the index stays half as large.
        IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
    };

    private static readonly FieldType Listed = new(TextField.TYPE_NOT_STORED)
    {
        IndexOptions = IndexOptions.DOCS_ONLY,
        OmitNorms = true,
    };

    public static void AddTo(Document document, Talk talk)
    {
        foreach (var field in FieldNames.Searched)
        {
            foreach (var text in ValuesOf(talk, field).Where(text => text.Length > 0))
            {
                var words = TextAnalysis.Words(text);
                document.Add(new Field(FieldNames.Of(field, TermForm.Exact), new TokenList(words), Placed));
                document.Add(new Field(FieldNames.Of(field, TermForm.Stem), new TokenList(TextAnalysis.Stems(text)), Placed));
                document.Add(new Field(FieldNames.Vocabulary, new TokenList(words), Listed));
            }
        }
    }

    private static IEnumerable<string> ValuesOf(Talk talk, TalkField field) => field switch
    {
        TalkField.Title => [talk.Title],
        TalkField.Speakers => talk.Speakers.Select(speaker => speaker.Name),
        TalkField.Organizations => talk.Organizations,
        TalkField.Technologies => talk.Technologies,
        TalkField.Event when talk.Event is { } edition => [edition.City is { } city ? $"{edition.Name} {city}" : edition.Name],
        TalkField.Text => [talk.Text],
        _ => [],
    };
}
