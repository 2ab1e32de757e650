using System.Globalization;
using System.Text.Json;

namespace Recap.Engine.LuceneNet.Writing;

/// <summary>
/// Says in the folder of an index who is writing to it. The lock itself is the system's, and ends with the process that
/// holds it; the note only tells who that is, and one left behind by a process that died means nothing.
/// </summary>
internal sealed record WriterNote(int Process, string Host, DateTimeOffset Since)
{
    public const string FileName = "write.holder";

    /// <summary>Notes this process. A note that cannot be written hinders nobody.</summary>
    public static void Leave(string folder, TimeProvider time)
    {
        try
        {
            var note = new WriterNote(Environment.ProcessId, Environment.MachineName, time.GetUtcNow());
            File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(note));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Removes the note of this process, and no other's.</summary>
    public static void Remove(string folder)
    {
        try
        {
            if (Read(folder) is { } note && note.Process == Environment.ProcessId && note.Host == Environment.MachineName)
            {
                File.Delete(Path.Combine(folder, FileName));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Who writes to an index whose lock is taken, in a few words.</summary>
    public static string WhoHolds(string folder) => Read(folder) is { } note
        ? string.Create(CultureInfo.InvariantCulture, $"process {note.Process} on host {note.Host} since {note.Since:yyyy-MM-dd HH:mm:ss} UTC")
        : "another process";

    private static WriterNote? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<WriterNote>(File.ReadAllBytes(Path.Combine(folder, FileName)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
