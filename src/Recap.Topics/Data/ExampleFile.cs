using System.Collections.Immutable;

namespace Recap.Topics.Data;

internal static class ExampleFile
{
    private static readonly ImmutableArray<string> Header = ["language", "topics", "title", "text"];

    public static ImmutableArray<TopicExample> Read(TextFile file, Taxonomy taxonomy, Faults faults)
    {
        var examples = ImmutableArray.CreateBuilder<TopicExample>();
        foreach (var row in TsvRows.Of(file, Header, 0, faults))
        {
            if (row.Cells[0] is not ("fr" or "en"))
            {
                faults.Add(file.Name, row.Line, Codes.BadValue, $"The language is \"{row.Cells[0]}\"; it must be fr or en.");
            }

            if (row.Cells[3].Length == 0)
            {
                faults.Add(file.Name, row.Line, Codes.EmptyText, "The text is empty.");
            }

            examples.Add(new TopicExample { Language = row.Cells[0], Topics = row.Topics(1, taxonomy, faults), Title = row.Cells[2], Text = row.Cells[3] });
        }

        return examples.ToImmutable();
    }
}

/// <summary>Bibliographic facts of real talks: a title, its abstract where the file has those, and the topics that its track stands for.</summary>
internal static class TalkTitleFile
{
    private static readonly ImmutableArray<string> Header = ["title", "event", "year", "language", "track", "topics", "text"];

    public static ImmutableArray<TopicExample> Read(TextFile file, Taxonomy taxonomy, Faults faults)
    {
        var examples = ImmutableArray.CreateBuilder<TopicExample>();
        foreach (var row in TsvRows.Of(file, Header, 1, faults))
        {
            var topics = row.Topics(5, taxonomy, faults);
            if (row.Cells[0].Length == 0)
            {
                faults.Add(file.Name, row.Line, Codes.EmptyText, "The title is empty.");
            }
            else if (!int.TryParse(row.Cells[2], out var year) || year is < 1970 or > 2100)
            {
                faults.Add(file.Name, row.Line, Codes.BadValue, $"The year is \"{row.Cells[2]}\"; it must be 1970 to 2100.");
            }
            else
            {
                examples.Add(new TopicExample { Language = row.Cells[3], Topics = topics, Title = row.Cells[0], Text = row.Cells[6], Year = year });
            }
        }

        return examples.ToImmutable();
    }
}

internal static class TermFile
{
    private static readonly ImmutableArray<string> Header = ["term", "topics"];

    public static ImmutableArray<TopicTerm> Read(TextFile file, Taxonomy taxonomy, Faults faults)
    {
        var terms = ImmutableArray.CreateBuilder<TopicTerm>();
        foreach (var row in TsvRows.Of(file, Header, 0, faults))
        {
            var topics = row.Topics(1, taxonomy, faults);
            if (row.Cells[0].Length == 0 || row.Cells[1].Length == 0)
            {
                faults.Add(file.Name, row.Line, Codes.EmptyText, "A line needs a term and at least one topic.");
            }
            else
            {
                terms.Add(new TopicTerm(row.Cells[0], topics));
            }
        }

        return terms.ToImmutable();
    }
}
