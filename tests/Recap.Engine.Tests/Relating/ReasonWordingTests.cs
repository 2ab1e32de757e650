using Recap.Engine.Relating;

namespace Recap.Engine.Tests.Relating;

public sealed class ReasonWordingTests
{
    [Theory]
    [InlineData(RelatedReasonKind.Technology, "Cilium", "fr", "Même technologie : Cilium")]
    [InlineData(RelatedReasonKind.Technology, "Cilium|eBPF", "fr-FR", "Mêmes technologies : Cilium, eBPF")]
    [InlineData(RelatedReasonKind.Technology, "Cilium|eBPF", "en-GB", "Same technologies: Cilium, eBPF")]
    [InlineData(RelatedReasonKind.Topic, "greenops", "fr", "Même thème : greenops")]
    [InlineData(RelatedReasonKind.Speaker, "Awa Ndiaye", "fr", "Aussi par Awa Ndiaye")]
    [InlineData(RelatedReasonKind.Speaker, "Awa Ndiaye", "en", "Also by Awa Ndiaye")]
    [InlineData(RelatedReasonKind.Wording, "watts|énergie", "fr", "Parle aussi de : watts, énergie")]
    [InlineData(RelatedReasonKind.SameTalk, "", "de", "La même conférence, racontée ou donnée ailleurs")]
    public void A_reason_is_said_in_French_or_English(RelatedReasonKind kind, string labels, string language, string words)
    {
        var reason = new RelatedReason { Kind = kind, Labels = [.. labels.Split('|', StringSplitOptions.RemoveEmptyEntries)], Share = 1 };

        ReasonWording.ById.Say(reason, language).ShouldBe(words);
    }
}
