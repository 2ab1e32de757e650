using System.Collections.Frozen;

namespace Recap.Engine.Analysis;

/// <summary>Opens inclusive writing: <c>développeur·euse·s</c> is both <c>développeurs</c> and <c>développeuses</c>.</summary>
internal static class InclusiveForms
{
    // Ending written after the point → endings of the masculine it replaces, the first that fits; none: it is appended.
    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>
    {
        ["e"] = [],
        ["le"] = [],
        ["ne"] = [],
        ["te"] = [],
        ["esse"] = [],
        ["sse"] = [],
        ["ienne"] = ["ien"],
        ["enne"] = ["en"],
        ["elle"] = ["el"],
        ["ale"] = ["al", "aux"],
        ["ere"] = ["er"],
        ["iere"] = ["ier"],
        ["ve"] = ["f"],
        ["ive"] = ["if"],
        ["euse"] = ["eur", "eux"],
        ["se"] = ["r", "x"],
        ["rice"] = ["eur"],
        ["trice"] = ["teur"],
        ["eresse"] = ["eur"],
        ["onne"] = ["on"],
        ["ette"] = ["et"],
        ["ete"] = ["et"],
        ["que"] = ["c"],
        ["che"] = ["c"],
        ["gne"] = ["n"],
        ["ux"] = ["l"],
        ["aux"] = ["al"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Clear = new[]
    {
        "e", "es", "s", "x", "ne", "nes", "euse", "euses", "rice", "rices", "trice", "trices", "iere", "ieres", "ere", "eres", "ive", "ives",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Common = new[] { "se", "ses", "te", "tes", "ve", "ves", "le", "les", "sse", "sses" }.ToFrozenSet();

    /// <summary>The forms that a word with these endings stands for, or null where it is no inclusive writing.</summary>
    public static (string Masculine, string Feminine)? Of(string masculine, ReadOnlySpan<string> endings)
    {
        var plural = endings.Length > 1 && endings[^1] is "s" or "x" ? endings[^1] : "";
        if (masculine.Length < 3 || endings.Length != (plural.Length > 0 ? 2 : 1))
        {
            return null;
        }

        var ending = endings[0];
        if (ending is "s" or "x")
        {
            return (masculine, masculine + ending);
        }

        if (plural.Length == 0 && ending.Length > 1 && ending.EndsWith('s'))
        {
            (ending, plural) = (ending[..^1], "s");
        }

        return Endings.TryGetValue(ending, out var replaced)
            ? (masculine + Plural(masculine, plural), Feminine(masculine, ending, replaced) + (plural.Length > 0 ? "s" : ""))
            : null;
    }

    /// <summary>Whether a bare ending is one of inclusive writing where much else may stand too: after a point, or in brackets.</summary>
    public static bool IsCommonEnding(string ending) => IsClearEnding(ending) || Common.Contains(ending);

    /// <summary>Whether it is one even after a hyphen, where pronouns stand too (<c>dis-le</c>).</summary>
    public static bool IsClearEnding(string ending) => Clear.Contains(ending);

    private static string Plural(string masculine, string plural) =>
        plural.Length == 0 || masculine[^1] is 's' or 'x' ? "" : plural;

    private static string Feminine(string masculine, string ending, string[] replaced)
    {
        foreach (var old in replaced)
        {
            if (masculine.EndsWith(old, StringComparison.Ordinal))
            {
                return string.Concat(masculine.AsSpan(0, masculine.Length - old.Length), ending);
            }
        }

        return masculine + ending;
    }
}
