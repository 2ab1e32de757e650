using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Recap.Talks;

namespace Recap.Topics.Data;

/// <summary>Reads a folder of topic data whole, or says everything that is wrong with it.</summary>
internal sealed class TopicFolder(string folder)
{
    private const string Titles = "talks.tsv";
    private const string Terms = "terms.tsv";

    private readonly Faults _faults = new();
    private readonly List<TextFile> _files = [];

    public TopicData Read(Glossary glossary)
    {
        var taxonomy = new TaxonomyFile(Open("topics.json"), _faults).Read();
        // Ids cannot be checked against a taxonomy that is wrong itself.
        _faults.ThrowIfAny();
        var examples = ExampleFiles(_faults).SelectMany(name => ExampleFile.Read(Open(name), taxonomy, _faults)).ToImmutableArray();
        var titles = Exists(Titles) ? TalkTitleFile.Read(Open(Titles), taxonomy, _faults) : [];
        var terms = Exists(Terms) ? TermFile.Read(Open(Terms), taxonomy, _faults) : [];
        _faults.ThrowIfAny();
        return new TopicData
        {
            Taxonomy = taxonomy,
            Examples = [.. examples, .. titles],
            Terms = terms,
            Glossary = glossary,
            Fingerprint = Hash(glossary, _files.Select(file => (file.Name, file.Content))),
        };
    }

    /// <summary>What <see cref="TopicData.Fingerprint"/> would be, without reading what is in the files.</summary>
    public string Fingerprint(Glossary glossary)
    {
        var faults = new Faults();
        string[] names = ["topics.json", .. ExampleFiles(faults), .. Optional()];
        faults.ThrowIfAny();
        var files = names.Select(name => TextFile.Read(Path.Combine(folder, name), name, faults)).ToArray();
        faults.ThrowIfAny();
        return Hash(glossary, files.Select(file => (file.Name, file.Content)));
    }

    private ImmutableArray<string> ExampleFiles(Faults faults)
    {
        var path = Path.Combine(folder, "examples");
        var names = Directory.Exists(path) ? Directory.GetFiles(path, "*.tsv").Select(file => "examples/" + Path.GetFileName(file)).Order(StringComparer.Ordinal).ToImmutableArray() : [];
        if (names.IsEmpty)
        {
            faults.Add("examples", 1, Codes.NoExamples, "There are no labelled examples: the folder needs at least one .tsv file.");
        }

        return names;
    }

    private IEnumerable<string> Optional() => new[] { Titles, Terms }.Where(Exists);

    private bool Exists(string name) => File.Exists(Path.Combine(folder, name));

    private TextFile Open(string name)
    {
        var file = TextFile.Read(Path.Combine(folder, name), name, _faults);
        _files.Add(file);
        return file;
    }

    // The module's version id changes with every change of this project's code, so a new trainer never reads an old model.
    private static string Hash(Glossary glossary, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(TopicFolder).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(glossary.Fingerprint));
        foreach (var (name, content) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
