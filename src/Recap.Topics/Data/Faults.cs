using Recap.Talks;

namespace Recap.Topics.Data;

/// <summary>Collects what is wrong in the data, so that one run reports all of it.</summary>
internal sealed class Faults
{
    // A file in the wrong format has a fault on every line; more than this helps nobody.
    private const int Most = 100;

    private readonly List<Diagnostic> _found = [];

    public void Add(string file, int line, string code, string message)
    {
        if (_found.Count < Most)
        {
            _found.Add(new Diagnostic { File = file, Line = line, Severity = Severity.Error, Code = code, Message = message });
        }
    }

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new TopicDataException([.. _found]);
        }
    }
}

/// <summary>Codes of the diagnostics on topic data and models; <c>src/Recap.Topics/README.md</c> explains each.</summary>
internal static class Codes
{
    public const string FileMissing = "RCP3001";
    public const string NotUtf8 = "RCP3002";
    public const string BadTaxonomy = "RCP3003";
    public const string WrongColumns = "RCP3004";
    public const string UnknownTopic = "RCP3005";
    public const string EmptyText = "RCP3006";
    public const string BadValue = "RCP3007";
    public const string NoExamples = "RCP3008";
    public const string ModelUnusable = "RCP3101";
    public const string ModelOutdated = "RCP3102";
    public const string ModelNotSaved = "RCP3103";
}
