using CsCheck;
using Recap.Talks.Posts.Data;

namespace Recap.Talks.Tests;

/// <summary>What the quick reader of YAML reads, the parser of all of YAML reads as the same.</summary>
public sealed class PlainYamlTests
{
    private static readonly string[] Parts =
        ["a: ", "b:\n", "  c: ", "- ", "  - ", "- d: ", "\n", "\n  ", " ", ":", ": ", "'", "\"", "[", "]", ", ", "#", " #", "{", "}", "|", ">", "&x", "*x", "?", "\\", "''", "~", "null", "e", "f g", "[h, 'i']", "2024-01-01", "https://j.k/l#m", "---", "\n...\n", "é", "💡"];

    private static readonly Gen<string> Documents = Gen.Int[0, Parts.Length - 1].Array[1, 14].Select(parts => string.Concat(parts.Select(part => Parts[part])));

    [Fact]
    public void Keys_lists_and_scalars_on_one_line_each_are_plain()
    {
        const string Yaml = """
            title: "Retour : 1"
            tags: [a, 'b c', "d"]
            draft: ~

            authors:
            - name: A
              url: https://a.b/c
              x:
            - B
            event:
              name: D
            """;

        PlainYaml.Read(Yaml).ShouldNotBeNull();
        Told(PlainYaml.Read(Yaml)!).ShouldBe(Told(YamlData.Parse(Yaml).Node!));
    }

    [Theory]
    [InlineData("title: a\n  b")]
    [InlineData("title: >\n  a")]
    [InlineData("title: a # b")]
    [InlineData("# a\ntitle: b")]
    [InlineData("title: a: b")]
    [InlineData("title: 'l''a'")]
    [InlineData("a: {b: c}")]
    [InlineData("a: &b c")]
    [InlineData("a: [b,\n  c]")]
    [InlineData(" a: b")]
    [InlineData("- a")]
    [InlineData("a")]
    [InlineData("")]
    public void Anything_else_is_left_to_the_parser(string yaml) => PlainYaml.Read(yaml).ShouldBeNull();

    [Fact]
    public void Whatever_is_plain_is_the_same_to_the_parser() =>
        Documents.Sample(
            yaml =>
            {
                if (PlainYaml.Read(yaml) is { } plain)
                {
                    Told(plain).ShouldBe(Told(YamlData.Parse(yaml).Node!));
                }
            },
            iter: 20_000,
            seed: "0000KOIPZS2D1");

    private static string Told(DataNode node) =>
        $"{node.Line}:{node.Text}[{string.Join(',', node.Items.Select(Told))}]{{{string.Join(',', node.Fields.Select(field => $"{field.Key}={Told(field.Value)}"))}}}";
}
