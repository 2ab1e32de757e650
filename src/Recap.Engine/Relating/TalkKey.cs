using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>Names one thing that two talks may share: an engine counts keys and finds talks by them, whatever they stand for.</summary>
public static class TalkKey
{
    private const char Separator = ':';

    /// <summary>A stem of title or text.</summary>
    public static string Word(string stem) => Of('w', stem);

    /// <summary>A stem of the title.</summary>
    public static string TitleWord(string stem) => Of('h', stem);

    /// <summary>A technology, by canonical name.</summary>
    public static string Technology(string name) => Of('k', name);

    /// <summary>A speaker, by folded name.</summary>
    public static string Speaker(string folded) => Of('s', folded);

    /// <summary>A topic, by id.</summary>
    public static string Topic(string id) => Of('t', id);

    /// <summary>A passage of <see cref="Passages"/>, by its text.</summary>
    public static string Passage(string text) => Of('p', text);

    /// <summary>Stands for the key where space is short: the same on every machine. Two keys of one talk share it once in some 100,000 talks.</summary>
    public static uint Hash(string key)
    {
        // FNV-1a over UTF-16 units: stored in indexes, so it must never change.
        var hash = 2_166_136_261u;
        foreach (var unit in key)
        {
            hash = (hash ^ unit) * 16_777_619u;
        }

        return hash;
    }

    private static string Of(char kind, string name) => string.Create(null, $"{kind}{Separator}{name}");
}

/// <summary>A key of a talk.</summary>
/// <param name="Key">As <see cref="TalkKey"/> makes them.</param>
/// <param name="Strength">How strongly the talk has it, 1..<see cref="Strongest"/>: how often a word comes, how much of a topic it is about.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeldKey(string Key, int Strength = 1)
{
    /// <summary>Beyond it strengths are not told apart.</summary>
    public const int Strongest = 15;

    /// <summary>The strength that stands for a number 0..1.</summary>
    public static int StrengthOf(float value) => Math.Max(1, (int)MathF.Ceiling(value * Strongest));

    /// <summary>The largest number that a strength stands for.</summary>
    public static float MostOf(int strength) => strength / (float)Strongest;
}
