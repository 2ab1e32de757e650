using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>The words that two talks share, parted into names of technologies and the rest.</summary>
internal sealed class SharedWording
{
    /// <summary>In nats: a word that more than every third talk has says nothing of two.</summary>
    private const double LeastRarity = 1.1;

    private readonly ImmutableArray<SharedWord> _others;

    public SharedWording(Comparison comparison, TalkProfile other)
    {
        var words = comparison.SharedWords(other);
        var technologies = comparison.SharedTechnologies(other).ToArray();
        Technologies = [.. technologies.Select(name => name.Name)];
        var stems = Technologies.SelectMany(TraitWords.StemsOf).ToHashSet(StringComparer.Ordinal);
        _others = [.. words.Where(word => !stems.Contains(word.Own.Stem))];
        var all = words.Sum(word => word.Worth) + technologies.Sum(name => name.Worth);
        TechnologyShare = all > 0 ? 1 - (_others.Sum(word => word.Worth) / all) : 0;
    }

    /// <summary>Canonical names, the rarest first.</summary>
    public ImmutableArray<string> Technologies { get; }

    /// <summary>Share 0..1 of the wording that is names of shared technologies.</summary>
    public double TechnologyShare { get; }

    /// <summary>Words by which a reader sees what both are about, as the seed writes them, those that tell most first.</summary>
    public IEnumerable<string> Telling
    {
        get
        {
            var told = new List<string>();
            foreach (var word in _others.Where(word => word.IsTelling && word.Own.Rarity >= LeastRarity))
            {
                // "CI/CD" is found by its parts too.
                if (!told.Exists(known => Contains(known, word.Own.Surface) || Contains(word.Own.Surface, known)))
                {
                    told.Add(word.Own.Surface);
                }
            }

            return told;
        }
    }

    /// <summary>The word that tells most, whatever it is worth; empty where none is shared.</summary>
    public string First => _others.IsEmpty ? "" : _others[0].Own.Surface;

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
