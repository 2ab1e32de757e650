namespace Recap.Server.Requests;

/// <summary>Reads the language that names and reasons are wanted in.</summary>
internal static class LanguageReading
{
    private const int MaxLength = 35;
    private const string Usual = "fr";

    public static string Read(string code, FieldFaults faults)
    {
        faults.AddIf(code.Length > MaxLength, "language_code", "must be a BCP 47 tag, such as fr or en.");
        return code.Length > 0 ? code : Usual;
    }
}
