using System.Collections.Frozen;

namespace Recap.Engine.Analysis;

/// <summary>Opens inclusive writing: <c>développeur·euse·s</c> is both <c>développeurs</c> and <c>développeuses</c>.</summary>
internal static class InclusiveForms
{
    // Ending written after the point → endings of the masculine it replaces, the first that fits; none: it is appended.
    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>
    {
        ["e"] = [], ["le"] = [], ["ne"] = [], ["te"] = [], ["esse"] = [], ["sse"] = [], ["ienne"] = ["ien"], ["enne"] = ["en"],
        ["elle"] = ["el"], ["ale"] = ["al", "aux"], ["ere"] = ["er"], ["iere"] = ["ier"], ["ve"] = ["f"], ["ive"] = ["if"], ["euse"] = ["eur", "eux"],
        ["se"] = ["r", "x"], ["rice"] = ["eur"], ["trice"] = ["teur"], ["eresse"] = ["eur"], ["onne"] = ["on"], ["ette"] = ["et"],
        ["ete"] = ["et"], ["que"] = ["c"], ["che"] = ["c"], ["gne"] = ["n"], ["ux"] = ["l"], ["aux"] = ["al"],
    }.ToFrozenDictionary();

    /// <summary>The forms that a word with these endings stands for, or null where it is no inclusive writing.</summary>
    public static (string Masculine, string Feminine)? Of(string masculine, ReadOnlySpan<string> endings)
    {
        var plural = endings.Length > 1 && endings[^1] is "s" or "x" ? endings[^1] : "";
        if (masculine.Length < 3 || endings.Length != (plural.Length > 0 ? 2 : 1))
        {
            return null;
        }

        var ending = endings[0];
        if (plural.Length == 0 && ending.Length > 1 && ending.EndsWith('s'))
        {
            (ending, plural) = (ending[..^1], "s");
        }

        return Endings.TryGetValue(ending, out var replaced)
            ? (masculine + Plural(masculine, plural), Feminine(masculine, ending, replaced) + (plural.Length > 0 ? "s" : ""))
            : null;
    }

    /// <summary>Whether a bare ending may follow a point or a hyphen, where much else may follow too (<c>node.e</c> is rare, <c>auto-ve</c> is not a word).</summary>
    public static bool IsCommonEnding(string ending) =>
        ending is "e" or "es" or "s" or "ne" or "nes" or "euse" or "euses" or "rice" or "rices" or "trice" or "trices" or "iere" or "ieres" or "ere" or "eres" or "ive" or "ives" or "ve" or "ves" or "le" or "les";

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
