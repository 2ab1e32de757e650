using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recap.Topics.Data;

/// <summary>Reads <c>topics.json</c> and says at which line it is wrong.</summary>
internal sealed partial class TaxonomyFile(TextFile file, Faults faults)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public Taxonomy Read()
    {
        var document = Parse();
        foreach (var id in document.Groups.Concat<NamedEntry>(document.Topics).Select(entry => entry.Id).Where(id => !IdPattern().IsMatch(id)))
        {
            Add(id, $"The id \"{id}\" must be lower-case letters, digits and hyphens.");
        }

        CheckTopics(document);
        return new Taxonomy(
            [.. document.Groups.Select(group => new TopicGroup(group.Id, Both(group.Name, group.Id)))],
            [.. document.Topics.DistinctBy(topic => topic.Id, StringComparer.Ordinal).Select(ToTopic)]);
    }

    private Document Parse()
    {
        try
        {
            var document = file.Content.Length == 0 ? new Document() : JsonSerializer.Deserialize<Document>(file.Text, Options) ?? new Document();
            if (file.Content.Length > 0 && document.Topics.Count == 0)
            {
                faults.Add(file.Name, 1, Codes.BadTaxonomy, "The list \"topics\" is missing or empty.");
            }

            return document;
        }
        catch (JsonException e)
        {
            faults.Add(file.Name, (int)(e.LineNumber ?? 0) + 1, Codes.BadTaxonomy, $"The file cannot be read as a taxonomy: {e.Message}");
            return new Document();
        }
    }

    private void CheckTopics(Document document)
    {
        var groups = document.Groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in document.Topics.Where(topic => !ids.Add(topic.Id)))
        {
            Add(topic.Id, $"The topic \"{topic.Id}\" stands there twice.");
        }

        foreach (var topic in document.Topics)
        {
            if (!groups.Contains(topic.Group))
            {
                Add(topic.Id, $"The topic \"{topic.Id}\" is of group \"{topic.Group}\", which is not among the groups.");
            }

            foreach (var parent in topic.Parents.Where(parent => !ids.Contains(parent) || parent == topic.Id))
            {
                Add(topic.Id, $"The topic \"{topic.Id}\" has the parent \"{parent}\", which is no other topic.");
            }
        }
    }

    private Topic ToTopic(TopicEntry entry) => new()
    {
        Id = entry.Id,
        Group = entry.Group,
        Parents = [.. entry.Parents],
        Name = Both(entry.Name, entry.Id),
        Description = Both(entry.Description, entry.Id),
    };

    private Bilingual Both(Texts? texts, string id)
    {
        if (string.IsNullOrWhiteSpace(texts?.Fr) || string.IsNullOrWhiteSpace(texts.En))
        {
            Add(id, $"\"{id}\" needs name and, for a topic, description, each with \"fr\" and \"en\".");
        }

        return new Bilingual(texts?.Fr ?? "", texts?.En ?? "");
    }

    private void Add(string id, string message)
    {
        var at = file.Text.IndexOf($"\"{id}\"", StringComparison.Ordinal);
        faults.Add(file.Name, at < 0 ? 1 : file.Text.AsSpan(0, at).Count('\n') + 1, Codes.BadTaxonomy, message);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdPattern();

    private sealed record Document
    {
        public List<GroupEntry> Groups { get; init; } = [];

        public List<TopicEntry> Topics { get; init; } = [];
    }

    private abstract record NamedEntry
    {
        public string Id { get; init; } = "";

        public Texts? Name { get; init; }
    }

    private sealed record GroupEntry : NamedEntry;

    private sealed record TopicEntry : NamedEntry
    {
        public string Group { get; init; } = "";

        public ImmutableArray<string> Parents { get; init; } = [];

        public Texts? Description { get; init; }
    }

    private sealed record Texts(string? Fr, string? En);
}
