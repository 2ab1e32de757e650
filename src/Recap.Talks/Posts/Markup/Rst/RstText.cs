using Recap.Talks.Posts.Data;

namespace Recap.Talks.Posts.Markup.Rst;

/// <summary>A text of which all but the headings is Markdown: what their levels are is known when all of them are.</summary>
/// <param name="Lines">As many as the text had.</param>
/// <param name="Headings">The headings in their order.</param>
/// <param name="Fields">The facts of the post.</param>
internal sealed record RstText(string[] Lines, List<RstHeading> Headings, DataNode Fields);

/// <summary>A line with an underline.</summary>
/// <param name="Line">Place of the line, from 0.</param>
/// <param name="Style">How many ways of underlining were met before its own.</param>
/// <param name="Text">Its words as Markdown.</param>
/// <param name="IsFirst">Whether no text stands before it.</param>
internal sealed record RstHeading(int Line, int Style, string Text, bool IsFirst);
