using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Recap.Talks;

namespace Recap.Topics.Data;

/// <summary>Reads a folder of topic data whole, or says everything that is wrong with it.</summary>
internal sealed class TopicFolder(string folder)
{
    private readonly Faults _faults = new();
    private readonly List<TextFile> _files = [];

    public TopicData Read(Glossary glossary)
    {
        var taxonomy = new TaxonomyFile(Open("topics.json"), _faults).Read();
        // Ids cannot be checked against a taxonomy that is wrong itself.
        _faults.ThrowIfAny();
        var examples = ExampleFiles().SelectMany(name => ExampleFile.Read(Open(name), taxonomy, _faults)).ToImmutableArray();
        var titles = Exists("talks.tsv") ? TalkTitleFile.Read(Open("talks.tsv"), taxonomy, _faults) : [];
        var terms = Exists("terms.tsv") ? TermFile.Read(Open("terms.tsv"), taxonomy, _faults) : [];
        _faults.ThrowIfAny();
        return new TopicData
        {
            Taxonomy = taxonomy,
            Examples = [.. examples, .. titles],
            Terms = terms,
            Glossary = glossary,
            Fingerprint = Fingerprint(glossary),
        };
    }

    private ImmutableArray<string> ExampleFiles()
    {
        var path = Path.Combine(folder, "examples");
        var names = Directory.Exists(path) ? Directory.GetFiles(path, "*.tsv").Select(file => "examples/" + Path.GetFileName(file)).Order(StringComparer.Ordinal).ToImmutableArray() : [];
        if (names.IsEmpty)
        {
            _faults.Add("examples", 1, Codes.NoExamples, "There are no labelled examples: the folder needs at least one .tsv file.");
        }

        return names;
    }

    private bool Exists(string name) => File.Exists(Path.Combine(folder, name));

    private TextFile Open(string name)
    {
        var file = TextFile.Read(Path.Combine(folder, name), name, _faults);
        _files.Add(file);
        return file;
    }

    // The module's version id changes with every change of this project's code, so a new trainer never reads an old model.
    private string Fingerprint(Glossary glossary)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(TopicFolder).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(Encoding.UTF8.GetBytes(glossary.Fingerprint));
        foreach (var file in _files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file.Name}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
