namespace Recap.Talks.Posts;

/// <summary>A diagnostic before it knows its file.</summary>
internal sealed record Remark(DiagnosticCode Code, int Line, string Message)
{
    public Diagnostic In(string file) => new()
    {
        File = file,
        Line = Math.Max(1, Line),
        Severity = Code.Severity,
        Code = Code.Id,
        Message = Message,
    };
}

/// <summary>A kind of diagnostic with its stable code.</summary>
internal sealed record DiagnosticCode(string Id, Severity Severity)
{
    public Remark At(int line, string message) => new(this, line, message);
}

/// <summary>All codes; <c>README.md</c> beside this project explains each, and a test compares the two.</summary>
internal static class Codes
{
    public static readonly DiagnosticCode Empty = new("RCP1001", Severity.Warning);
    public static readonly DiagnosticCode TooLarge = new("RCP1002", Severity.Error);
    public static readonly DiagnosticCode Binary = new("RCP1003", Severity.Error);
    public static readonly DiagnosticCode NotUtf8 = new("RCP1004", Severity.Warning);
    public static readonly DiagnosticCode Unreadable = new("RCP1005", Severity.Error);
    public static readonly DiagnosticCode LongLine = new("RCP1006", Severity.Warning);
    public static readonly DiagnosticCode FrontMatterOpen = new("RCP1101", Severity.Error);
    public static readonly DiagnosticCode FrontMatterBad = new("RCP1102", Severity.Error);
    public static readonly DiagnosticCode FrontMatterMended = new("RCP1103", Severity.Warning);
    public static readonly DiagnosticCode TitleMissing = new("RCP1104", Severity.Info);
    public static readonly DiagnosticCode DateBad = new("RCP1105", Severity.Warning);
    public static readonly DiagnosticCode DateContradicts = new("RCP1106", Severity.Warning);
    public static readonly DiagnosticCode DateMissing = new("RCP1107", Severity.Info);
    public static readonly DiagnosticCode Draft = new("RCP1108", Severity.Info);
    public static readonly DiagnosticCode Future = new("RCP1109", Severity.Info);
    public static readonly DiagnosticCode NoTalks = new("RCP1201", Severity.Info);
    public static readonly DiagnosticCode EventUnknown = new("RCP1202", Severity.Info);
    public static readonly DiagnosticCode SameTitle = new("RCP1203", Severity.Info);
    public static readonly DiagnosticCode DuplicatePost = new("RCP1301", Severity.Warning);
    public static readonly DiagnosticCode DuplicateId = new("RCP1302", Severity.Info);
    public static readonly DiagnosticCode SettingsBad = new("RCP1401", Severity.Error);
    public static readonly DiagnosticCode SettingBad = new("RCP1402", Severity.Warning);
    public static readonly DiagnosticCode GlossaryBad = new("RCP1501", Severity.Error);
    public static readonly DiagnosticCode GlossaryTwice = new("RCP1502", Severity.Warning);
}
