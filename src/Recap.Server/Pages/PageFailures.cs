using Google.Rpc;
using Microsoft.AspNetCore.Http;
using Recap.Server.Http;
using Recap.Server.Pages.Texts;

namespace Recap.Server.Pages;

/// <summary>Tells people what a status tells programs.</summary>
internal sealed class PageFailures(PageRenderer renderer)
{
    public Task SendNotFoundAsync(HttpContext http) => SendAsync(http, new Status { Code = (int)Code.NotFound });

    public Task SendAsync(HttpContext http, Status status)
    {
        var page = renderer.ContextOf(http);
        var message = MessageOf(status, page.Texts);
        var expired = page.Question.PageToken.Length > 0;
        http.Response.Headers.CacheControl = "no-store";
        return renderer.SendAsync<MessagePage>(http, JsonStatus.ToHttp((Code)status.Code), new()
        {
            ["Page"] = page,
            ["Title"] = message.Title,
            ["Text"] = message.Text,
            ["Details"] = message.Details,
            ["Way"] = expired
                ? ((page.Question with { PageToken = "" }).Address(), page.Texts.StartAgain)
                : (page.Question.Anew().Address(), page.Texts.BackToSearch),
        });
    }

    private static (string Title, string Text, IReadOnlyList<string> Details) MessageOf(Status status, PageTexts texts) =>
        ((Code)status.Code, status.GetDetail<ErrorInfo>()?.Reason) switch
        {
            (Code.NotFound, _) => (texts.NotFoundTitle, texts.NotFoundText, []),
            (Code.InvalidArgument, "PAGE_TOKEN_EXPIRED" or "PAGE_TOKEN_INVALID") => (texts.ExpiredTitle, texts.ExpiredText, []),
            (Code.InvalidArgument, _) => (texts.InvalidTitle, texts.InvalidText, FaultsOf(status)),
            (Code.Unauthenticated or Code.PermissionDenied, _) => (texts.ClosedTitle, texts.ClosedText, []),
            _ => (texts.FailureTitle, texts.FailureText, ErrorIdOf(status, texts)),
        };

    private static IReadOnlyList<string> FaultsOf(Status status) =>
        [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(fault => $"{fault.Field}: {fault.Description}") ?? []];

    private static IReadOnlyList<string> ErrorIdOf(Status status, PageTexts texts) =>
        status.GetDetail<ErrorInfo>() is { } info && info.Metadata.TryGetValue("error_id", out var id) ? [$"{texts.ErrorId} {id}"] : [];
}
