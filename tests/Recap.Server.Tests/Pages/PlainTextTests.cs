using System.Xml;
using CsCheck;
using Recap.Server.Pages;

namespace Recap.Server.Tests.Pages;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Kepler", "Kepler")]
    [InlineData("a\u202Eb\u2066c\u200Fd", "abcd")]
    [InlineData("a\u0000b\u001Bc\u0085d", "abcd")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\uD83Db", "ab")]
    [InlineData("🦀 l’été", "🦀 l’été")]
    public void What_no_title_should_hold_is_left_out(string text, string clean) => PlainText.Clean(text).ShouldBe(clean);

    [Fact]
    public void Any_text_becomes_fit_for_xml() =>
        Gen.String.Sample(text => PlainText.Clean(text).All(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)));

    [Theory]
    [InlineData("un deux trois", 20, "un deux trois")]
    [InlineData("un deux trois", 10, "un deux…")]
    [InlineData("anticonstitutionnellement", 4, "anti…")]
    [InlineData("abc🦀🦀", 4, "abc…")]
    [InlineData("un\ndeux", 20, "un deux")]
    public void A_beginning_ends_between_words(string text, int length, string begun) => PlainText.Begin(text, length).ShouldBe(begun);
}
