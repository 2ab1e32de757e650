using System.Collections.Frozen;
using System.Text;

namespace Recap.Talks.Posts;

/// <summary>
/// Makes one letter of a letter and the accent that stands behind it, as some editors and file systems write them. By a table of
/// Europe's letters: with invariant globalization the runtime's own normalization leaves text as it is.
/// </summary>
internal static class Composition
{
    private const char FirstAccent = '\u0300';
    private const char LastAccent = '\u036F';

    // Each accent's letters, plain and composed by turns.
    private static readonly FrozenDictionary<(char Letter, char Accent), char> Letters = Table(
        ('\u0300', "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù"),
        ('\u0301', "AÁCĆEÉGǴIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeégǵiílĺnńoórŕsśuúyýzź"),
        ('\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
        ('\u0303', "AÃIĨNÑOÕUŨaãiĩnñoõuũ"),
        ('\u0304', "AĀEĒIĪOŌUŪYȲaāeēiīoōuūyȳ"),
        ('\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
        ('\u0307', "AȦCĊEĖGĠIİOȮZŻaȧcċeėgġoȯzż"),
        ('\u0308', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
        ('\u030A', "AÅUŮaåuů"),
        ('\u030B', "OŐUŰoőuű"),
        ('\u030C', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"),
        ('\u0326', "SȘTȚsștț"),
        ('\u0327', "CÇEȨGĢKĶLĻNŅRŖSŞTŢcçeȩgģkķlļnņrŗsştţ"),
        ('\u0328', "AĄEĘIĮOǪUŲaąeęiįoǫuų"));

    /// <summary>The text with letters composed; accents that no letter here takes stay where they are.</summary>
    public static string Of(string text)
    {
        if (IsIn(text))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= FirstAccent and <= LastAccent && composed.Length > 0 && Letters.TryGetValue((composed[^1], c), out var letter))
            {
                composed[^1] = letter;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    /// <summary>Whether no accent stands behind its letter in a text.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => !text.ContainsAnyInRange(FirstAccent, LastAccent);

    private static FrozenDictionary<(char Letter, char Accent), char> Table(params ReadOnlySpan<(char Accent, string Letters)> rows)
    {
        var letters = new Dictionary<(char, char), char>();
        foreach (var (accent, pairs) in rows)
        {
            for (var i = 0; i < pairs.Length; i += 2)
            {
                letters.Add((pairs[i], accent), pairs[i + 1]);
            }
        }

        return letters.ToFrozenDictionary();
    }
}
