using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Engine.Tests.Conformance;

/// <summary>Posts and talks to put into an index, each with only what a test is about.</summary>
internal static class Sample
{
    public const string Source = "blog";

    public static IndexedTalk Talk(string title, string text = "", string? id = null, string post = "posts/day-1.md") => new()
    {
        Source = Source,
        Talk = new Talk { Id = id ?? IdOf(title), Post = post, Line = 1, Title = title, Text = text },
    };

    public static string IdOf(string title) =>
        "talks/day-1~" + string.Concat(title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public static IndexedTalk By(this IndexedTalk talk, params Speaker[] speakers) =>
        talk with { Talk = talk.Talk with { Speakers = [.. speakers] } };

    public static IndexedTalk At(this IndexedTalk talk, string series, int? year, string? city = null) =>
        talk with { Talk = talk.Talk with { Event = new ConferenceEvent { Series = series, Year = year, City = city } } };

    public static IndexedTalk On(this IndexedTalk talk, int year, int month, int day) =>
        talk with { Talk = talk.Talk with { Date = new DateOnly(year, month, day) } };

    public static IndexedTalk As(this IndexedTalk talk, TalkKind kind) => talk with { Talk = talk.Talk with { Kind = kind } };

    public static IndexedTalk About(this IndexedTalk talk, params string[] technologies) =>
        talk with { Talk = talk.Talk with { Technologies = [.. technologies] } };

    public static IndexedTalk In(this IndexedTalk talk, string language) => talk with { Talk = talk.Talk with { Language = language } };

    public static IndexedTalk Scored(this IndexedTalk talk, string topic, float affinity) =>
        talk with { Topics = talk.Topics.SetItem(topic, affinity) };

    public static IndexedTalk From(this IndexedTalk talk, string source) => talk with { Source = source };

    public static IndexedPost Post(params IndexedTalk[] talks) => PostNamed("posts/day-1.md", talks);

    public static IndexedPost PostNamed(string path, params IndexedTalk[] talks)
    {
        var source = talks is [var first, ..] ? first.Source : Source;
        return new IndexedPost
        {
            Key = new PostKey(source, path),
            Fingerprint = $"{talks.Length:x2}",
            Talks = [.. talks.Select(talk => talk with { Talk = talk.Talk with { Post = path } })],
        };
    }

    public static ImmutableArray<IndexedTalk> Numbered(int count, string text) =>
        [.. Enumerable.Range(0, count).Select(i => Talk($"Session {i:d4}", text, $"talks/day-1~session-{i:d4}"))];
}
