namespace Recap.Topics.Tests;

public sealed class TopicDataTests : IDisposable
{
    private readonly SmallData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_good_folder_gives_taxonomy_examples_titles_and_terms()
    {
        var data = _data.Load();

        data.Taxonomy.Topics.Select(topic => topic.Id).ShouldBe(["ebpf", "coffee"]);
        data.Taxonomy.Find("coffee")!.Name.In("fr").ShouldBe("Café");
        data.Taxonomy.Find("coffee")!.Name.In("en-GB").ShouldBe("Coffee");
        data.Taxonomy.Find("tea").ShouldBeNull();
        data.Examples.Count(example => example.LabelledByHand).ShouldBe(20);
        data.Examples.Last().ShouldSatisfyAllConditions(
            title => title.Title.ShouldBe("XDP for everyone"),
            title => title.LabelledByHand.ShouldBeFalse());
        data.Terms.Length.ShouldBe(5);
    }

    [Fact]
    public void Talks_may_have_their_abstracts_or_none()
    {
        _data.Write("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\ttext\nXDP\tC\t2020\ten\tT\tebpf\tPackets dropped early.\nMaps\tC\t2021\ten\tT\tebpf\t\n");

        var talks = _data.Load().Examples.Where(example => !example.LabelledByHand).ToArray();

        talks.Select(talk => talk.Text).ShouldBe(["Packets dropped early.", ""]);
        talks.Select(talk => talk.Year).ShouldBe([2020, 2021]);
    }

    [Theory]
    [InlineData("fr\tebpf,tea\tTitre\tTexte", "RCP3005", "\"tea\"")]
    [InlineData("fr\tebpf\tTitre\t ", "RCP3006", "empty")]
    [InlineData("fr\tebpf\tTitre", "RCP3004", "3 columns where 4")]
    [InlineData("fr\tebpf\tTitre\tTexte\tplus", "RCP3004", "5 columns where 4")]
    [InlineData("de\tebpf\tTitel\tText", "RCP3007", "\"de\"")]
    public void A_bad_example_is_refused_by_file_and_line(string line, string code, string message)
    {
        _data.Write("examples/z.tsv", $"language\ttopics\ttitle\ttext\nfr\tebpf\tBon\tBon texte\n{line}\n");

        var fault = Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem();

        fault.ToString().ShouldStartWith($"examples/z.tsv:3: error {code}:");
        fault.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\n\tC\t2020\ten\tT\tebpf\n", 2, "RCP3006")]
    [InlineData("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\nA\tC\tsoon\ten\tT\tebpf\n", 2, "RCP3007")]
    [InlineData("talks.tsv", "title\tyear\n", 1, "RCP3004")]
    [InlineData("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\tabstract\n", 1, "RCP3004")]
    [InlineData("talks.tsv", "title\tevent\tyear\tlanguage\ttrack\ttopics\ttext\nA\tC\t2020\ten\tT\tebpf\n", 2, "RCP3004")]
    [InlineData("terms.tsv", "term\ttopics\nnoyau\tebpf\nthé\ttea\n", 3, "RCP3005")]
    [InlineData("terms.tsv", "term\ttopics\n\tebpf\n", 2, "RCP3006")]
    public void A_bad_line_of_the_other_files_is_refused_too(string file, string content, int line, string code)
    {
        _data.Write(file, content);

        Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                fault => fault.File.ShouldBe(file),
                fault => fault.Line.ShouldBe(line),
                fault => fault.Code.ShouldBe(code));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        _data.Write("examples/z.tsv", "language\ttopics\ttitle\ttext\nfr\ttea\tA\tB\nfr\tebpf\tA\t\n");
        _data.Write("terms.tsv", "term\ttopics\nthé\ttea\n");

        Should.Throw<TopicDataException>(_data.Load).Diagnostics.Select(fault => $"{fault.File}:{fault.Line}")
            .ShouldBe(["examples/z.tsv:2", "examples/z.tsv:3", "terms.tsv:2"]);
    }

    [Theory]
    [InlineData("{ \"groups\": [", 1, "cannot be read")]
    [InlineData("{\n  \"topics\": 3\n}", 2, "cannot be read")]
    [InlineData("{}", 1, "missing or empty")]
    [InlineData("{\n\"groups\": [{\"id\":\"g\",\"name\":{\"fr\":\"G\",\"en\":\"G\"}}],\n\"topics\": [\n{\"id\":\"Bad Id\",\"group\":\"g\",\"name\":{\"fr\":\"A\",\"en\":\"A\"},\"description\":{\"fr\":\"A\",\"en\":\"A\"}}]}", 4, "lower-case")]
    [InlineData("{\n\"groups\": [{\"id\":\"g\",\"name\":{\"fr\":\"G\",\"en\":\"G\"}}],\n\"topics\": [\n{\"id\":\"a\",\"group\":\"h\",\"name\":{\"fr\":\"A\",\"en\":\"A\"},\"description\":{\"fr\":\"A\",\"en\":\"A\"}}]}", 4, "group \"h\"")]
    [InlineData("{\n\"groups\": [{\"id\":\"g\",\"name\":{\"fr\":\"G\",\"en\":\"G\"}}],\n\"topics\": [\n{\"id\":\"a\",\"group\":\"g\",\"parents\":[\"b\"],\"name\":{\"fr\":\"A\",\"en\":\"A\"},\"description\":{\"fr\":\"A\",\"en\":\"A\"}}]}", 4, "parent \"b\"")]
    [InlineData("{\n\"groups\": [{\"id\":\"g\",\"name\":{\"fr\":\"G\",\"en\":\"G\"}}],\n\"topics\": [\n{\"id\":\"a\",\"group\":\"g\",\"name\":{\"fr\":\"A\",\"en\":\"A\"},\"description\":{\"fr\":\"A\"}}]}", 4, "\"fr\" and \"en\"")]
    public void A_bad_taxonomy_is_refused_by_line(string json, int line, string message)
    {
        _data.Write("topics.json", json);

        var fault = Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem();

        (fault.File, fault.Line, fault.Code).ShouldBe(("topics.json", line, "RCP3003"));
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public void A_folder_without_examples_and_one_without_taxonomy_are_refused()
    {
        File.Delete(Path.Combine(_data.Folder, "examples", "small.tsv"));
        Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("RCP3008");

        File.Delete(Path.Combine(_data.Folder, "topics.json"));
        Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("RCP3001");
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused()
    {
        File.WriteAllBytes(Path.Combine(_data.Folder, "terms.tsv"), [0x74, 0xE9, 0x0A]);

        Should.Throw<TopicDataException>(_data.Load).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("RCP3002");
    }

    [Fact]
    public void Terms_and_titles_are_optional()
    {
        File.Delete(Path.Combine(_data.Folder, "terms.tsv"));
        File.Delete(Path.Combine(_data.Folder, "talks.tsv"));

        _data.Load().Examples.Length.ShouldBe(20);
    }

    [Fact]
    public void The_fingerprint_changes_with_the_data_and_only_then()
    {
        var before = _data.Load().Fingerprint;
        _data.Load().Fingerprint.ShouldBe(before);

        _data.Write("terms.tsv", "term\ttopics\nnoyau\tebpf\n");

        _data.Load().Fingerprint.ShouldNotBe(before);
    }

    [Fact]
    public void The_shipped_data_is_good_and_every_topic_has_fifty_examples()
    {
        var data = TopicData.Load(Checkout.Topics, Checkout.Glossary);

        data.Taxonomy.Topics.Length.ShouldBe(48);
        foreach (var language in new[] { "fr", "en" })
        {
            data.Taxonomy.Topics
                .Where(topic => data.Examples.Count(example => example.LabelledByHand && example.Language == language && example.Topics.Contains(topic.Id)) < 25)
                .ShouldBeEmpty($"topics with fewer than 25 examples in {language}");
        }
    }
}
