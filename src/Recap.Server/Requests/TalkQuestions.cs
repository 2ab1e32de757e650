using System.Diagnostics.CodeAnalysis;
using Recap.Engine.Querying;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>A valid question for talks, and how its answer is to be put.</summary>
/// <param name="Query">What is asked of the engine.</param>
/// <param name="WithText">Whether talks carry their text.</param>
/// <param name="Language">Language of labels and reasons.</param>
internal sealed record TalkQuestion(TalkQuery Query, bool WithText, string Language);

/// <summary>Validates each request and puts it into the engine's words. Bounds and defaults are those the protos state.</summary>
internal static class TalkQuestions
{
    /// <summary>Characters of a query that are read.</summary>
    public const int MaxQueryLength = 1000;

    private const int MaxNameLength = 512;
    private const string NamePrefix = "talks/";

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static TalkQuestion Read(V1.SearchTalksRequest request)
    {
        var faults = new FieldFaults();
        var (size, token) = ReadPaging(request.PageSize, request.PageToken, faults);
        var filter = FilterReading.Read(request.Filter, faults);
        var sort = ReadOrder(request.Order, filter, TalkSort.Relevance, faults);
        var language = LanguageReading.Read(request.LanguageCode, faults);
        CheckView(request.View, faults);
        var facets = FacetReading.Read(request.Facets, faults);
        faults.AddIf(request.FacetSize < 0, "facet_size", $"must not be negative; {TalkQuery.MaxFacetSize} is the largest.");
        faults.ThrowIfAny();
        var query = new TalkQuery
        {
            Text = TypedText.Cut(request.Query, MaxQueryLength),
            Filter = filter,
            Sort = sort,
            PageSize = size,
            PageToken = token,
            IncludeNotes = !request.ExcludeNotes,
            Facets = facets,
            Explain = request.Explain,
            CollapseTellings = request.CollapseTellings,
            FacetSize = request.FacetSize == 0 ? TalkQuery.DefaultFacetSize : Math.Min(request.FacetSize, TalkQuery.MaxFacetSize),
        };
        return new TalkQuestion(query, request.View == V1.TalkView.Full, language);
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static (TalkQuery Query, bool WithText) Read(V1.ListTalksRequest request)
    {
        var faults = new FieldFaults();
        var (size, token) = ReadPaging(request.PageSize, request.PageToken, faults);
        var filter = FilterReading.Read(request.Filter, faults);
        faults.AddIf(request.Order == V1.TalkOrder.Relevance, "order", "must be TALK_ORDER_NEWEST, TALK_ORDER_TITLE or TALK_ORDER_AFFINITY: a list has no query to be relevant to.");
        var sort = ReadOrder(request.Order, filter, TalkSort.Newest, faults);
        CheckView(request.View, faults);
        faults.ThrowIfAny();
        return (new TalkQuery
        {
            Filter = filter,
            Sort = sort,
            PageSize = size,
            PageToken = token,
            IncludeNotes = filter.Kinds.Contains(TalkKind.Notes),
        }, request.View == V1.TalkView.Full);
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static (string Id, bool WithText) Read(V1.GetTalkRequest request)
    {
        var faults = new FieldFaults();
        faults.AddIf(!IsTalkName(request.Name), "name", "must be the name of a talk, such as talks/2024-03-19-kubecon~kepler.");
        CheckView(request.View, faults);
        faults.ThrowIfAny();
        return (request.Name, request.View != V1.TalkView.Basic);
    }

    /// <summary>Whether a talk could have that name.</summary>
    public static bool IsTalkName([NotNullWhen(true)] string? name) =>
        name is { Length: > 6 and <= MaxNameLength }
        && name.StartsWith(NamePrefix, StringComparison.Ordinal)
        && name.AsSpan(NamePrefix.Length).IndexOfAny("/?#%") < 0
        && !name.Any(character => char.IsControl(character) || char.IsWhiteSpace(character));

    private static (int Size, string? Token) ReadPaging(int size, string token, FieldFaults faults) =>
        PagingReading.Read((size, token), TalkQuery.DefaultPageSize, TalkQuery.MaxPageSize, faults);

    private static TalkSort ReadOrder(V1.TalkOrder order, TalkFilter filter, TalkSort unspecified, FieldFaults faults)
    {
        switch (order)
        {
            case V1.TalkOrder.Unspecified:
                return unspecified;
            case V1.TalkOrder.Relevance:
                return TalkSort.Relevance;
            case V1.TalkOrder.Newest:
                return TalkSort.Newest;
            case V1.TalkOrder.Title:
                return TalkSort.Title;
            case V1.TalkOrder.Affinity:
                faults.AddIf(filter.Topics.IsEmpty, "order", "TALK_ORDER_AFFINITY needs filter.topics: affinity to what?");
                return TalkSort.Affinity;
            default:
                faults.Add("order", $"{(int)order} is no value of TalkOrder.");
                return unspecified;
        }
    }

    internal static void CheckView(V1.TalkView view, FieldFaults faults) =>
        faults.AddIf(!Enum.IsDefined(view), "view", $"{(int)view} is no value of TalkView.");
}
