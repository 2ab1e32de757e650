namespace Recap.Server.Requests;

/// <summary>Text as typed, of which no more is read than the protos say.</summary>
internal static class TypedText
{
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Half of a surrogate pair is no character.
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
