using NSubstitute;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Relating;

namespace Recap.Engine.Tests.Relating;

public sealed class CachedRelatedTalksTests
{
    private readonly IRelatedTalks _related = Substitute.For<IRelatedTalks>();
    private readonly INeighbourhood _neighbourhood = Substitute.For<INeighbourhood>();

    public CachedRelatedTalksTests()
    {
        _neighbourhood.Current.Returns(GenerationOf(1));
        _related.SuggestAsync(Arg.Any<RelatedQuery>(), Arg.Any<CancellationToken>())
            .Returns(_ => new RelatedAnswer { Groups = [], Generation = _neighbourhood.Current });
    }

    [Fact]
    public async Task The_same_question_is_answered_once_a_generation()
    {
        var cached = new CachedRelatedTalks(_related, _neighbourhood);

        var first = await AskAsync(cached, QueryFor("talks/a", "Native Harbor"));
        (await AskAsync(cached, QueryFor("talks/a", "Native Harbor"))).ShouldBeSameAs(first);
        await AskedAsync(times: 1);

        _neighbourhood.Current.Returns(GenerationOf(2));
        (await AskAsync(cached, QueryFor("talks/a", "Native Harbor"))).Generation.Number.ShouldBe(2);
        await AskedAsync(times: 2);
    }

    [Fact]
    public async Task Another_filter_talk_or_limit_is_another_question()
    {
        var cached = new CachedRelatedTalks(_related, _neighbourhood);

        await AskAsync(cached, QueryFor("talks/a", "Native Harbor"));
        await AskAsync(cached, QueryFor("talks/a", "DevCormoran"));
        await AskAsync(cached, QueryFor("talks/b", "Native Harbor"));
        await AskAsync(cached, QueryFor("talks/b", "Native Harbor") with { Limit = 3 });

        await AskedAsync(times: 4);
    }

    [Fact]
    public async Task A_full_memory_still_answers()
    {
        var cached = new CachedRelatedTalks(_related, _neighbourhood, capacity: 1);

        await AskAsync(cached, QueryFor("talks/a"));
        await AskAsync(cached, QueryFor("talks/b"));
        await AskAsync(cached, QueryFor("talks/b"));

        await AskedAsync(times: 3);
    }

    private static RelatedQuery QueryFor(string id, params string[] events) =>
        new() { About = new RelatedSubject.OfTalk(id), Filter = TalkFilter.None with { Events = [.. events] } };

    private static Generation GenerationOf(long number) =>
        new() { Number = number, BuiltAt = DateTimeOffset.UnixEpoch, Posts = 1, Talks = 1, Fingerprint = "" };

    private static Task<RelatedAnswer> AskAsync(CachedRelatedTalks cached, RelatedQuery query) => cached.SuggestAsync(query, TestContext.Current.CancellationToken);

    private Task<RelatedAnswer> AskedAsync(int times) => _related.Received(times).SuggestAsync(Arg.Any<RelatedQuery>(), Arg.Any<CancellationToken>());
}
