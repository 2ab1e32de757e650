using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Server.Pages.Texts;

/// <summary>Everything the pages say of themselves, in one language.</summary>
internal abstract class PageTexts
{
    /// <summary>BCP 47 tag of the language.</summary>
    public abstract string Language { get; }

    /// <summary>The language and where it is at home, as Open Graph writes it.</summary>
    public abstract string Locale { get; }

    /// <summary>The language that these pages also speak.</summary>
    public abstract (string Language, string Name) Other { get; }

    public abstract string Tagline { get; }

    public abstract string SkipToContent { get; }

    public abstract string SearchLabel { get; }

    public abstract string SearchButton { get; }

    public abstract string YearsAndOrder { get; }

    public abstract string Refine { get; }

    public abstract string YearFrom { get; }

    public abstract string YearTo { get; }

    public abstract string Order { get; }

    public abstract string OrderUsual { get; }

    public abstract string OrderNewest { get; }

    public abstract string OrderTitle { get; }

    public abstract string Apply { get; }

    public abstract string ActiveFilters { get; }

    public abstract string ClearFilters { get; }

    public abstract string NewestTalks { get; }

    public abstract string Results { get; }

    public abstract string NothingFoundHint { get; }

    public abstract string EmptyIndex { get; }

    public abstract string FirstPage { get; }

    public abstract string NextPage { get; }

    public abstract string Pages { get; }

    public abstract string ReadInPost { get; }

    public abstract string Speakers { get; }

    public abstract string Day { get; }

    public abstract string Technologies { get; }

    public abstract string Topics { get; }

    public abstract string Topic { get; }

    public abstract string Site { get; }

    public abstract string AboutTalk { get; }

    public abstract string CarriedBy { get; }

    public abstract string ByYear { get; }

    public abstract string ByEvent { get; }

    public abstract string TopicsByYear { get; }

    public abstract string TopicsByEvent { get; }

    public abstract string InNumbers { get; }

    public abstract string InAll { get; }

    public abstract string NoTopics { get; }

    public abstract string SearchedAs { get; }

    public abstract string DidYouMean { get; }

    public abstract string AlsoSearched { get; }

    public abstract string OrderAffinity { get; }

    public abstract string ReadNext { get; }

    public abstract string NothingClose { get; }

    public abstract string Links { get; }

    public abstract string ToldIn { get; }

    public abstract string NoText { get; }

    public abstract string Subscribe { get; }

    public abstract string Status { get; }

    public abstract string Generation { get; }

    public abstract string BuiltAt { get; }

    public abstract string NeverBuilt { get; }

    public abstract string Posts { get; }

    public abstract string Talks { get; }

    public abstract string Sources { get; }

    public abstract string Fingerprint { get; }

    public abstract string ServerVersion { get; }

    public abstract string NotFoundTitle { get; }

    public abstract string NotFoundText { get; }

    public abstract string InvalidTitle { get; }

    public abstract string InvalidText { get; }

    public abstract string ExpiredTitle { get; }

    public abstract string ExpiredText { get; }

    public abstract string FailureTitle { get; }

    public abstract string ClosedTitle { get; }

    public abstract string ClosedText { get; }

    public abstract string FailureText { get; }

    public abstract string ErrorId { get; }

    public abstract string BackToSearch { get; }

    public abstract string StartAgain { get; }

    protected abstract ImmutableArray<string> Months { get; }

    private Dictionary<string, string> KindNames => Enum.GetValues<TalkKind>().ToDictionary(PageQuestion.NameOf, NameOf);

    protected abstract string ThousandsMark { get; }

    /// <summary>How many talks answer: "12 talks".</summary>
    public abstract string Count(int talks, bool exact);

    /// <summary>How many topics there are: "31 topics".</summary>
    public abstract string CountTopics(int topics);

    /// <summary>Describes the chart of topics to those who do not see it.</summary>
    /// <param name="talks">How many talks, in words.</param>
    /// <param name="most">The most frequent topics, each with its number.</param>
    public abstract string DescribeTopics(string talks, IReadOnlyList<string> most);

    /// <summary>Says that no talk answers.</summary>
    public abstract string NothingFound(string query);

    /// <summary>Names what following the link takes away.</summary>
    public abstract string Remove(string filter);

    public abstract string NameOf(TalkKind kind);

    /// <summary>What talks are counted by, as a heading.</summary>
    public abstract string NameOf(TalkFacet facet);

    public abstract string NameOf(LinkKind kind);

    /// <summary>A filter as people read it.</summary>
    public string Show(PageFilter filter) => filter.Field switch
    {
        FilterField.Kind => KindNames.GetValueOrDefault(filter.Value, filter.Value),
        FilterField.YearFrom => $"≥ {filter.Value}",
        FilterField.YearTo => $"≤ {filter.Value}",
        _ => filter.Value,
    };

    /// <summary>A day as people write it. The process knows no culture but the invariant one, so months are named here.</summary>
    public virtual string Format(DateOnly day) => $"{day.Day} {Months[day.Month - 1]} {day.Year}";

    public string Format(DateTimeOffset time) => $"{Format(DateOnly.FromDateTime(time.UtcDateTime))}, {time.UtcDateTime:HH:mm} UTC";

    /// <summary>A share of 0..1 as a percentage.</summary>
    public abstract string Percent(float share);

    public string Format(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", ThousandsMark, StringComparison.Ordinal);
}
