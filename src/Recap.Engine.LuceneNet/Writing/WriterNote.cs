using System.Globalization;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Says in the folder of an index who is writing to it: process, host and time, a line each. The lock itself is the system's,
/// and ends with the process that holds it; the note only tells who that is, and one left behind by a process that died means nothing.
/// </summary>
internal sealed class WriterNote
{
    public const string FileName = "write.holder";

    private readonly string _path;
    private readonly string _text;

    private WriterNote(string path, string text) => (_path, _text) = (path, text);

    /// <summary>Notes this process. A note that a full disk does not take hinders nobody.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static WriterNote Leave(string folder, TimeProvider time)
    {
        var note = new WriterNote(
            Path.Combine(folder, FileName),
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{Environment.MachineName}\n{time.GetUtcNow():O}\n"));
        try
        {
            // One that a process of another user left behind cannot be written, but deleted.
            File.Delete(note._path);
            File.WriteAllText(note._path, note._text);
        }
        catch (IOException)
        {
        }

        return note;
    }

    /// <summary>Removes this note, and no other's: the lock may have been had by somebody else meanwhile.</summary>
    public void Remove() => Try(() =>
    {
        if (File.ReadAllText(_path) == _text)
        {
            File.Delete(_path);
        }
    });

    /// <summary>Who writes to an index whose lock is taken, in a few words.</summary>
    public static string WhoHolds(string folder)
    {
        var who = "another process";
        Try(() =>
        {
            if (File.ReadAllLines(Path.Combine(folder, FileName)) is [var process, var host, var since]
                && DateTimeOffset.TryParseExact(since, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                who = string.Create(CultureInfo.InvariantCulture, $"process {process} on host {host} since {time:yyyy-MM-dd HH:mm:ss} UTC");
            }
        });
        return who;
    }

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
