using System.Collections.Frozen;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Rewrites what begins with two full stops: directives by what they hold, comments, targets and notes not at all.</summary>
internal sealed class RstMarkup(RstBlocks blocks)
{
    private enum Holds
    {
        /// <summary>Nothing a reader sees.</summary>
        Nothing,

        /// <summary>Text, whose first words stand behind the name.</summary>
        Words,

        /// <summary>Text; what stands behind the name is a setting.</summary>
        Text,

        /// <summary>What is shown as it is written.</summary>
        Code,

        /// <summary>HTML.</summary>
        Raw,

        /// <summary>An image, with its caption.</summary>
        Image,

        /// <summary>A video, by its address or the name it has there.</summary>
        Video,

        /// <summary>A heading that takes no part in the order of the others.</summary>
        Rubric,

        /// <summary>The facts of a post (ABlog).</summary>
        Facts,
    }

    private static readonly FrozenDictionary<string, Holds> ByName = Table(
        (Holds.Nothing, "contents toctree index meta include role default-role highlight sectnum section-numbering header footer unicode date csv-table"
            + " tags category author language location redirect postlist gist tweet mermaid graphviz plantuml math chart soundcloud thumbnail-list target-notes currentmodule cssclass"),
        (Holds.Words, "note tip hint important warning caution danger attention error seealso admonition topic sidebar todo centered epigraph highlights pull-quote compound"
            + " details dropdown tab card update versionadded versionchanged deprecated"),
        (Holds.Code, "code code-block sourcecode literalinclude parsed-literal prompt ipython jupyter-execute productionlist listing console testcode doctest"),
        (Holds.Raw, "raw"),
        (Holds.Image, "image figure thumbnail"),
        (Holds.Video, "youtube vimeo video peertube dailymotion"),
        (Holds.Rubric, "rubric"),
        (Holds.Facts, "post"));

    /// <returns>The line behind it.</returns>
    public int Read(int line, int indent, RstPlace place)
    {
        var rest = blocks.TextOf(line)[2..].TrimStart();
        if (rest.Length == 0 && (line + 1 >= place.To || blocks.TextOf(line + 1).Length == 0))
        {
            // Two full stops alone end what is above them.
            return line + 1;
        }

        var end = blocks.EndOfIndented(line + 1, place.To, indent);
        var colons = rest.IndexOf("::", StringComparison.Ordinal);
        if (colons > 0 && rest[0] is not ('_' or '[' or '|') && rest.AsSpan(0, colons).IndexOfAny(" \t`") < 0)
        {
            Directive(line, end, rest[..colons].ToLowerInvariant(), rest[(colons + 2)..].Trim(), place);
        }

        return end;
    }

    private void Directive(int line, int end, string name, string argument, RstPlace place)
    {
        var body = line + 1;
        while (body < end && RstLines.FieldOf(blocks.TextOf(body)) is { } option)
        {
            if (name == "post")
            {
                blocks.AddField(option.Name, option.Value.Length > 0 ? option.Value : "true", body);
            }

            body++;
        }

        var inner = new RstPlace(body, end, blocks.LeastIndent(body, end), place.Prefix, place.Depth + 1);
        switch (ByName.GetValueOrDefault(name, Holds.Text))
        {
            case Holds.Words:
                blocks.PutWords(line, place, argument);
                blocks.Walk(inner);
                break;
            case Holds.Text:
                blocks.Walk(inner);
                break;
            case Holds.Code:
                Code(body, end, place.Prefix);
                break;
            case Holds.Raw when argument.Split(' ').Contains("html"):
                Raw(inner);
                break;
            case Holds.Image when argument.Length > 0:
                blocks.Put(line, $"{place.Prefix}![]({LineRun.Address(argument)})");
                blocks.Walk(inner);
                break;
            case Holds.Video when VideoOf(name, argument) is { } address:
                blocks.Put(line, $"{place.Prefix}<iframe src=\"{address}\"></iframe>");
                break;
            case Holds.Rubric:
                blocks.PutWords(line, place, $"**{argument}**");
                break;
            case Holds.Facts:
                blocks.AddField("date", argument, line);
                break;
        }
    }

    private void Code(int from, int end, string prefix)
    {
        while (from < end && blocks.TextOf(from).Length == 0)
        {
            from++;
        }

        blocks.Code(from, end, prefix);
    }

    private void Raw(RstPlace inner)
    {
        for (var i = inner.From; i < inner.To; i++)
        {
            blocks.Put(i, blocks.TextOf(i) is { Length: > 0 } html ? inner.Prefix + html : "");
        }
    }

    private static string? VideoOf(string name, string argument) =>
        argument.IndexOfAny([' ', '"', '<']) >= 0 || argument.Length == 0 ? null
        : argument.StartsWith("http", StringComparison.Ordinal) ? argument
        : name switch { "youtube" => $"https://www.youtube.com/watch?v={argument}", "vimeo" => $"https://vimeo.com/{argument}", _ => null };

    private static FrozenDictionary<string, Holds> Table(params ReadOnlySpan<(Holds Holds, string Names)> rows)
    {
        var table = new Dictionary<string, Holds>();
        foreach (var (holds, names) in rows)
        {
            foreach (var name in names.Split(' '))
            {
                table.Add(name, holds);
            }
        }

        return table.ToFrozenDictionary();
    }
}
