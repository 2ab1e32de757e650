using System.Runtime.InteropServices;
using Recap.Topics.Words;

namespace Recap.Topics.Features;

/// <summary>A feature at one place of a text.</summary>
/// <param name="Feature">Number of the feature.</param>
/// <param name="Weight">What this place counts; the title counts more.</param>
/// <param name="First">First word of the place.</param>
/// <param name="Last">Last word of the place.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Feature, float Weight, int First, int Last);

/// <summary>Lists the features of a text: words, title words, prefixes and pairs of words. Stop words have none and part pairs.</summary>
internal static class FeatureReader
{
    private const int PrefixLength = 5;
    private const float TitleWeight = 3f;

    // What prefixes and pairs repeat of their words counts less.
    private const float PartWeight = 0.7f;

    public static List<Place> Read(WordList words, FeatureIndex index)
    {
        var places = new List<Place>(words.Count * 2);
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsStop)
            {
                continue;
            }

            var inTitle = at < words.TitleCount;
            var weight = inTitle ? TitleWeight : 1f;
            var stem = words.Stem(at);
            Add(FeatureKind.Word, stem, weight, at);
            if (inTitle)
            {
                Add(FeatureKind.TitleWord, stem, weight, at);
            }

            if (stem.Length > PrefixLength)
            {
                Add(FeatureKind.Prefix, stem[..PrefixLength], weight * PartWeight, at);
            }

            var followed = at + 1 < words.Count && at + 1 != words.TitleCount && !words[at + 1].IsStop;
            if (followed)
            {
                Add(FeatureKind.Pair, words.Run(at, at + 1), weight * PartWeight, at, at + 1);
            }
        }

        return places;

        void Add(FeatureKind kind, ReadOnlySpan<char> key, float weight, int first, int last = -1)
        {
            var feature = index.Find(kind, key);
            if (feature >= 0)
            {
                places.Add(new Place(feature, weight, first, Math.Max(first, last)));
            }
        }
    }
}
