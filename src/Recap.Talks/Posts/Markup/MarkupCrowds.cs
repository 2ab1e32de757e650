using System.Buffers;
using System.Text;

namespace Recap.Talks.Posts.Markup;

/// <summary>
/// Drops marks that crowd: a parser of Markdown compares each opening mark of a paragraph with those before it,
/// so that what it does grows with the square of their number.
/// </summary>
internal static class MarkupCrowds
{
    /// <summary>Marks that one run of lines without a blank one keeps: a table of five hundred linked rows has as many.</summary>
    public const int MostInRun = 2_000;

    /// <summary>Marks that one post keeps.</summary>
    public const int MostInPost = 20_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("[*_`~=");

    public static string Calm(string body)
    {
        if (Count(body) <= MostInRun)
        {
            return body;
        }

        var calm = new StringBuilder(body.Length);
        var (run, all) = (0, 0);
        var fence = default(Fence);
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var line = body.AsSpan()[range];
            calm.Append(calm.Length > 0 || range.Start.Value > 0 ? "\n" : "");
            if (fence.Passes(line))
            {
                calm.Append(line);
                continue;
            }

            run = line.IsWhiteSpace() ? 0 : run;
            Append(calm, line, ref run, ref all);
        }

        return calm.ToString();
    }

    private static void Append(StringBuilder calm, ReadOnlySpan<char> line, ref int run, ref int all)
    {
        for (var mark = line.IndexOfAny(Marks); mark >= 0; mark = line.IndexOfAny(Marks))
        {
            var crowded = ++run > MostInRun | ++all > MostInPost;
            calm.Append(line[..(crowded ? mark : mark + 1)]);
            line = line[(mark + 1)..];
        }

        calm.Append(line);
    }

    private static int Count(ReadOnlySpan<char> body)
    {
        var count = 0;
        for (var mark = body.IndexOfAny(Marks); mark >= 0 && count <= MostInRun; mark = body.IndexOfAny(Marks))
        {
            count++;
            body = body[(mark + 1)..];
        }

        return count;
    }
}
