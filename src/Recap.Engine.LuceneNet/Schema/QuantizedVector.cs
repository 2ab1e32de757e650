using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>
/// A vector in a signed byte a dimension and one scale: a quarter of the floats, and dot products differ by less than .01.
/// Stored as the scale, little-endian, then the bytes.
/// </summary>
internal static class QuantizedVector
{
    private const int ScaleLength = sizeof(float);

    /// <summary>The vector as bytes of a column.</summary>
    public static BytesRef Write(ReadOnlySpan<float> vector)
    {
        var bytes = new byte[ScaleLength + vector.Length];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, Quantize(vector, MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(ScaleLength))));
        return new BytesRef(bytes);
    }

    /// <summary>The scale of a stored vector, and its bytes.</summary>
    public static float Read(BytesRef stored, out ReadOnlySpan<sbyte> vector)
    {
        var bytes = stored.Bytes.AsSpan(stored.Offset, stored.Length);
        vector = MemoryMarshal.Cast<byte, sbyte>(bytes[ScaleLength..]);
        return BinaryPrimitives.ReadSingleLittleEndian(bytes);
    }

    /// <summary>Rounds a vector to signed bytes.</summary>
    /// <returns>What the bytes are multiplied with to have the vector again; 0 for a vector of zeros.</returns>
    public static float Quantize(ReadOnlySpan<float> vector, Span<sbyte> rounded)
    {
        var largest = 0f;
        foreach (var component in vector)
        {
            largest = Math.Max(largest, Math.Abs(component));
        }

        for (var i = 0; i < vector.Length && largest > 0; i++)
        {
            rounded[i] = (sbyte)MathF.Round(vector[i] / largest * sbyte.MaxValue);
        }

        return largest / sbyte.MaxValue;
    }

    /// <summary>The dot product of two vectors of the same length.</summary>
    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out var low, out var high);
            Vector.Widen(new Vector<sbyte>(other[i..]), out var otherLow, out var otherHigh);
            // Two products of 127 by 127 are the most that a short holds.
            Vector.Widen((low * otherLow) + (high * otherHigh), out var sumsLow, out var sumsHigh);
            sums += sumsLow + sumsHigh;
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
