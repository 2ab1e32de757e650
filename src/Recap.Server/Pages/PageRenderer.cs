using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Recap.Engine.Indexing;

namespace Recap.Server.Pages;

/// <summary>Renders a page to the end before the first byte is sent, so that a failure still has its own page.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, RecapServerOptions options, ITopicExplainer topics)
{
    public PageContext ContextOf(HttpContext http) => new(options, topics.Taxonomy, http.Request);

    public async Task SendAsync<TPage>(HttpContext http, int status, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        var html = await RenderAsync<TPage>(parameters);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.ContentLanguage = ((PageContext)parameters["Page"]!).Texts.Language;

        // The page may be the one that says that the request's own token has run out of time.
        await http.Response.WriteAsync(html, Encoding.UTF8, CancellationToken.None);
    }

    private async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
