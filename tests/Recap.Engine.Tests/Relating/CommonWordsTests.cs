using Recap.Engine.Relating;

namespace Recap.Engine.Tests.Relating;

public sealed class CommonWordsTests
{
    [Fact]
    public void Ordinary_words_are_common_and_names_are_rare()
    {
        CommonWords.ShareOf("equip").ShouldBeGreaterThan(0.01);
        CommonWords.ShareOf("korrel8r").ShouldBe(0);
    }

    [Fact]
    public void Words_are_counted_once_a_text()
    {
        string[] texts = [.. Enumerable.Repeat("Karpenter, Karpenter et la facture", CommonWords.LeastTexts), "Autre chose"];

        CommonWords.Count(texts).ShouldBe([("factur", 800.0), ("karpent", 800.0)]);
    }
}
