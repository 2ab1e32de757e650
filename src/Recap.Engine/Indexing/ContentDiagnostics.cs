using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>What can be said about files and folders before anything in them is read; explained in <c>README.md</c> beside this file.</summary>
internal static class ContentDiagnostics
{
    public static Diagnostic FileUnreadable(string file, string reason) =>
        Make(file, Severity.Error, "RCP2001", $"The file cannot be read: {reason} Its last good version stays indexed.");

    public static Diagnostic FolderUnreadable(string folder, string reason) =>
        Make(folder, Severity.Error, "RCP2002", $"The folder cannot be listed: {reason} What is indexed from it stays.");

    public static Diagnostic FileTooLarge(string file, long bytes, long limit) =>
        Make(file, Severity.Error, "RCP2003", $"The file has {bytes:N0} bytes, more than the {limit:N0} that a post may have. Its last good version stays indexed.");

    public static Diagnostic LinkNotFollowed(string path) =>
        Make(path, Severity.Info, "RCP2004", "A symbolic link is not followed. Index the folder it leads to as well, if its posts are wanted.");

    public static Diagnostic TooDeep(string folder, int limit) =>
        Make(folder, Severity.Warning, "RCP2005", $"The folder lies more than {limit} levels deep and is passed over.");

    public static Diagnostic ReaderFailed(string file, string reason) =>
        Make(file, Severity.Error, "RCP2006", $"The post could not be read because of a fault of Recap itself, worth reporting with the post: {reason} Its last good version stays indexed.");

    public static Diagnostic ConfiguredAbove(string site) =>
        Make("", Severity.Warning, "RCP2007", $"The settings of this folder's site lie above it, and are not read: talks have no addresses. Name the site instead: '{site}'.");

    public static Diagnostic NotationUnread(string file, string extension, int files) =>
        Make(file, Severity.Warning, "RCP2008", (files == 1 ? $"A file {extension} is not read." : $"Files {extension} are not read: there are {files}, of which this is the first.")
            + " Convert it to Markdown if it is a post, or name it in \"exclude\" of recap.json.");

    private static Diagnostic Make(string file, Severity severity, string code, string message) =>
        new() { File = file, Line = 1, Severity = severity, Code = code, Message = message };
}
