using System.Net;
using System.Text.RegularExpressions;

namespace Recap.Server.Tests.Pages;

/// <summary>A page as a browser gets it.</summary>
internal sealed partial record Html(HttpStatusCode Status, HttpResponseMessage Answer, string Source)
{
    public static async Task<Html> GetAsync(RunningServer server, string path, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptLanguage is not null)
        {
            request.Headers.Add("Accept-Language", acceptLanguage);
        }

        var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Html(answer.StatusCode, answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What people read: no tags, entities resolved, one space between words.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Source, " "), " "));

    /// <summary>Where its links lead.</summary>
    public IReadOnlyList<string> Links => [.. Addresses().Matches(Source).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value))];

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();
}
