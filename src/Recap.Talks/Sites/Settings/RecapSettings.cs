using System.Collections.Immutable;
using Recap.Talks.Posts;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Sites.Settings;

/// <summary>Reads <c>recap.json</c>, which overrides whatever the generator's own configuration says.</summary>
internal sealed class RecapSettings
{
    private static readonly ImmutableArray<string> Known =
        ["source", "baseUrl", "permalink", "permalinks", "anchors", "include", "exclude", "content", "generator", "language", "drafts"];

    private readonly DataNode _file;
    private readonly Action<Remark> _report;

    private RecapSettings(DataNode file, Action<Remark> report)
    {
        _file = file;
        _report = report;
    }

    public static SiteSettings Apply(SiteSettings settings, DataNode file, Action<Remark> report)
    {
        if (file.Text is not null || !file.Items.IsEmpty)
        {
            report(Codes.SettingsBad.At(1, "The configuration cannot be read: recap.json is to hold one object, { \"baseUrl\": … }."));
            return settings;
        }

        return new RecapSettings(file, report).Apply(settings);
    }

    private SiteSettings Apply(SiteSettings settings)
    {
        foreach (var (name, value) in _file.Fields.Where(field => !Known.Contains(field.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(field => field.Value.Line))
        {
            Report(value, $"\"{name}\" is no setting; there are {string.Join(", ", Known)}.");
        }

        var generator = Choice("generator", settings.Generator);
        return settings with
        {
            Source = Text("source") ?? settings.Source,
            BaseUrl = Address("baseUrl") ?? settings.BaseUrl,
            Permalink = Text("permalink") ?? settings.Permalink,
            SectionPermalinks = settings.SectionPermalinks.SetItems(TextsByName("permalinks")),
            Anchors = Choice("anchors", settings.Anchors),
            Generator = generator,
            Include = Texts("include") ?? settings.Include,
            Exclude = Texts("exclude") ?? settings.Exclude,
            ContentFolder = Text("content")?.Trim('/') ?? (generator == settings.Generator ? settings.ContentFolder : SiteConfiguration.ContentFolderOf(generator)),
            Language = Text("language") ?? settings.Language,
            Drafts = Truth("drafts", settings.Drafts),
        };
    }

    private string? Text(string name) => _file[name] switch
    {
        { IsNothing: true } => null,
        { Text: { } text } when !string.IsNullOrWhiteSpace(text) => text.Trim(),
        var value => Reported<string>(value, $"\"{name}\" is to be a text."),
    };

    private string? Address(string name) => Text(name) is not { } text ? null
        : SiteConfiguration.WithSlash(text) ?? Reported<string>(_file[name], $"\"{name}\" is \"{text}\", which is no absolute http or https address.");

    private ImmutableArray<string>? Texts(string name)
    {
        var value = _file[name];
        if (value.IsNothing && value.Line == 0)
        {
            return null;
        }

        if (value.Fields.Count > 0 || value.Items.Any(item => item.Text is null))
        {
            Report(value, $"\"{name}\" is to be a list of texts.");
        }

        return [.. value.Texts()];
    }

    private IEnumerable<KeyValuePair<string, string>> TextsByName(string name)
    {
        var value = _file[name];
        if (value.Text is not null || !value.Items.IsEmpty)
        {
            Report(value, $"\"{name}\" is to be an object of section and pattern.");
        }

        foreach (var (section, pattern) in value.Fields)
        {
            if (pattern.Text is { } text)
            {
                yield return KeyValuePair.Create(section, text);
            }
            else
            {
                Report(pattern, $"\"{name}.{section}\" is to be a text.");
            }
        }
    }

    private bool Truth(string name, bool otherwise)
    {
        var value = _file[name];
        if (!value.IsNothing && !value.IsTrue() && !value.IsFalse())
        {
            Report(value, $"\"{name}\" is to be true or false.");
        }

        return value.IsTrue() || otherwise && !value.IsFalse();
    }

    private T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (char.IsLetter(text[0]) && Enum.TryParse<T>(text.Replace("-", ""), ignoreCase: true, out var choice))
        {
            return choice;
        }

        Report(_file[name], $"\"{name}\" is \"{text}\"; it may be {string.Join(", ", Enum.GetNames<T>().Select(allowed => char.ToLowerInvariant(allowed[0]) + allowed[1..]))}.");
        return otherwise;
    }

    private T? Reported<T>(DataNode value, string message)
        where T : class
    {
        Report(value, message);
        return null;
    }

    private void Report(DataNode value, string message) => _report(Codes.SettingBad.At(value.Line, message));
}
