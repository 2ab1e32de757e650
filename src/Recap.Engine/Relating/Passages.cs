using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Talks;

namespace Recap.Engine.Relating;

/// <summary>
/// The texts that topics are taught by, as ideas that a talk may be near to. Two talks that share hardly a word are near to the
/// same texts where their words are said together elsewhere: finer than a topic, wider than a word.
/// </summary>
internal sealed class Passages
{
    /// <summary>Passages that a talk counts as near to; with twice as many, talks of one topic are no longer told apart.</summary>
    public const int Most = 20;

    /// <summary>Tells apart better than 1 and 2, on every blog it was tried on.</summary>
    private const double RarityPower = 1.5;

    /// <summary>A word of one passage alone says nothing about what words go together.</summary>
    private const int LeastPassages = 2;

    private static readonly Lazy<Passages> Built = new(Read);

    private readonly ImmutableArray<Passage> _passages;
    private readonly FrozenDictionary<string, Term> _terms;
    private readonly FrozenDictionary<uint, Passage> _byKey;

    private Passages(ImmutableArray<Passage> passages)
    {
        _passages = passages;
        _byKey = passages.DistinctBy(passage => passage.Key).ToFrozenDictionary(passage => passage.Key);
        var rarities = passages.SelectMany(passage => passage.Words).CountBy(word => word.Stem)
            .Where(stem => stem.Value >= LeastPassages)
            .ToDictionary(stem => stem.Key, stem => Math.Pow(Math.Log((double)passages.Length / stem.Value), RarityPower), StringComparer.Ordinal);
        _terms = passages.SelectMany((passage, place) => WeightsOf(passage, place, rarities))
            .GroupBy(entry => entry.Stem, entry => entry.Posting, StringComparer.Ordinal)
            .ToFrozenDictionary(stem => stem.Key, stem => new Term((float)rarities[stem.Key], [.. stem]), StringComparer.Ordinal);
    }

    /// <summary>Those built into the product.</summary>
    public static Passages Default => Built.Value;

    /// <summary>The passages that words are nearest to, nearest first; their numbers squared add up to 1.</summary>
    public ImmutableArray<TraitPassage> NearestTo(ImmutableArray<TraitWord> words)
    {
        var near = new float[_passages.Length];
        foreach (var word in words)
        {
            if (_terms.TryGetValue(word.Stem, out var term))
            {
                var weight = Frequency(word) * term.Rarity;
                foreach (var (place, share) in term.Postings)
                {
                    near[place] += weight * share;
                }
            }
        }

        var nearest = Enumerable.Range(0, near.Length).Where(place => near[place] > 0).OrderByDescending(place => near[place]).Take(Most).ToArray();
        // The root, so that the nearest passage is not all that counts; hence the sum is the square of the length.
        var length = MathF.Sqrt(nearest.Sum(place => near[place]));
        return [.. nearest.Select(place => new TraitPassage(_passages[place].Id, MathF.Sqrt(near[place]) / length))];
    }

    /// <summary>The words of a passage, those that tell most first; none where there is no such passage.</summary>
    public IEnumerable<TraitWord> WordsOf(uint key) => _byKey.TryGetValue(key, out var passage)
        ? passage.Words.Where(word => _terms.ContainsKey(word.Stem)).OrderByDescending(word => Frequency(word) * _terms[word.Stem].Rarity)
        : [];

    private static IEnumerable<(string Stem, Posting Posting)> WeightsOf(Passage passage, int place, Dictionary<string, double> rarities)
    {
        var weights = passage.Words.Where(word => rarities.ContainsKey(word.Stem))
            .Select(word => (word.Stem, Weight: (float)(Frequency(word) * rarities[word.Stem])))
            .ToArray();
        var length = MathF.Sqrt(weights.Sum(word => word.Weight * word.Weight));
        return weights.Select(word => (word.Stem, new Posting(place, word.Weight / length)));
    }

    private static float Frequency(TraitWord word) => 1 + MathF.Log(word.Count + (word.InTitle ? 1 : 0));

    private static Passages Read()
    {
        var assembly = typeof(Passages).Assembly;
        var tables = assembly.GetManifestResourceNames().Where(name => name.StartsWith("passages/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return new Passages([.. tables.SelectMany(ReadTable).DistinctBy(passage => passage.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Columns language, topics, title and text, with a header row.</summary>
    private static IEnumerable<Passage> ReadTable(string resource)
    {
        using var stream = typeof(Passages).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not built into this assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Passage.Of(line.Split('\t')))];
    }

    private sealed record Passage(string Id, uint Key, ImmutableArray<TraitWord> Words)
    {
        public static Passage Of(string[] cells)
        {
            var (title, text) = (cells[2], cells[3]);
            var id = $"{title} {text}";
            var words = TraitWords.Of(new Talk { Id = "", Post = "", Line = 1, Title = title, Text = text });
            return new Passage(id, TalkKey.Hash(TalkKey.Passage(id)), words);
        }
    }

    private sealed record Term(float Rarity, ImmutableArray<Posting> Postings);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Place, float Share);
}
