using CsCheck;
using Recap.Engine.LuceneNet.Matching;

namespace Recap.Engine.Tests.LuceneNet;

/// <summary>Terms that stand near each other in any order.</summary>
public sealed class ScatteredTermsTests
{
    private const int Window = 8;

    [Theory]
    [InlineData("3|4", 1, 1f)]
    [InlineData("4|3", 1, 1f)]
    [InlineData("3|5", 1, 0.5f)]
    [InlineData("1|6|2", 1, 0.4f)]
    [InlineData("1,20|2,22", 2, 1.5f)]
    [InlineData("0,5|6", 1, 1f)]
    [InlineData("0|8", 1, 0.125f)]
    [InlineData("0|9", 0, 0f)]
    [InlineData("3|3", 0, 0f)]
    [InlineData("3|", 0, 0f)]
    [InlineData("1,2|3", 1, 1f)]
    public void They_count_once_each_time_and_less_the_farther_apart(string places, int count, float frequency)
    {
        var found = ScatteredTerms.In([.. places.Split('|').Select(Places)], Window);

        found.Count.ShouldBe(count);
        found.Frequency.ShouldBe(frequency, 1e-6);
    }

    [Fact]
    public void They_never_count_more_than_the_rarest_of_them_nor_more_than_once_each() =>
        Gen.Select(PlacesOf, PlacesOf, PlacesOf).Sample((a, b, c) =>
        {
            var found = ScatteredTerms.In([a, b, c], Window);

            found.Count.ShouldBeLessThanOrEqualTo(Math.Min(a.Count, Math.Min(b.Count, c.Count)));
            found.Frequency.ShouldBeInRange(0, found.Count);
        });

    private static Gen<List<int>> PlacesOf => Gen.Int[0, 60].HashSet[0, 12].Select(set => set.Order().ToList());

    private static List<int> Places(string places) => [.. places.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
