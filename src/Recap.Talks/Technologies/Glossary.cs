using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Recap.Talks;

/// <summary>The technologies that talks are searched by: canonical names, aliases, kinds and the topics they point to.</summary>
public sealed class Glossary
{
    private const int FilterBits = 16;

    // A reindex that finds nothing changed asks for the fingerprint alone.
    private readonly Lazy<Dictionary<string, GlossaryTerm>> _byAlias;
    private readonly Lazy<Technologies.TermFinder> _finder;

    // Titles and people are asked for as well; most of them are longer than any name, or told from all names by a few letters.
    private readonly Lazy<int> _longest;
    private readonly Lazy<Facts.WordFilter> _names;

    internal Glossary(ImmutableArray<GlossaryTerm> terms, string fingerprint)
    {
        Terms = terms;
        Fingerprint = fingerprint;
        _byAlias = new Lazy<Dictionary<string, GlossaryTerm>>(() => ByAlias(terms));
        _longest = new Lazy<int>(() => _byAlias.Value.Keys.Select(name => name.Length).DefaultIfEmpty().Max());
        _names = new Lazy<Facts.WordFilter>(() => Facts.WordFilter.Of(FilterBits, _byAlias.Value.Keys.Where(name => name.Length > 0)));
        _finder = new Lazy<Technologies.TermFinder>(() => new Technologies.TermFinder(terms));
    }

    /// <summary>A glossary that knows nothing.</summary>
    public static Glossary Empty { get; } = new([], "");

    /// <summary>All terms, in the order of the file.</summary>
    public ImmutableArray<GlossaryTerm> Terms { get; }

    /// <summary>Changes whenever the glossary changes: lower-case hexadecimal SHA-256; empty for <see cref="Empty"/>.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a glossary: tab-separated name, aliases (by ;), kind, topics (by ,), match (any, case or context); a header row and lines with # are passed over.</summary>
    /// <param name="path">Path that diagnostics name.</param>
    /// <param name="tsv">The text of the file.</param>
    /// <returns>The terms of every good line, and a diagnostic for every other.</returns>
    public static GlossaryResult Parse(string path, string tsv)
    {
        var (terms, diagnostics) = Technologies.GlossaryReader.Read(path, tsv);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tsv)));
        return new GlossaryResult(new Glossary(terms, fingerprint), diagnostics);
    }

    /// <summary>The term of that name or alias, whatever its capitals; null where there is none.</summary>
    public GlossaryTerm? Find(string nameOrAlias) => nameOrAlias.Trim() is { Length: > 0 } name && name.Length <= _longest.Value && _names.Value.MayHold(Facts.WordHash.Of(name)) ? _byAlias.Value.GetValueOrDefault(name) : null;

    /// <summary>Canonical names of the technologies that a text names, in order of first mention, each once; concepts are none.</summary>
    public ImmutableArray<string> FindIn(string text)
    {
        var names = ImmutableArray.CreateBuilder<string>(0);
        var known = new HashSet<GlossaryTerm>(ReferenceEqualityComparer.Instance);
        foreach (var mention in MentionsIn(text))
        {
            if (mention.Term.Kind != GlossaryTerm.Concept && known.Add(mention.Term))
            {
                names.Add(mention.Term.Name);
            }
        }

        return names.DrainToImmutable();
    }

    /// <summary>Where a text names technologies; the longest name wins, ambiguous words count only where case and context say so.</summary>
    public ImmutableArray<GlossaryMention> Mentions(string text) => MentionsIn(text);

    internal ImmutableArray<GlossaryMention> MentionsIn(ReadOnlySpan<char> text) => _finder.Value.Find(text);

    private static Dictionary<string, GlossaryTerm> ByAlias(ImmutableArray<GlossaryTerm> terms)
    {
        var byAlias = new Dictionary<string, GlossaryTerm>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in terms)
        {
            foreach (var name in term.Aliases.Prepend(term.Name))
            {
                byAlias.TryAdd(name, term);
            }
        }

        return byAlias;
    }
}

/// <summary>A technology.</summary>
public sealed record GlossaryTerm
{
    /// <summary>The kind of terms that are searched by but are no technology, such as a method of working.</summary>
    public const string Concept = "concept";

    /// <summary>Canonical spelling.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings, abbreviations and former names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What it is: <c>project</c>, <c>language</c>, <c>framework</c>, <c>protocol</c>, <c>product</c> and the like.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of the topics it points to.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>When the word counts as this technology.</summary>
    public TermMatch Match { get; init; }
}

/// <summary>When a word counts as a technology.</summary>
public enum TermMatch
{
    /// <summary>Whatever its capitals.</summary>
    Any,

    /// <summary>Only with the capitals of the glossary.</summary>
    Case,

    /// <summary>Only with the capitals of the glossary and where its neighbours speak of technology: it is a common word otherwise.</summary>
    Context,
}

/// <summary>A technology named in a text.</summary>
/// <param name="Term">Which one.</param>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct GlossaryMention(GlossaryTerm Term, int Start, int Length);

/// <summary>A glossary with what was wrong in its file.</summary>
/// <param name="Glossary">The terms that could be read.</param>
/// <param name="Diagnostics">What could not, by line.</param>
public sealed record GlossaryResult(Glossary Glossary, ImmutableArray<Diagnostic> Diagnostics);
