using Microsoft.AspNetCore.Http;
using Recap.Engine.Relating;
using Recap.Server.Pages.Texts;
using Recap.Topics;

namespace Recap.Server.Pages;

/// <summary>What every part of a page needs to know.</summary>
public sealed class PageContext
{
    internal PageContext(RecapServerOptions options, Taxonomy taxonomy, HttpRequest request)
    {
        Taxonomy = taxonomy;
        Words = ReasonWording.ByName(taxonomy);
        SiteName = options.SiteName;
        Question = PageQuestion.Read(request.Query);
        Texts = PageLanguage.Choose(Question.Language, request);
        Base = options.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
        Path = request.Path.ToUriComponent();
    }

    internal string SiteName { get; }

    /// <summary>The words of the page's language.</summary>
    internal PageTexts Texts { get; }

    /// <summary>The topics there are.</summary>
    internal Taxonomy Taxonomy { get; }

    /// <summary>Names topics and puts reasons into words.</summary>
    internal ReasonWording Words { get; }

    /// <summary>Where readers reach this server; no slash at its end.</summary>
    internal string Base { get; }

    /// <summary>Path of this page, from the slash on, escaped.</summary>
    internal string Path { get; }

    /// <summary>What the page's address asks for.</summary>
    internal PageQuestion Question { get; }

    /// <summary>The address of this page in another language.</summary>
    internal string InLanguage(string language) => (Question with { Language = language }).Address(Path);

    /// <summary>A filter as people read it.</summary>
    internal string Show(PageFilter filter) => filter.Field == FilterField.Topic
        ? Words.NameOfTopic(filter.Value, Texts.Language)
        : Texts.Show(filter);

    /// <summary>The page of a talk.</summary>
    /// <param name="id">The talk's name, <c>talks/…</c>.</param>
    internal string AddressOf(string id) => Question.Anew().Address(PathOf(id));

    /// <summary>The same for those who read it elsewhere, whatever their language.</summary>
    internal string AbsoluteAddressOf(string id) => Base + PathOf(id);

    private static string PathOf(string id) => "/" + string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
