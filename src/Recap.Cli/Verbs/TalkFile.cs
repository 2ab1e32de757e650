using System.Globalization;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Talks;

namespace Recap.Cli.Verbs;

/// <summary>Reads files that name talks by place: tab-separated, a header row that names at least the columns <c>qid</c>, <c>post</c> and <c>line</c>.</summary>
internal static class TalkFile
{
    /// <summary>Lines that a talk may begin away from the line named: posts are edited after lists are made. The nearest talk is taken.</summary>
    private const int Tolerance = 20;

    /// <summary>The talks that are indexed at those places, in the order of the file; what is not there is said and passed over.</summary>
    /// <exception cref="CommandException">The file is missing or faulty; the message names the line.</exception>
    public static async Task<IReadOnlyList<(string Qid, RelatedSubject Subject)>> ReadAsync(
        string path, ITalkSearcher searcher, TextWriter error, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"There is no file '{path}'.");
        }

        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        var header = lines is [var first, ..] ? first.Split('\t') : [];
        var columns = (Qid: Array.IndexOf(header, "qid"), Post: Array.IndexOf(header, "post"), Line: Array.IndexOf(header, "line"));
        if (columns.Qid < 0 || columns.Post < 0 || columns.Line < 0)
        {
            throw new CommandException($"{path}:1: the first row must name the columns qid, post and line, parted by tabs.");
        }

        var talks = await AllTalksAsync(searcher, cancellationToken);
        var found = new List<(string, RelatedSubject)>();
        foreach (var (line, number) in lines.Select((line, i) => (line, i + 1)).Skip(1).Where(row => row.line.Trim().Length > 0))
        {
            var cells = line.Split('\t');
            if (cells.Length < header.Length || !int.TryParse(cells[columns.Line], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                throw new CommandException($"{path}:{number}: the row must have {header.Length} columns and a line number.");
            }

            if (Nearest(talks, cells[columns.Post].Trim('/'), at) is { } talk)
            {
                found.Add((cells[columns.Qid], new RelatedSubject.OfTalk(talk.Id)));
            }
            else
            {
                await error.WriteLineAsync($"recap: {path}:{number}: no talk is indexed at {cells[columns.Post]}:{at}");
            }
        }

        return found;
    }

    private static Talk? Nearest(ILookup<string, Talk> talks, string post, int line)
    {
        var told = talks.Contains(post) ? talks[post] : talks.Where(other => IsSame(other.Key, post)).SelectMany(other => other);
        return told.Where(talk => Math.Abs(talk.Line - line) <= Tolerance).MinBy(talk => Math.Abs(talk.Line - line));
    }

    // A list may have been made from a folder above or below the one that was indexed.
    private static bool IsSame(string one, string other) =>
        one.EndsWith($"/{other}", StringComparison.Ordinal) || other.EndsWith($"/{one}", StringComparison.Ordinal);

    /// <summary>Every talk of the index by path of its post; notes are none.</summary>
    public static async Task<ILookup<string, Talk>> AllTalksAsync(ITalkSearcher searcher, CancellationToken cancellationToken)
    {
        var talks = new List<Talk>();
        string? token = null;
        do
        {
            var page = await searcher.SearchAsync(
                new TalkQuery { IncludeNotes = false, Sort = TalkSort.Title, PageSize = TalkQuery.MaxPageSize, PageToken = token }, cancellationToken);
            talks.AddRange(page.Hits.Select(hit => hit.Talk.Talk));
            token = page.NextPageToken;
        }
        while (token is not null);

        return talks.ToLookup(talk => talk.Post, StringComparer.Ordinal);
    }
}
