using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Talks;
using Recap.Topics.Words;

namespace Recap.Topics.Features;

/// <summary>A term or technology that points to topics.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="IsTechnology">Whether it is a technology of the glossary.</param>
/// <param name="Topics">Places of its topics in the taxonomy; never empty.</param>
internal sealed record TermEntry(string Name, bool IsTechnology, ImmutableArray<int> Topics);

/// <summary>How much of a term a text has.</summary>
/// <param name="Entry">Number of the term.</param>
/// <param name="Weight">Mentions, those of the title and those of several words counting more.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermHit(int Entry, float Weight);

/// <summary>Finds the terms of a text by the stems of their words.</summary>
internal sealed class TermMatcher
{
    public const int MostWords = 4;

    private const float TitleWeight = 3f;
    private const float SeveralWordsWeight = 1.5f;

    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _technologies = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TermEntry> _entries = [];

    public IReadOnlyList<TermEntry> Entries => _entries;

    public IEnumerable<KeyValuePair<string, int>> Forms => _forms;

    public IEnumerable<KeyValuePair<string, int>> Technologies => _technologies;

    public static TermMatcher Of(TopicData data)
    {
        var matcher = new TermMatcher();
        foreach (var term in data.Glossary.Terms)
        {
            matcher.AddTechnology(term, Places(term.Topics, data.Taxonomy));
        }

        foreach (var term in data.Terms)
        {
            matcher.AddTerm(term.Text, Places(term.Topics, data.Taxonomy));
        }

        return matcher;
    }

    public static TermMatcher Of(IEnumerable<TermEntry> entries, IEnumerable<KeyValuePair<string, int>> forms, IEnumerable<KeyValuePair<string, int>> technologies)
    {
        var matcher = new TermMatcher();
        matcher._entries.AddRange(entries);
        foreach (var (form, entry) in forms)
        {
            matcher._forms[form] = entry;
        }

        foreach (var (name, entry) in technologies)
        {
            matcher._technologies[name] = entry;
        }

        return matcher;
    }

    /// <summary>The terms of a text, and the technologies that somebody else found in it, each once, in order of first mention.</summary>
    public List<TermHit> Find(WordList words, ImmutableArray<string> technologies)
    {
        var weights = new OrderedDictionary<int, float>();
        var forms = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var first = 0; first < words.Count; first++)
        {
            var end = first < words.TitleCount ? words.TitleCount : words.Count;
            for (var last = first; last < Math.Min(first + MostWords, end); last++)
            {
                if (forms.TryGetValue(words.Run(first, last), out var entry))
                {
                    var weight = (first < words.TitleCount ? TitleWeight : 1f) * (last > first ? SeveralWordsWeight : 1f);
                    weights[entry] = weights.GetValueOrDefault(entry) + weight;
                }
            }
        }

        foreach (var technology in technologies.IsDefault ? [] : technologies)
        {
            if (_technologies.TryGetValue(technology, out var entry))
            {
                weights.TryAdd(entry, 1f);
            }
        }

        return [.. weights.Select(pair => new TermHit(pair.Key, pair.Value))];
    }

    private static ImmutableArray<int> Places(ImmutableArray<string> topics, Taxonomy taxonomy) =>
        [.. topics.Select(taxonomy.PositionOf).Where(place => place >= 0).Distinct()];

    private void AddTechnology(GlossaryTerm term, ImmutableArray<int> topics)
    {
        if (topics.IsEmpty)
        {
            return;
        }

        var number = _entries.Count;
        _entries.Add(new TermEntry(term.Name, IsTechnology: true, topics));
        foreach (var name in term.Aliases.Prepend(term.Name))
        {
            _technologies.TryAdd(name, number);
            // A name that is a common word too counts only where the reader of talks says so.
            var form = Form(name);
            if (form.Length >= 3 && (term.Match == TermMatch.Any || form.Contains(' ')))
            {
                _forms.TryAdd(form, number);
            }
        }
    }

    private void AddTerm(string text, ImmutableArray<int> topics)
    {
        var form = Form(text);
        if (form.Length == 0 || topics.IsEmpty)
        {
            return;
        }

        if (_forms.TryGetValue(form, out var known))
        {
            _entries[known] = _entries[known] with { Topics = [.. _entries[known].Topics.Union(topics)] };
            return;
        }

        _forms.Add(form, _entries.Count);
        _entries.Add(new TermEntry(text, IsTechnology: false, topics));
    }

    private static string Form(string text)
    {
        var words = WordList.Of(text, "");
        return words.Count is 0 or > MostWords ? "" : words.Run(0, words.Count - 1).ToString();
    }
}
