using Recap.Topics;

namespace Recap.Engine.Relating;

/// <summary>Puts reasons into a few words, French or English.</summary>
public sealed class ReasonWording
{
    private readonly Taxonomy? _taxonomy;

    private ReasonWording(Taxonomy? taxonomy) => _taxonomy = taxonomy;

    /// <summary>Shows topics by their ids.</summary>
    public static ReasonWording ById { get; } = new(null);

    /// <summary>Shows topics by their names.</summary>
    public static ReasonWording ByName(Taxonomy taxonomy) => new(taxonomy);

    /// <summary>The labels of a reason as people read them: topics by name.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">BCP 47: English for <c>en</c> and its regions, French otherwise.</param>
    public IEnumerable<string> Labels(RelatedReason reason, string language) => reason.Kind == RelatedReasonKind.Topic
        ? reason.Labels.Select(id => NameOfTopic(id, language))
        : reason.Labels;

    /// <summary>Name of a topic; its id where it has none.</summary>
    /// <param name="id">Id of the topic; any string will do.</param>
    /// <param name="language">BCP 47: English for <c>en</c> and its regions, French otherwise.</param>
    public string NameOfTopic(string id, string language) => _taxonomy?.Find(id)?.Name.In(language) ?? id;

    /// <summary>The reason in words, such as <c>Même technologie : Cilium, eBPF</c>.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="language">BCP 47: English for <c>en</c> and its regions, French otherwise.</param>
    public string Say(RelatedReason reason, string language)
    {
        var labels = string.Join(", ", Labels(reason, language));
        var several = reason.Labels.Length > 1;
        return Bilingual.IsEnglish(language) ? English(reason.Kind, labels, several) : French(reason.Kind, labels, several);
    }

    private static string French(RelatedReasonKind kind, string labels, bool several) => kind switch
    {
        RelatedReasonKind.SameTalk => "La même conférence, racontée ou donnée ailleurs",
        RelatedReasonKind.Technology => $"{(several ? "Mêmes technologies" : "Même technologie")} : {labels}",
        RelatedReasonKind.Topic => $"{(several ? "Mêmes thèmes" : "Même thème")} : {labels}",
        RelatedReasonKind.Speaker => $"Aussi par {labels}",
        RelatedReasonKind.Wording => $"Parle aussi de : {labels}",
        RelatedReasonKind.Idea => $"Idées voisines : {labels}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for it."),
    };

    private static string English(RelatedReasonKind kind, string labels, bool several) => kind switch
    {
        RelatedReasonKind.SameTalk => "The same talk, told or given elsewhere",
        RelatedReasonKind.Technology => $"{(several ? "Same technologies" : "Same technology")}: {labels}",
        RelatedReasonKind.Topic => $"{(several ? "Same topics" : "Same topic")}: {labels}",
        RelatedReasonKind.Speaker => $"Also by {labels}",
        RelatedReasonKind.Wording => $"Also speaks of: {labels}",
        RelatedReasonKind.Idea => $"Close ideas: {labels}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for it."),
    };
}
