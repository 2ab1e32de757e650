using CsCheck;
using Recap.Engine.LuceneNet.Schema;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>What rounding vectors to bytes costs.</summary>
public sealed class QuantizedVectorTests
{
    private static readonly Gen<float[]> Vectors = Gen.Int[1, 100].SelectMany(width => Gen.Float[-1, 1].Array[width]).Where(vector => Norm(vector) > 0.01);

    [Fact]
    public void The_cosine_of_rounded_vectors_is_that_of_the_vectors() => Vectors.Sample(vector =>
    {
        var one = vector.Select(component => (float)(component / Norm(vector))).ToArray();
        var other = one.Reverse().ToArray();
        var query = new sbyte[one.Length];
        var scale = QuantizedVector.Quantize(one, query);

        var stored = QuantizedVector.Read(QuantizedVector.Write(other), out var rounded);

        (QuantizedVector.Dot(query, rounded) * scale * stored).ShouldBe(one.Zip(other, (a, b) => a * b).Sum(), 0.02f);
    });

    [Fact]
    public void A_vector_of_zeros_lies_near_nothing() =>
        QuantizedVector.Read(QuantizedVector.Write([0f, 0f]), out _).ShouldBe(0);

    private static double Norm(float[] vector) => Math.Sqrt(vector.Sum(component => (double)component * component));
}
