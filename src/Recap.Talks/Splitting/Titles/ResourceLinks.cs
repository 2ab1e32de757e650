using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Titles;

/// <summary>Takes off a title the links behind it that lead to what is left of the session: "Title [vidéo](…) - [slides](…)".</summary>
internal static class ResourceLinks
{
    private static readonly Vocabulary<Word> Words = new(
        ("vidéo vidéos video videos slide slides replay support supports captation youtube github code lien liens fiche pdf", Word.Resource),
        ("la le les l un une de du des d et and en présentation conférence talk session", Word.Beside));

    // "[La vidéo]", "[Support de présentation]".
    private const int LongestLabel = 30;

    private enum Word
    {
        None,
        Beside,
        Resource,
    }

    /// <summary>The spans before such links; all of them where there is nothing else, or no link.</summary>
    public static ImmutableArray<Span> TakenOff(ImmutableArray<Span> spans)
    {
        var end = spans.Length;
        for (var at = end - 1; at > 0 && (IsResource(spans[at]) || IsJoint(spans[at])); at--)
        {
            end = IsResource(spans[at]) ? at : end;
        }

        return end == spans.Length || !spans[..end].Any(span => !span.Style.HasFlag(SpanStyle.Image) && span.Text.Any(char.IsLetter)) ? spans
            : [.. spans[..(end - 1)], spans[end - 1] with { Text = spans[end - 1].Text.TrimEnd(' ', '-', '–', '—', '|', '(', '[', ':', ',') }];
    }

    private static bool IsResource(Span span) =>
        span.Target is { Web: not null } && span.Text.Length <= LongestLabel && Names(span.Text);

    // By all of its words: "Aurélien" is no link, and "Le code des autres" a title.
    private static bool Names(ReadOnlySpan<char> label)
    {
        var names = false;
        foreach (var range in label.SplitAny(" ’'()/,&+"))
        {
            var word = label[range].IsEmpty ? Word.Beside : Words.Of(label[range]);
            if (word == Word.None)
            {
                return false;
            }

            names |= word == Word.Resource;
        }

        return names;
    }

    private static bool IsJoint(Span span) => span.Target is null && !span.Style.HasFlag(SpanStyle.Image) && !span.Text.Any(char.IsLetterOrDigit);
}
