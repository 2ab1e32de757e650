using System.Collections.Immutable;
using Recap.Engine.Querying;
using Recap.Talks;

namespace Recap.Server.Pages.Texts;

internal sealed class EnglishTexts : PageTexts
{
    public override string Language => "en";

    public override string Locale => "en_GB";

    public override (string Language, string Name) Other => ("fr", "Français");

    public override string Tagline => "Find a talk told in a conference recap";

    public override string SkipToContent => "Skip to content";

    public override string SearchLabel => "Search talks";

    public override string SearchButton => "Search";

    public override string YearsAndOrder => "Years and order";

    public override string Refine => "Refine";

    public override string YearFrom => "From year";

    public override string YearTo => "To year";

    public override string Order => "Order by";

    public override string OrderUsual => "relevance";

    public override string OrderNewest => "date";

    public override string OrderTitle => "title";

    public override string Apply => "Apply";

    public override string ActiveFilters => "Active filters";

    public override string ClearFilters => "Clear all";

    public override string NewestTalks => "Newest talks";

    public override string Results => "Results";

    public override string NothingFoundHint => "Try fewer words, another word, or take a filter away.";

    public override string EmptyIndex => "The index holds no talk yet. “recap reindex” fills it.";

    public override string FirstPage => "First page";

    public override string NextPage => "Next page";

    public override string Pages => "Pages of results";

    public override string ReadInPost => "Read in the post";

    public override string Speakers => "Speakers";

    public override string Day => "Date";

    public override string Technologies => "Technologies";

    public override string Topics => "Topics";

    public override string Topic => "Topic";

    public override string Site => "Site";

    public override string AboutTalk => "About the talk";

    public override string CarriedBy => "Because of:";

    public override string ByYear => "By year";

    public override string ByEvent => "By event";

    public override string TopicsByYear => "Talks by topic and year";

    public override string TopicsByEvent => "Talks by topic and event";

    public override string InNumbers => "In numbers";

    public override string InAll => "In all";

    public override string NoTopics => "No talk has a topic.";

    public override string SearchedAs => "Searched as";

    public override string DidYouMean => "Did you mean";

    public override string AlsoSearched => "Also searched:";

    public override string OrderAffinity => "closeness to the topic";

    public override string ReadNext => "Read next";

    public override string NothingClose => "No other talk is close enough to this one.";

    public override string Links => "Links";

    public override string ToldIn => "Told in";

    public override string NoText => "The post says no more of it.";

    public override string Subscribe => "Subscribe to this search:";

    public override string Status => "Index status";

    public override string Generation => "Generation";

    public override string BuiltAt => "Built at";

    public override string NeverBuilt => "not yet";

    public override string Posts => "Posts";

    public override string Talks => "Talks";

    public override string Sources => "Sites";

    public override string Fingerprint => "Fingerprint";

    public override string ServerVersion => "Server version";

    public override string NotFoundTitle => "Page not found";

    public override string NotFoundText => "There is nothing at this address. The talk may have been renamed or removed.";

    public override string InvalidTitle => "Request not understood";

    public override string InvalidText => "The address holds filters that this site does not understand:";

    public override string ExpiredTitle => "These results have changed";

    public override string ExpiredText => "The index has been rebuilt since. The search can start again from the first page.";

    public override string FailureTitle => "The site cannot answer";

    public override string ClosedTitle => "This site is closed";

    public override string ClosedText => "It takes a key to search it. Ask those who run the site for one.";

    public override string FailureText => "Please try again in a moment.";

    public override string ErrorId => "Error id";

    public override string BackToSearch => "Back to search";

    public override string StartAgain => "Start again from the first page";

    protected override ImmutableArray<string> Months =>
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    protected override string ThousandsMark => ",";

    public override string Count(int talks, bool exact) =>
        (exact ? "" : "at least ") + (talks == 1 ? "1 talk" : $"{Format(talks)} talks");

    public override string CountTopics(int topics) => topics == 1 ? "1 topic" : $"{Format(topics)} topics";

    public override string DescribeTopics(string talks, IReadOnlyList<string> most) =>
        $"{talks}; most frequent topics: {string.Join(", ", most)}. The table below has all the numbers.";

    public override string NothingFound(string query) =>
        query.Length == 0 ? "No talk answers these filters." : $"No talk answers “{query}”.";

    public override string Remove(string filter) => $"Remove the filter {filter}";

    public override string Percent(float share) => $"{MathF.Round(share * 100):0}%";

    public override string NameOf(TalkKind kind) => kind switch
    {
        TalkKind.Keynote => "Keynote",
        TalkKind.Panel => "Panel",
        TalkKind.Workshop => "Workshop",
        TalkKind.Lightning => "Lightning talk",
        TalkKind.BirdsOfAFeather => "BOF",
        TalkKind.Notes => "Notes of the post",
        _ => "Talk",
    };

    public override string NameOf(TalkFacet facet) => facet switch
    {
        TalkFacet.Topic => "Topic",
        TalkFacet.Event => "Event",
        TalkFacet.Year => "Year",
        TalkFacet.Speaker => "Speaker",
        TalkFacet.Organization => "Organisation",
        TalkFacet.Technology => "Technology",
        TalkFacet.Kind => "Kind of session",
        TalkFacet.Language => "Language",
        TalkFacet.Source => "Site",
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    public override string NameOf(LinkKind kind) => kind switch
    {
        LinkKind.Schedule => "Schedule",
        LinkKind.Video => "Video",
        LinkKind.Slides => "Slides",
        LinkKind.Code => "Code",
        LinkKind.Project => "Project",
        _ => "Link",
    };
}
