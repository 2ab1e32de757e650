using Recap.Engine.Querying;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Tests.Querying;

/// <summary>Scores as people read them, in French.</summary>
public sealed class FrenchMatchWordingTests
{
    [Fact]
    public void A_hit_says_in_french_all_that_it_says_in_english()
    {
        var explanation = new HitExplanation
        {
            Score = 1,
            Reasons = [.. Enum.GetValues<MatchKind>().Select(Reason)],
            Missing = ["helm"],
            Closeness = 0.5f,
            Coverage = 0.6f,
            Agreement = 0.75f,
            Topics = ["ebpf"],
            Notes = 0.5f,
            Recency = 1.04f,
        };

        var said = FrenchMatchWording.Say(explanation);

        said.Length.ShouldBe(MatchWording.Say(explanation).Length);
        said.ShouldBeUnique();
        said[(int)MatchKind.Alias].ShouldBe("«\u00A0k8s\u00A0» sous un autre nom, kubernetes (par Kubernetes), dans le titre, le texte (3 fois)\u00A0: +4,25.");
        said.Skip(Enum.GetValues<MatchKind>().Length).ShouldBe(
        [
            "Des mots de la requête sont proches l’un de l’autre\u00A0: +0,5.",
            "Il manque\u00A0: helm\u00A0; 60\u00A0% de la requête a une réponse.",
            "Il parle de ce dont parle la requête, ebpf\u00A0: +0,75.",
            "Ce n’est pas un talk mais des notes d’un billet\u00A0: fois 0,5.",
            "Il est récent\u00A0: fois 1,04.",
        ]);
    }

    private static MatchReason Reason(MatchKind kind) => new()
    {
        Word = "k8s",
        Found = "kubernetes",
        Kind = kind,
        Through = "Kubernetes",
        Fields = [new FieldMatch(TalkField.Title, 1), new FieldMatch(TalkField.Text, 3)],
        Score = 4.25f,
    };
}
