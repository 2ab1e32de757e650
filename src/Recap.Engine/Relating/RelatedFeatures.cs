using System.Collections.Immutable;

namespace Recap.Engine.Relating;

/// <summary>What two talks have in common, one number 0..1 for each of <see cref="Names"/>.</summary>
public sealed record RelatedFeatures
{
    /// <summary>The features, in the order of <see cref="Values"/>; weights are stored by these names.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["wording", "title", "title_in_text", "technology", "topic", "speaker", "event_series"];

    /// <summary>Telling words of title and text that both use, by rarity and frequency, as a share of what could be shared.</summary>
    public required double Wording { get; init; }

    /// <summary>Words that both titles have, by rarity.</summary>
    public required double Title { get; init; }

    /// <summary>Words of either title that the other's text has, by rarity.</summary>
    public required double TitleInText { get; init; }

    /// <summary>Technologies that both name, rare ones more.</summary>
    public required double Technology { get; init; }

    /// <summary>Cosine of the topic affinities, rare topics more.</summary>
    public required double Topic { get; init; }

    /// <summary>1 where a speaker is the same.</summary>
    public required double Speaker { get; init; }

    /// <summary>1 where the event series is the same, whatever the year, scaled down by how little else is shared.</summary>
    public required double EventSeries { get; init; }

    /// <summary>The numbers, in the order of <see cref="Names"/>.</summary>
    public ImmutableArray<double> Values => [Wording, Title, TitleInText, Technology, Topic, Speaker, EventSeries];
}
