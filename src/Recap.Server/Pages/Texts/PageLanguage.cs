using Microsoft.AspNetCore.Http;

namespace Recap.Server.Pages.Texts;

/// <summary>Chooses the language of a page: what the address says, else what the browser prefers, else French.</summary>
internal static class PageLanguage
{
    private static readonly FrenchTexts French = new();
    private static readonly EnglishTexts English = new();

    public static PageTexts Choose(string? named, HttpRequest request) =>
        Find(named)
        ?? request.GetTypedHeaders().AcceptLanguage
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Find(range.Value.Value))
            .FirstOrDefault(texts => texts is not null)
        ?? French;

    /// <summary>The texts of a language, named with or without region; null where there are none.</summary>
    public static PageTexts? Find(string? language) => language?.Split('-')[0].ToLowerInvariant() switch
    {
        "fr" => French,
        "en" => English,
        _ => null,
    };
}
