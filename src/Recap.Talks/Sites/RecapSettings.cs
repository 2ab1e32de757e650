using System.Collections.Immutable;
using Recap.Talks.Posts;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites;

/// <summary>Reads <c>recap.json</c>, which overrides whatever the generator's own configuration says.</summary>
internal static class RecapSettings
{
    private static readonly ImmutableArray<string> Known =
        ["source", "baseUrl", "permalink", "permalinks", "anchors", "include", "exclude", "content", "generator", "language", "drafts"];

    public static SiteSettings Apply(SiteSettings settings, DataNode file, Action<Remark> report)
    {
        foreach (var unknown in file.Fields.Keys.Except(Known, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            report(Codes.SettingBad.At(1, $"recap.json knows no setting \"{unknown}\"; it knows {string.Join(", ", Known)}."));
        }

        var baseUrl = SiteConfiguration.WithSlash(file["baseUrl"].Text);
        if (file["baseUrl"].Text is { } wrong && baseUrl is null)
        {
            report(Codes.SettingBad.At(1, $"baseUrl \"{wrong}\" is no absolute http or https address."));
        }

        return settings with
        {
            Source = file["source"].Text ?? settings.Source,
            BaseUrl = baseUrl ?? settings.BaseUrl,
            Permalink = file["permalink"].Text ?? settings.Permalink,
            SectionPermalinks = settings.SectionPermalinks.SetItems(
                file["permalinks"].Fields.Where(field => field.Value.Text is not null).Select(field => KeyValuePair.Create(field.Key, field.Value.Text!))),
            Anchors = Choice(file["anchors"], "anchors", settings.Anchors, report),
            Generator = Choice(file["generator"], "generator", settings.Generator, report),
            Include = file["include"].IsNothing ? settings.Include : [.. file["include"].Texts()],
            Exclude = file["exclude"].IsNothing ? settings.Exclude : [.. file["exclude"].Texts()],
            ContentFolder = file["content"].Text?.Trim('/') ?? settings.ContentFolder,
            Language = file["language"].Text ?? settings.Language,
            Drafts = file["drafts"].Text is null ? settings.Drafts : file["drafts"].IsTrue(),
        };
    }

    private static T Choice<T>(DataNode value, string name, T otherwise, Action<Remark> report)
        where T : struct, Enum
    {
        if (value.Text is not { } text)
        {
            return otherwise;
        }

        if (Enum.TryParse<T>(text.Replace("-", ""), ignoreCase: true, out var choice) && Enum.IsDefined(choice))
        {
            return choice;
        }

        report(Codes.SettingBad.At(1, $"{name} \"{text}\" is not one of {string.Join(", ", Enum.GetNames<T>())}."));
        return otherwise;
    }
}
