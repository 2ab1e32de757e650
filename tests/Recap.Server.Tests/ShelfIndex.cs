using System.Collections.Immutable;
using Recap.Engine.Indexing;
using Recap.Engine.Querying;
using Recap.Engine.Querying.Suggesting;
using Recap.Engine.Relating;
using Recap.Talks;

namespace Recap.Server.Tests;

/// <summary>A few talks on a shelf: finds what holds the query in its title, pages, and fails when told to.</summary>
internal sealed class ShelfIndex(params IEnumerable<Talk> talks) : ITalkIndex, ITalkSearcher, IRelatedTalks, IQuerySuggester
{
    private static readonly RelatedReason Shared = new() { Kind = RelatedReasonKind.Technology, Labels = ["eBPF"], Share = 1 };

    private readonly ImmutableArray<IndexedTalk> _talks = [.. talks.Select(talk => new IndexedTalk { Source = "carnet", Talk = talk, Topics = Affinities })];

    /// <summary>What every talk on the shelf is about.</summary>
    public static ImmutableSortedDictionary<string, float> Affinities { get; } =
        ImmutableSortedDictionary<string, float>.Empty.Add("ebpf", 0.91f).Add("greenops", 0.55f).Add("security", 0.12f);

    public ITalkSearcher Searcher => this;

    public IQuerySuggester Suggester => this;

    public Generation Current
    {
        get => UnreadableGeneration ? throw new IndexUnusableException("/var/lib/recap/segments_7 is gone") : field;
        set;
    } = GenerationOf(3);

    /// <summary>Whether asking for the generation fails, as on a broken disk.</summary>
    public bool UnreadableGeneration { get; set; }

    /// <summary>Thrown by every question from now on.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Thrown by questions for related talks from now on.</summary>
    public Exception? RelatedFailure { get; set; }

    /// <summary>Done before every answer, with the token of the call.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The last question asked.</summary>
    public TalkQuery? LastQuery { get; private set; }

    /// <summary>How often anything was asked.</summary>
    public int Asked { get; private set; }

    public static Generation GenerationOf(long number) => new()
    {
        Number = number,
        BuiltAt = DateTimeOffset.UnixEpoch.AddDays(number),
        Posts = 1,
        Talks = 2,
        Fingerprint = "c0ffee",
    };

    public async Task<TalkPage> SearchAsync(TalkQuery query, CancellationToken cancellationToken)
    {
        LastQuery = query;
        await AnswerAsync(cancellationToken);
        var offset = OffsetOf(query);
        var found = _talks.Where(talk => Holds(talk.Talk, query)).ToArray();
        var hits = found.Skip(offset).Take(query.PageSize).Select(talk => HitOf(talk, query.Text)).ToImmutableArray();
        var more = offset + hits.Length < found.Length;
        return new TalkPage
        {
            Hits = hits,
            Total = new TotalHits(found.Length, Exact: true),
            Generation = Current,
            Understood = query.Text == "kepler" ? new UnderstoodQuery { Corrected = "képler", Suggested = "keepler", Aliases = [new AppliedAlias("kepler", "Kepler")] } : UnderstoodQuery.AsTyped,
            Facets = [.. query.Facets.Select(facet => Count(facet, found))],
            NextPageToken = more ? $"{Current.Number}|{query.Text}|{offset + hits.Length}" : null,
        };
    }

    public async Task<IndexedTalk> GetAsync(string id, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        return _talks.FirstOrDefault(talk => talk.Talk.Id == id) ?? throw new TalkNotFoundException(id);
    }

    public async Task<RelatedAnswer> SuggestAsync(RelatedQuery query, CancellationToken cancellationToken)
    {
        if (RelatedFailure is { } failure)
        {
            throw failure;
        }

        var about = query.About is RelatedSubject.OfTalk subject ? await GetAsync(subject.Id, cancellationToken) : _talks[0];
        var others = _talks.Where(talk => talk != about && talk.Talk.Kind != TalkKind.Notes).ToArray();
        return new RelatedAnswer
        {
            Generation = Current,
            Groups =
            [
                new RelatedGroup
                {
                    About = about,
                    Suggestions = [.. others.Select(talk => new RelatedTalk { Talk = talk, Score = 0.5, Reasons = [Shared] })],
                    EmptyReason = others.Length == 0 ? EmptyReason.NoCloseTalk : null,
                },
            ],
        };
    }

    /// <summary>Goes on from "k" only, and mistakes only one word for another.</summary>
    public async Task<QuerySuggestions> SuggestAsync(string typed, int most, CancellationToken cancellationToken)
    {
        await AnswerAsync(cancellationToken);
        QueryCompletion[] completions = typed == "k" ? [new("Kepler", CompletionKind.Technology, 1), new("ebpf", CompletionKind.Topic, 2)] : [];
        return new QuerySuggestions { Completions = [.. completions.Take(most)], DidYouMean = typed == "kepller" ? "kepler" : null, Generation = Current };
    }

    public Task<ITalkWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw new NotSupportedException("A shelf is not written.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        Asked++;
        await Before(cancellationToken);
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    private static FacetCounts Count(TalkFacet facet, IEnumerable<IndexedTalk> talks) => new(facet,
        [.. talks.SelectMany(talk => ValuesOf(facet, talk)).CountBy(value => value)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new FacetValue(count.Key, count.Value))]);

    private static IEnumerable<string> ValuesOf(TalkFacet facet, IndexedTalk talk) => facet switch
    {
        TalkFacet.Event => talk.Talk.Event is { } conference ? [conference.Name] : [],
        TalkFacet.Year => talk.Talk.Event?.Year is { } year ? [$"{year}"] : [],
        TalkFacet.Kind => [talk.Talk.Kind.ToString()],
        TalkFacet.Source => [talk.Source],
        TalkFacet.Speaker => talk.Talk.Speakers.Select(speaker => speaker.Name),
        TalkFacet.Topic => talk.Topics.Where(topic => topic.Value >= TalkFilter.None.MinAffinity).Select(topic => topic.Key),
        _ => [],
    };

    private static bool Holds(Talk talk, TalkQuery query) =>
        talk.Title.Contains(query.Text, StringComparison.OrdinalIgnoreCase) && (query.IncludeNotes || talk.Kind != TalkKind.Notes);

    private int OffsetOf(TalkQuery query)
    {
        if (query.PageToken is not { } token)
        {
            return 0;
        }

        return token.Split('|') is [var generation, var text, var offset] && text == query.Text
            ? generation == $"{Current.Number}" ? int.Parse(offset) : throw new PageTokenExpiredException(long.Parse(generation))
            : throw new InvalidPageTokenException("secret of the engine");
    }

    private static TalkHit HitOf(IndexedTalk talk, string text)
    {
        var at = talk.Talk.Title.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        return new TalkHit
        {
            Talk = talk,
            Score = text.Length,
            Title = text.Length == 0
                ? [new TextSegment(talk.Talk.Title, Highlighted: false)]
                : [.. new[]
                {
                    new TextSegment(talk.Talk.Title[..at], Highlighted: false),
                    new TextSegment(talk.Talk.Title.Substring(at, text.Length), Highlighted: true),
                    new TextSegment(talk.Talk.Title[(at + text.Length)..], Highlighted: false),
                }.Where(segment => segment.Text.Length > 0)],
            Snippets = [[new TextSegment(talk.Talk.Text, Highlighted: false)]],
        };
    }
}
