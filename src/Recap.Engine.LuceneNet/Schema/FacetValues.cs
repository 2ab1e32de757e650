using System.Globalization;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>The values of a talk for each facet.</summary>
internal static class FacetValues
{
    public static IEnumerable<string> Of(IndexedTalk indexed, TalkFacet facet)
    {
        var talk = indexed.Talk;
        return facet switch
        {
            TalkFacet.Topic => indexed.Topics.Keys,
            TalkFacet.Event => talk.Event is { } edition ? [edition.Name] : [],
            TalkFacet.Year => YearOf(talk) is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : [],
            TalkFacet.Speaker => talk.Speakers.Select(speaker => speaker.Name),
            TalkFacet.Organization => talk.Organizations,
            TalkFacet.Technology => talk.Technologies,
            TalkFacet.Kind => [talk.Kind.ToString()],
            TalkFacet.Language => [talk.Language],
            TalkFacet.Source => [indexed.Source],
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
    }

    public static int? YearOf(Talk talk) => talk.Event?.Year ?? talk.Date?.Year;
}

/// <summary>A facet's value with its folded key before it, so that spellings of one name stand together.</summary>
internal static class FacetLabel
{
    private const char Separator = '\u001f';

    public static string Of(string key, string value) => key + Separator + TermText.Of(value);

    /// <summary>Parts a label; a name that holds the separator itself loses nothing of its value.</summary>
    public static (string Key, string Value) Parse(string label)
    {
        var at = label.IndexOf(Separator, StringComparison.Ordinal);
        return (label[..at], label[(at + 1)..]);
    }
}

/// <summary>Affinities as whole numbers, so that they pack well.</summary>
internal static class Thousandths
{
    public const int Whole = 1000;

    public static long Of(float affinity) => (long)MathF.Round(affinity * Whole);
}
