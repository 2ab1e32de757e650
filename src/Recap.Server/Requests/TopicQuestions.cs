using System.Diagnostics.CodeAnalysis;
using Recap.Engine.Querying;
using V1 = Recap.Protocol.V1;

namespace Recap.Server.Requests;

/// <summary>A valid question for the topics.</summary>
internal sealed record TopicListQuestion
{
    /// <summary>Which talks are counted.</summary>
    public required TalkFilter Filter { get; init; }

    /// <summary>Topics a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>The page wanted; null for the first.</summary>
    public required TopicPageToken? Page { get; init; }

    /// <summary>What all pages of the list have in common.</summary>
    public required string Identity { get; init; }

    /// <summary>Language of the names.</summary>
    public required string Language { get; init; }
}

/// <summary>A valid question for what something is about.</summary>
internal sealed record TopicScoreQuestion
{
    /// <summary>Name of the talk; null where it is a text.</summary>
    public required string? Talk { get; init; }

    /// <summary>Title of the text.</summary>
    public required string Title { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>Least affinity told.</summary>
    public required float MinAffinity { get; init; }

    /// <summary>Most reasons told of each topic.</summary>
    public required int ReasonCount { get; init; }

    /// <summary>Language of the names.</summary>
    public required string Language { get; init; }
}

/// <summary>Validates requests about topics. Bounds and defaults are those the protos state.</summary>
internal static class TopicQuestions
{
    private const string NamePrefix = "topics/";
    private const int MaxNameLength = 200;
    private const int UsualPageSize = 100;
    private const int MaxPageSize = 1000;
    private const int MaxTitleLength = 1000;
    private const int MaxTextLength = 20_000;
    private const int UsualReasons = 10;
    private const int MaxReasons = 100;
    private const float UsualAffinity = 0.05f;

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    /// <exception cref="InvalidPageTokenException">The token is not this list's.</exception>
    public static TopicListQuestion Read(V1.ListTopicsRequest request)
    {
        var faults = new FieldFaults();
        var filter = FilterReading.Read(request.Filter, faults);
        var (size, token) = PagingReading.Read((request.PageSize, request.PageToken), UsualPageSize, MaxPageSize, faults);
        var language = LanguageReading.Read(request.LanguageCode, faults);
        faults.ThrowIfAny();
        var identity = TopicPageToken.QuestionOf(request);
        return new TopicListQuestion
        {
            Filter = filter,
            PageSize = size,
            Page = token is null ? null : TopicPageToken.Parse(token, identity),
            Identity = identity,
            Language = language,
        };
    }

    /// <returns>Id of the topic, and language of its name.</returns>
    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static (string Id, string Language) Read(V1.GetTopicRequest request)
    {
        var faults = new FieldFaults();
        faults.AddIf(!IsTopicName(request.Name), "name", "must be the name of a topic, such as topics/ebpf.");
        var language = LanguageReading.Read(request.LanguageCode, faults);
        faults.ThrowIfAny();
        return (request.Name[NamePrefix.Length..], language);
    }

    /// <exception cref="InvalidRequestException">A field is faulty.</exception>
    public static TopicScoreQuestion Read(V1.ScoreTopicsRequest request)
    {
        var faults = new FieldFaults();
        CheckSubject(request, faults);
        faults.AddIf(request.HasMinAffinity && request.MinAffinity is not (>= 0 and <= 1), "min_affinity", "must be from 0 to 1.");
        faults.AddIf(request.ReasonCount < 0, "reason_count", $"must not be negative; {MaxReasons} is the most.");
        var language = LanguageReading.Read(request.LanguageCode, faults);
        faults.ThrowIfAny();
        return new TopicScoreQuestion
        {
            Talk = request.Talk.Length > 0 ? request.Talk : null,
            Title = TypedText.Cut(request.Title, MaxTitleLength),
            Text = TypedText.Cut(request.Text, MaxTextLength),
            MinAffinity = request.HasMinAffinity ? request.MinAffinity : UsualAffinity,
            ReasonCount = request.ReasonCount == 0 ? UsualReasons : Math.Min(request.ReasonCount, MaxReasons),
            Language = language,
        };
    }

    /// <summary>The resource name of a topic.</summary>
    public static string NameOf(string id) => NamePrefix + id;

    private static bool IsTopicName([NotNullWhen(true)] string? name) =>
        name is { Length: <= MaxNameLength } && name.StartsWith(NamePrefix, StringComparison.Ordinal)
        && name.Length > NamePrefix.Length && name.AsSpan(NamePrefix.Length).IndexOfAny("/?#% ") < 0;

    private static void CheckSubject(V1.ScoreTopicsRequest request, FieldFaults faults)
    {
        var hasText = !string.IsNullOrWhiteSpace(request.Title) || !string.IsNullOrWhiteSpace(request.Text);
        if (request.Talk.Length == 0)
        {
            faults.AddIf(!hasText, "text", "must not be blank where there is neither title nor talk.");
            return;
        }

        faults.AddIf(hasText, "talk", "must not be given with a title or text.");
        faults.AddIf(!TalkQuestions.IsTalkName(request.Talk), "talk", "must be the name of a talk, such as talks/2024-03-19-kubecon~kepler.");
    }
}
