namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>Lines of a text that belong together: all of it, or what an item, a quotation or a directive holds.</summary>
/// <param name="From">The first line, from 0.</param>
/// <param name="To">The line behind the last.</param>
/// <param name="Indent">How far they are indented.</param>
/// <param name="Prefix">What each line begins with in Markdown.</param>
/// <param name="Depth">How many such places it stands in.</param>
internal sealed record RstPlace(int From, int To, int Indent, string Prefix, int Depth)
{
    public RstPlace Within(int from, int to, int indent, string prefix) => new(from, to, indent, Prefix + prefix, Depth + 1);
}
