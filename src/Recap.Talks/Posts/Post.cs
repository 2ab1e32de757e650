using System.Collections.Immutable;
using Recap.Talks.Posts.Data;
using Recap.Talks.Posts.Markup;

namespace Recap.Talks.Posts;

/// <summary>A post taken apart: its facts and its blocks, with lines of the file.</summary>
internal sealed record Post
{
    // Far beyond what people write in a line, and short enough for the parser's worst cases.
    private const int LongestLine = 32_768;
    private const int LongestBody = 300_000;

    // Each is looked at as a talk among all others; a hundred are many.
    private const int MostHeadings = 10_000;

    public required string Path { get; init; }

    public required DataNode Fields { get; init; }

    /// <summary>Line of the file on which the notation of the fields begins, from 1.</summary>
    public int FieldsLine { get; init; } = 1;

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Title written in the markup itself, for posts whose facts have none.</summary>
    public string? MarkupTitle { get; init; }

    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>Line of the file on which a field stands; 1 where its notation does not tell.</summary>
    public int LineOf(DataNode field) => field.Line == 0 ? 1 : FieldsLine + field.Line - 1;

    public static Post Read(PostFile file)
    {
        using var text = PostText.Decode(file.Content.Span);
        if (text.Text is not { } written || written.Span.IsWhiteSpace())
        {
            return Unread(file.Path, text.Remark ?? Codes.Empty.At(1, "The file is empty."));
        }

        var front = FrontMatter.Read(written);
        Remark[] remarks = [.. new[] { text.Remark, front.Remark }.OfType<Remark>()];
        if (front.Remark?.Code.Severity == Severity.Error)
        {
            return Unread(file.Path, remarks);
        }

        if (front.Body.Length > LongestBody)
        {
            return Unread(file.Path, [.. remarks, Codes.TooLarge.At(front.BodyLine, $"The post has {front.Body.Length} characters; up to {LongestBody} are read.")]);
        }

        return ReadBody(file.Path, front, remarks);
    }

    private static Post ReadBody(string path, FrontMatter front, Remark[] remarks)
    {
        var (body, longLine) = CutLongLines(front.Body, front.BodyLine);
        remarks = longLine is null ? remarks : [.. remarks, longLine];
        var notation = Notations.Of(path) ?? Notation.Markdown;
        try
        {
            var rewritten = Rewritten.From(notation, body, isTitled: front.Fields["title"].Text is not null);
            var blocks = BlocksOf(notation, rewritten is null ? body.Span : rewritten.Markdown, front.BodyLine);
            if (blocks.Count(block => block.Kind == BlockKind.Heading) is var headings and > MostHeadings)
            {
                return Unread(path, [.. remarks, Codes.TooLarge.At(front.BodyLine, $"The post has {headings} headings; up to {MostHeadings} are read.")]);
            }

            var tellsItself = front.Fields.Fields.Count == 0 && rewritten is { Fields.Fields.Count: > 0 };
            return new Post
            {
                Path = path,
                Fields = tellsItself ? rewritten!.Fields : front.Fields,
                FieldsLine = tellsItself ? front.BodyLine : front.FieldsLine,
                Blocks = blocks,
                MarkupTitle = rewritten?.Title,
                Remarks = [.. remarks],
            };
        }
        catch (ArgumentException e)
        {
            return Unread(path, [.. remarks, Codes.Unreadable.At(front.BodyLine, $"The markup cannot be read: {e.Message}")]);
        }
    }

    private static ImmutableArray<Block> BlocksOf(Notation notation, ReadOnlySpan<char> source, int line)
    {
        var body = Templates.Strip(source);
        if (notation != Notation.Html)
        {
            return MarkdownReader.Read(MarkupCrowds.Calm(notation == Notation.Markdown ? Containers.Open(body) : body), line);
        }

        var writer = new BlockWriter();
        var html = new HtmlReader(writer);
        html.Read(body, line, listDepth: 0);
        html.Finish();
        return writer.ToBlocks();
    }

    private static (ReadOnlyMemory<char> Body, Remark? Remark) CutLongLines(ReadOnlyMemory<char> body, int firstLine)
    {
        if (body.Length <= LongestLine)
        {
            return (body, null);
        }

        var lines = body.ToString().Split('\n');
        var first = Array.FindIndex(lines, line => line.Length > LongestLine);
        if (first < 0)
        {
            return (body, null);
        }

        var cut = lines.Select(line => line.Length > LongestLine ? line[..LongestLine] : line);
        return (string.Join('\n', cut).AsMemory(), Codes.LongLine.At(firstLine + first, $"The line is longer than {LongestLine} characters; the rest of it was left out."));
    }

    private static Post Unread(string path, params Remark[] remarks) =>
        new() { Path = path, Fields = DataNode.Nothing, Blocks = [], Remarks = [.. remarks] };
}
