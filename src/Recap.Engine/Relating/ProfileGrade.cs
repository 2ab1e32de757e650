using System.Runtime.InteropServices;

namespace Recap.Engine.Relating;

/// <summary>Something that a talk has more or less of: a topic with its affinity, a passage with how near it is.</summary>
/// <param name="Key">Hash of its key.</param>
/// <param name="Grade">How much, in parts of 255.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProfileGrade(uint Key, byte Grade)
{
    /// <summary>How much, 0..1.</summary>
    public float Value => Grade / (float)byte.MaxValue;

    /// <summary>Of a key and a number 0..1.</summary>
    public static ProfileGrade Of(string key, float value) => new(TalkKey.Hash(key), GradeOf(value));

    /// <summary>A number 0..1 in parts of 255.</summary>
    public static byte GradeOf(float value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
}
