using Recap.Topics.Features;
using Recap.Topics.Training;

namespace Recap.Topics.Tests;

/// <summary>How near texts are to the middle of each topic's, over the features of a small model.</summary>
public sealed class MiddlesTests(MiddlesTests.Small small) : IClassFixture<MiddlesTests.Small>
{
    private const int Ebpf = 0;
    private const int Coffee = 1;

    private FeatureSpace Space => small.Model.Space;

    [Fact]
    public void A_text_is_nearer_to_the_topic_whose_texts_share_its_words()
    {
        var near = Filled().Nearness(Text("A grinder at home", Coffee), taken: 0f);

        near[Coffee].ShouldBeGreaterThan(0f);
        near[Ebpf].ShouldBeLessThan(0f);
    }

    [Fact]
    public void A_text_that_was_taken_in_is_measured_as_if_it_were_new()
    {
        var (one, other) = (Text("Choosing a grinder", Coffee), Text("Roasting at home", Coffee));
        var (middles, without) = (Filled(), Filled());
        middles.Add(one, 2f);

        var near = middles.Nearness(one, taken: 2f);

        near[Coffee].ShouldBeLessThan(middles.Nearness(one, taken: 0f)[Coffee]);
        (near[Coffee] - near[Ebpf]).ShouldBe(without.Nearness(one, taken: 0f)[Coffee] - without.Nearness(one, taken: 0f)[Ebpf], 1e-3f);
        middles.Nearness(other, taken: 0f)[Coffee].ShouldNotBe(without.Nearness(other, taken: 0f)[Coffee]);
    }

    [Fact]
    public void Nearness_is_the_sum_of_what_each_feature_adds()
    {
        var middles = Filled();
        var text = Text("The kernel, a grinder and Cilium", Ebpf);
        var sums = new float[2];
        foreach (var (feature, value) in text.Reading.Features.Zip(text.Reading.Values))
        {
            var of = middles.Of(feature);
            sums[Ebpf] += value * of[Ebpf];
            sums[Coffee] += value * of[Coffee];
        }

        sums.ShouldBe(middles.Nearness(text, taken: 0f), 1e-4f);
    }

    [Fact]
    public void Terms_stay_out()
    {
        var text = Text("Cilium", Ebpf);

        text.Reading.Features.ShouldContain(feature => feature >= Space.Index.Count);
        text.Reading.Features.Where(feature => feature >= Space.Index.Count).SelectMany(Filled().Of).ShouldAllBe(value => value == 0f);
    }

    private Middles Filled()
    {
        var middles = new Middles(Space.Index.Count, topics: 2);
        middles.Add(Text("A probe in the kernel", Ebpf), 1f);
        middles.Add(Text("Packets dropped early with XDP", Ebpf), 0.5f);
        middles.Add(Text("Espresso without a machine, beans and a grinder", Coffee), 1f);
        middles.Add(Text("Roasting at home", Coffee), 1f);
        return middles;
    }

    private Sample Text(string title, int topic) => new()
    {
        Reading = Space.Read(title, "", ["Cilium"]),
        Topics = [topic],
        Weight = 1f,
        Fold = 0,
        Year = 2020,
    };

    public sealed class Small
    {
        public Small()
        {
            using var data = new SmallData();
            Model = data.Train();
        }

        internal TopicModel Model { get; }
    }
}
