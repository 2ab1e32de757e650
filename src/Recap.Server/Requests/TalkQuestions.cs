using System.Diagnostics.CodeAnalysis;
using Recap.Engine.Querying;
using Recap.Talks;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>Validates each request and puts it into the engine's words. Bounds and defaults are those the protos state.</summary>
internal static class TalkQuestions
{
    /// <summary>Characters of a query that are read.</summary>
    public const int MaxQueryLength = 1000;

    private const int MaxTokenLength = 4096;
    private const int MaxNameLength = 512;
    private const string NamePrefix = "talks/";

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static (TalkQuery Query, bool WithText) Read(V1.SearchTalksRequest request)
    {
        var faults = new FieldFaults();
        CheckPaging(request.PageSize, request.PageToken, faults);
        var filter = FilterReading.Read(request.Filter, faults);
        var sort = ReadOrder(request.Order, TalkSort.Relevance, faults);
        CheckView(request.View, faults);
        var facets = FacetReading.Read(request.Facets, faults);
        faults.AddIf(request.FacetSize < 0, "facet_size", $"must not be negative; {TalkQuery.MaxFacetSize} is the largest.");
        faults.ThrowIfAny();
        return (new TalkQuery
        {
            Text = Cut(request.Query),
            Filter = filter,
            Sort = sort,
            PageSize = ReadPageSize(request.PageSize),
            PageToken = ReadToken(request.PageToken),
            IncludeNotes = !request.ExcludeNotes,
            Facets = facets,
            Explain = request.Explain,
            FacetSize = request.FacetSize == 0 ? TalkQuery.DefaultFacetSize : Math.Min(request.FacetSize, TalkQuery.MaxFacetSize),
        }, request.View == V1.TalkView.Full);
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static (TalkQuery Query, bool WithText) Read(V1.ListTalksRequest request)
    {
        var faults = new FieldFaults();
        CheckPaging(request.PageSize, request.PageToken, faults);
        var filter = FilterReading.Read(request.Filter, faults);
        faults.AddIf(request.Order == V1.TalkOrder.Relevance, "order", "must be TALK_ORDER_NEWEST or TALK_ORDER_TITLE: a list has no query to be relevant to.");
        var sort = ReadOrder(request.Order, TalkSort.Newest, faults);
        CheckView(request.View, faults);
        faults.ThrowIfAny();
        return (new TalkQuery
        {
            Filter = filter,
            Sort = sort,
            PageSize = ReadPageSize(request.PageSize),
            PageToken = ReadToken(request.PageToken),
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

    private static void CheckPaging(int pageSize, string pageToken, FieldFaults faults)
    {
        faults.AddIf(pageSize < 0, "page_size", $"must not be negative; {TalkQuery.MaxPageSize} is the largest page.");
        faults.AddIf(pageToken.Length > MaxTokenLength, "page_token", "is longer than any token that was given out.");
    }

    private static int ReadPageSize(int asked) => asked == 0 ? TalkQuery.DefaultPageSize : Math.Min(asked, TalkQuery.MaxPageSize);

    private static string? ReadToken(string token) => token.Length == 0 ? null : token;

    private static TalkSort ReadOrder(V1.TalkOrder order, TalkSort unspecified, FieldFaults faults)
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
            default:
                faults.Add("order", $"{(int)order} is no value of TalkOrder.");
                return unspecified;
        }
    }

    internal static void CheckView(V1.TalkView view, FieldFaults faults) =>
        faults.AddIf(!Enum.IsDefined(view), "view", $"{(int)view} is no value of TalkView.");

    private static string Cut(string text)
    {
        if (text.Length <= MaxQueryLength)
        {
            return text;
        }

        // Half of a surrogate pair is no character.
        return char.IsHighSurrogate(text[MaxQueryLength - 1]) ? text[..(MaxQueryLength - 1)] : text[..MaxQueryLength];
    }
}
