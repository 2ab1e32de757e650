using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying;

/// <summary>What <see cref="MatchWording"/> says, in French.</summary>
public static class FrenchMatchWording
{
    private const float Negligible = 0.005f;

    /// <summary>One sentence for each thing that brought or cost something, in the order of the query.</summary>
    public static ImmutableArray<string> Say(HitExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var sentences = explanation.Reasons.Select(Say).ToList();
        if (explanation.Closeness > 0)
        {
            sentences.Add($"Des mots de la requête sont proches l’un de l’autre\u00A0: {Points(explanation.Closeness)}.");
        }

        if (!explanation.Missing.IsEmpty)
        {
            sentences.Add($"Il manque\u00A0: {string.Join(", ", explanation.Missing)}\u00A0; {explanation.Coverage * 100:0}\u00A0% de la requête a une réponse.");
        }

        if (explanation.Agreement > 0)
        {
            sentences.Add($"Il parle de ce dont parle la requête, {string.Join(", ", explanation.Topics)}\u00A0: {Points(explanation.Agreement)}.");
        }

        if (explanation.Meaning > 0)
        {
            sentences.Add($"Son sens est proche de celui de la requête\u00A0: {Points(explanation.Meaning)}.");
        }

        if (explanation.Notes < 1)
        {
            sentences.Add($"Ce n’est pas un talk mais des notes d’un billet\u00A0: fois {Number(explanation.Notes)}.");
        }

        if (explanation.Recency > 1 + Negligible)
        {
            sentences.Add($"Il est récent\u00A0: fois {Number(explanation.Recency)}.");
        }

        return [.. sentences];
    }

    private static string Say(MatchReason reason)
    {
        var through = reason.Through is { } name ? $" (par {name})" : "";
        return $"«\u00A0{reason.Word}\u00A0» {How(reason)}{through}, dans {string.Join(", ", reason.Fields.Select(Say))}\u00A0: {Points(reason.Score)}.";
    }

    private static string How(MatchReason reason) => reason.Kind switch
    {
        MatchKind.Exact => "tel quel",
        MatchKind.Compound => $"écrit autrement, {reason.Found}",
        MatchKind.Stem => $"sous une autre forme, racine {reason.Found}",
        MatchKind.Alias => $"sous un autre nom, {reason.Found}",
        MatchKind.Translation => $"par un mot de même sens, {reason.Found}",
        MatchKind.Prefix => $"comme début de {reason.Found}",
        MatchKind.Fuzzy => $"pris pour {reason.Found}",
        MatchKind.Related => $"par un mot de la même idée, {reason.Found}",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "There are no words for it."),
    };

    private static string Say(FieldMatch match)
    {
        var name = match.Field switch
        {
            TalkField.Title => "le titre",
            TalkField.Speakers => "le nom des speakers",
            TalkField.Organizations => "les organisations",
            TalkField.Technologies => "les technologies",
            TalkField.Event => "l’événement",
            TalkField.Text => "le texte",
            _ => throw new ArgumentOutOfRangeException(nameof(match), match.Field, "There are no words for it."),
        };
        return match.Occurrences == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({match.Occurrences} fois)");
    }

    private static string Points(float score) => "+" + Number(score);

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
