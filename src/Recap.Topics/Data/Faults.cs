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
    public const string FileMissing = "RCP2001";
    public const string NotUtf8 = "RCP2002";
    public const string BadTaxonomy = "RCP2003";
    public const string WrongColumns = "RCP2004";
    public const string UnknownTopic = "RCP2005";
    public const string EmptyText = "RCP2006";
    public const string BadValue = "RCP2007";
    public const string NoExamples = "RCP2008";
    public const string ModelUnusable = "RCP2101";
    public const string ModelOutdated = "RCP2102";
    public const string ModelNotSaved = "RCP2103";
}
