using System.Text;

namespace Recap.Topics.Data;

/// <summary>A data file as read.</summary>
/// <param name="Name">Path below the data folder, with forward slashes, as diagnostics name it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Text">Its text; empty where it is missing or no UTF-8.</param>
internal sealed record TextFile(string Name, byte[] Content, string Text)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextFile Read(string path, string name, Faults faults)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            return new TextFile(name, content, Strict.GetString(content).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            faults.Add(name, 1, Codes.NotUtf8, "The file is no UTF-8 text. Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(name, 1, Codes.FileMissing, $"The file cannot be read: {e.Message}");
        }

        return new TextFile(name, [], "");
    }
}
