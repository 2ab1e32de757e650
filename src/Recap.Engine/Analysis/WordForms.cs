namespace Recap.Engine.Analysis;

/// <summary>Says what else a word is known as beside its parts.</summary>
internal static class WordForms
{
    /// <summary>Longest word of parts that is one name; what is longer is a path or an address, found by its parts.</summary>
    private const int MostParts = 5;

    private const int LongestName = 40;

    public static ScannedWord Of(List<WordPart> parts, NormalizedText text)
    {
        var end = parts[^1].End;
        if (parts.Count == 1)
        {
            return Single(parts[0]);
        }

        if (Inclusive(parts) is { } forms)
        {
            var both = new ScannedWord { Parts = [parts[0] with { Text = forms.Masculine, End = end }], End = end };
            both.Also.Add(forms.Feminine);
            return both;
        }

        if (IsDottedAcronym(parts))
        {
            var acronym = string.Concat(parts.Select(part => part.Text));
            return new ScannedWord { Parts = [parts[0] with { Text = acronym, End = end }], End = end };
        }

        var word = new ScannedWord { Parts = [.. parts], End = end };
        AddWholes(word);
        return word;
    }

    private static ScannedWord Single(WordPart part)
    {
        var word = new ScannedWord { Parts = [part], End = part.End };
        if (NumberForms.MajorMinor(part.Text) is { } version)
        {
            word.Also.Add(version);
        }

        return word;
    }

    private static (string Masculine, string Feminine)? Inclusive(List<WordPart> parts)
    {
        if (parts.Count > 3 || parts.Skip(1).Any(part => part.Separator is not ('\u00B7' or '.' or '-')))
        {
            return null;
        }

        var isInclusive = parts.Skip(1).All(part => part.Separator switch
        {
            '\u00B7' => true,
            '-' => InclusiveForms.IsClearEnding(part.Text),
            _ => InclusiveForms.IsCommonEnding(part.Text),
        });
        return isInclusive ? InclusiveForms.Of(parts[0].Text, parts.Skip(1).Select(part => part.Text).ToArray()) : null;
    }

    private static bool IsDottedAcronym(List<WordPart> parts) =>
        parts.All(part => part.Text.Length == 1 && char.IsLetter(part.Text[0])) && parts.Skip(1).All(part => part.Separator == '.');

    private static void AddWholes(ScannedWord word)
    {
        var parts = word.Parts;
        if (parts.Count > MostParts || parts.Sum(part => part.Text.Length + 1) > LongestName)
        {
            return;
        }

        var hyphenated = parts.Skip(1).All(part => part.Separator is '-' or '_' or '\u00B7');
        if (parts.All(part => part.Text.All(char.IsLetterOrDigit)) && (parts.Count == 2 || (hyphenated && parts.Count == 3)))
        {
            word.Also.Add(string.Concat(parts.Select(part => part.Text)));
        }

        if (!hyphenated || parts.Any(part => part.Text.Any(char.IsAsciiDigit)))
        {
            word.Also.Add(string.Concat(parts.Select(part => part.Separator == '\0' ? part.Text : part.Separator + part.Text)));
        }
    }
}
