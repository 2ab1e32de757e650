using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.Querying;
using Recap.Server.Indexing;
using Recap.Server.Requests;
using Recap.Server.Security;
using Status = Google.Rpc.Status;

namespace Recap.Server.Errors;

/// <summary>The one mapping of what can go wrong to what the caller is told.</summary>
internal static class ErrorStatus
{
    /// <summary>The <c>domain</c> of every <see cref="ErrorInfo"/>.</summary>
    public const string Domain = "recap.dev";

    /// <summary>The kinds of detail a status may carry: what JSON needs to write them.</summary>
    public static TypeRegistry Details { get; } = TypeRegistry.FromMessages(ErrorInfo.Descriptor, BadRequest.Descriptor, RetryInfo.Descriptor);

    /// <param name="error">What went wrong.</param>
    /// <param name="errorId">Under which the log tells more; only failures of the server speak of it.</param>
    public static Status Of(Exception error, string errorId) => error switch
    {
        InvalidRequestException invalid => Invalid("REQUEST_INVALID", invalid.Message, [.. invalid.Faults]),
        InvalidPageTokenException => Invalid("PAGE_TOKEN_INVALID", "page_token is not one that this query was given.", PageToken("is not one that this query was given.")),
        PageTokenExpiredException expired => Expired(expired),
        TalkNotFoundException missing => Make(Code.NotFound, missing.Message, Info("TALK_NOT_FOUND", ("name", missing.Id))),
        TopicNotFoundException missing => Make(Code.NotFound, missing.Message, Info("TOPIC_NOT_FOUND", ("topic_id", missing.Id))),
        IndexInUseException => Make(Code.Aborted, "Another reindex is running. Try again when it is done.", Info("INDEX_IN_USE"), RetryAfter(seconds: 5)),
        IndexUnusableException => Make(Code.Unavailable, "The index cannot be used at the moment.", Info("INDEX_UNUSABLE", ("error_id", errorId)), RetryAfter(seconds: 1)),
        SentenceModelException => Make(Code.Unavailable, "The sentence model cannot be used at the moment.", Info("SENTENCE_MODEL_UNUSABLE", ("error_id", errorId)), RetryAfter(seconds: 1)),
        UnauthenticatedException missing => Make(Code.Unauthenticated, missing.Message, Info(missing.Reason)),
        KeyTooNarrowException narrow => Make(Code.PermissionDenied, narrow.Message, Info("KEY_TOO_NARROW")),
        TooManyRequestsException many => Make(Code.ResourceExhausted, many.Message, Info("TOO_MANY_REQUESTS"), new RetryInfo { RetryDelay = Duration.FromTimeSpan(many.RetryAfter) }),
        PushException push => Invalid("PUSH_INVALID", push.Message, new FieldFault("message", push.Message)),
        PushIdleException idle => Make(Code.DeadlineExceeded, idle.Message, Info("PUSH_IDLE")),
        NoEarlierGenerationException none => Make(Code.FailedPrecondition, none.Message, Info("NO_EARLIER_GENERATION")),
        ContentException content => Make(Code.FailedPrecondition, content.Message, Info("CONTENT_REFUSED")),
        _ => Make(Code.Internal, $"Something went wrong on the server. Its log tells more under error id {errorId}.", Info("INTERNAL", ("error_id", errorId))),
    };

    /// <summary>The call took longer than the server allows.</summary>
    public static Status OutOfTime() => Make(Code.DeadlineExceeded, "The call took longer than the server allows.", Info("CALL_TIMEOUT"));

    /// <summary>The caller has gone; nobody reads this but logs in between.</summary>
    public static Status Cancelled() => Make(Code.Cancelled, "The call was cancelled by its caller.", Info("CALL_CANCELLED"));

    /// <summary>The bytes of a call are no message of it.</summary>
    public static Status Undecodable(string message, string why) => Invalid("REQUEST_INVALID", $"The bytes are no {message}: {why}", new FieldFault("message", why));

    /// <summary>A request that HTTP itself finds faulty, such as one that is too large.</summary>
    public static Status Unreadable(string why) => Invalid("REQUEST_INVALID", why, new FieldFault("body", why));

    /// <summary>No method answers at that path.</summary>
    public static Status NoSuchMethod() => Make(Code.NotFound, "Nothing answers here. The methods are those of recap/v1/*.proto.", Info("METHOD_NOT_FOUND"));

    private static Status Expired(PageTokenExpiredException expired)
    {
        var status = Invalid("PAGE_TOKEN_EXPIRED", expired.Message, PageToken(expired.Message));
        status.Details[0] = Any.Pack(Info("PAGE_TOKEN_EXPIRED", ("generation", expired.Generation.ToString(CultureInfo.InvariantCulture))));
        return status;
    }

    private static FieldFault PageToken(string description) => new("page_token", description);

    private static Status Invalid(string reason, string message, params FieldFault[] faults)
    {
        var violations = faults.Select(fault => new BadRequest.Types.FieldViolation { Field = fault.Field, Description = fault.Description, Reason = reason });
        return Make(Code.InvalidArgument, message, Info(reason), new BadRequest { FieldViolations = { violations } });
    }

    private static Status Make(Code code, string message, params IMessage[] details) =>
        new() { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } };

    private static ErrorInfo Info(string reason, params (string Key, string Value)[] metadata) =>
        new() { Reason = reason, Domain = Domain, Metadata = { metadata.ToDictionary(pair => pair.Key, pair => pair.Value) } };

    private static RetryInfo RetryAfter(int seconds) => new() { RetryDelay = new Duration { Seconds = seconds } };
}
