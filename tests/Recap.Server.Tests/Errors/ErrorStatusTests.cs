using Google.Rpc;
using Recap.Engine.Indexing;
using Recap.Engine.Indexing.Pushing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Server.Errors;
using Recap.Server.Indexing;
using Recap.Server.Requests;
using Recap.Server.Security;

namespace Recap.Server.Tests.Errors;

public sealed class ErrorStatusTests
{
    public static TheoryData<Exception, Code, string> Errors => new()
    {
        { new InvalidRequestException([new FieldFault("page_size", "must not be negative.")]), Code.InvalidArgument, "REQUEST_INVALID" },
        { new InvalidPageTokenException("secret"), Code.InvalidArgument, "PAGE_TOKEN_INVALID" },
        { new PageTokenExpiredException(4), Code.InvalidArgument, "PAGE_TOKEN_EXPIRED" },
        { new TalkNotFoundException("talks/a~b"), Code.NotFound, "TALK_NOT_FOUND" },
        { new TopicNotFoundException("alchemy"), Code.NotFound, "TOPIC_NOT_FOUND" },
        { new IndexInUseException("secret"), Code.Aborted, "INDEX_IN_USE" },
        { new IndexUnusableException("secret"), Code.Unavailable, "INDEX_UNUSABLE" },
        { new SentenceModelException("secret"), Code.Unavailable, "SENTENCE_MODEL_UNUSABLE" },
        { new ContentException("There are no posts."), Code.FailedPrecondition, "CONTENT_REFUSED" },
        { new PushException("A path is given twice."), Code.InvalidArgument, "PUSH_INVALID" },
        { new PushIdleException(TimeSpan.FromSeconds(30)), Code.DeadlineExceeded, "PUSH_IDLE" },
        { new NoEarlierGenerationException(), Code.FailedPrecondition, "NO_EARLIER_GENERATION" },
        { UnauthenticatedException.Required(), Code.Unauthenticated, "KEY_REQUIRED" },
        { UnauthenticatedException.Refused(), Code.Unauthenticated, "KEY_REFUSED" },
        { UnauthenticatedException.Off(), Code.Unauthenticated, "INDEXING_OFF" },
        { new KeyTooNarrowException(KeyScope.Read, "blog"), Code.PermissionDenied, "KEY_TOO_NARROW" },
        { new TooManyRequestsException("Too many.", TimeSpan.FromSeconds(2)), Code.ResourceExhausted, "TOO_MANY_REQUESTS" },
        { new InvalidOperationException("secret"), Code.Internal, "INTERNAL" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_error_has_its_status_and_its_reason(Exception error, Code code, string reason)
    {
        var status = ErrorStatus.Of(error, "id-1");

        ((Code)status.Code).ShouldBe(code);
        var info = status.GetDetail<ErrorInfo>();
        (info.Reason, info.Domain).ShouldBe((reason, "recap.dev"));
        status.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_invalid_argument_names_its_field_and_only_that_does(Exception error, Code code, string reason)
    {
        var violations = ErrorStatus.Of(error, "id-1").GetDetail<BadRequest>()?.FieldViolations;

        (violations?.Count > 0).ShouldBe(code == Code.InvalidArgument, reason);
        violations?.ShouldAllBe(violation => violation.Field.Length > 0 && violation.Description.Length > 0);
    }

    [Fact]
    public void No_error_of_the_engine_is_forgotten()
    {
        // An address without a post has an empty answer.
        Type[] elsewhere = [typeof(PageNotFoundException)];
        var thrown = typeof(ITalkIndex).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(Exception))).Except(elsewhere);

        thrown.Except(Errors.Select(row => row.Data.Item1.GetType())).ShouldBeEmpty("an error without a row here reaches callers as INTERNAL");
    }
}
