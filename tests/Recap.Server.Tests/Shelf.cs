using Recap.Talks;

namespace Recap.Server.Tests;

/// <summary>The talks these tests speak of.</summary>
internal static class Shelf
{
    public static Talk Kepler { get; } = new()
    {
        Id = "talks/2024-03-19-paris~kepler",
        Post = "posts/2024-03-19-paris.md",
        Line = 12,
        Title = "Mesurer l’énergie avec Kepler",
        Speakers = [new Speaker("Awa Ndiaye", "Nuage Vert"), new Speaker("Bastien Morel")],
        Kind = TalkKind.Keynote,
        Event = new ConferenceEvent { Series = "Native Harbor", Year = 2024, City = "Brest", Day = 1 },
        Date = new DateOnly(2024, 3, 19),
        Technologies = ["Kepler", "eBPF"],
        Links =
        [
            new TalkLink(LinkKind.Video, "https://video.example/kepler", "La vidéo"),
            new TalkLink(LinkKind.Other, "javascript:alert(1)", "piège"),
        ],
        Url = "https://blog.example/2024/03/19/#kepler",
        Text = "Kepler compte les watts.\nIl s’appuie sur eBPF.",
    };

    public static Talk Sondes { get; } = new()
    {
        Id = "talks/2023-10-15-maree~sondes-ebpf",
        Post = "posts/2023-10-15-maree.md",
        Line = 3,
        Title = "Des sondes eBPF partout",
        Text = "Sans événement, sans date, sans adresse.",
    };

    public static Talk Notes { get; } = new()
    {
        Id = "talks/2024-03-19-paris~notes",
        Post = "posts/2024-03-19-paris.md",
        Line = 1,
        Title = "Notes de Paris",
        Kind = TalkKind.Notes,
        Text = "Les annonces.",
    };

    public static ShelfIndex Index() => new(Kepler, Sondes, Notes);

    public static ServedTalks Served(ShelfIndex index) => new() { Index = index, Related = index, Topics = ShelfTopics.Instance };
}
