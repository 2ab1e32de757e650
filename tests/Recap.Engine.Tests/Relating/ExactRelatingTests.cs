using System.Collections.Immutable;
using CsCheck;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Engine.Tests.Conformance;
using Recap.Talks;

namespace Recap.Engine.Tests.Relating;

/// <summary>What is suggested is what comparing with every single talk finds.</summary>
public sealed class ExactRelatingTests
{
    private const string Seed = "0000KpBVx4s2";

    private static readonly string[] Words = [.. Enumerable.Range(0, 400).Select(number => $"{"bcdfglmnprst"[number % 12]}{"aeiou"[number % 5]}{"kvzx"[number % 4]}{"aeiou"[number / 5 % 5]}{"rlmn"[number / 100]}{number % 7}")];

    /// <summary>A word, the first far more often than the last.</summary>
    private static readonly Gen<string> Word = Gen.Double.Unit.Select(share => Words[(int)(share * share * Words.Length)]);

    private static readonly Gen<IndexedTalk> AnyTalk = Gen.Select(
        Word.Array[1, 5],
        Word.Array[0, 60],
        Gen.Int[0, 30],
        Gen.Int[2020, 2025],
        Gen.Dictionary(Gen.Int[0, 8].Select(topic => $"topic-{topic}"), Gen.Float[0.05f, 1])[0, 4],
        Gen.Int[0, 40]).Select(MakeTalk);

    private static readonly Gen<ImmutableArray<IndexedTalk>> Catalogue = Gen.Select(AnyTalk.Array[30, 400], Gen.Int[0, 60]).Select((talks, copies) => WithTellings(talks, copies));

    [Fact]
    public void The_suggestions_are_those_of_comparing_with_every_talk() =>
        Gen.Select(Catalogue, Gen.Int[1, 12], Gen.Bool, Gen.Bool).Sample(
            (talks, limit, samePost, filtered) =>
            {
                var index = LuceneTalkIndex.Open(new LuceneIndexOptions());
                Put(index, talks);
                foreach (var talk in talks.Where((_, i) => i % 9 == 0))
                {
                    var query = new RelatedQuery
                    {
                        About = new RelatedSubject.OfTalk(talk.Talk.Id),
                        Limit = limit,
                        SamePost = samePost,
                        Filter = filtered ? TalkFilter.None with { YearFrom = 2022 } : TalkFilter.None,
                    };

                    Told(Ask(index.Neighbourhood, query)).ShouldBe(Told(Ask(new EveryTalk(talks), query)));
                }

                index.DisposeAsync().AsTask().GetAwaiter().GetResult();
            },
            seed: Seed,
            iter: 12,
            threads: 1);

    [Fact]
    public void No_talk_scores_more_than_its_neighbourhood_said_it_might() =>
        Catalogue.Sample(
            talks =>
            {
                var index = LuceneTalkIndex.Open(new LuceneIndexOptions());
                Put(index, talks);
                var view = index.Neighbourhood.OpenAsync(default).GetAwaiter().GetResult();
                var traits = TalkTraits.Of(talks[0]);
                var seed = new RelatedSeed(traits, view.CountAsync(RelatedSeed.KeysToCount(traits), default).GetAwaiter().GetResult());
                var query = new NeighbourQuery { Groups = FeatureBounds.Of(seed, RelatedModel.Default), Filter = TalkFilter.None };
                var found = view.FindAsync(query, default).ToListAsync(TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();

                found.Select(neighbour => neighbour.Most).ShouldBeInOrder(SortDirection.Descending);
                var comparison = new Comparison(seed);
                foreach (var neighbour in found)
                {
                    RelatedModel.Default.Score(comparison.With(neighbour.Profile)).ShouldBeLessThanOrEqualTo(RelatedModel.Default.ScoreOf(neighbour.Most));
                }

                view.DisposeAsync().AsTask().GetAwaiter().GetResult();
                index.DisposeAsync().AsTask().GetAwaiter().GetResult();
            },
            seed: Seed,
            iter: 8,
            threads: 1);

    private static IEnumerable<string> Told(RelatedGroup group) => group.Suggestions.Select(suggestion =>
        $"{suggestion.Talk.Talk.Id} {suggestion.Score:F9} {suggestion.SameTalk} {string.Join(',', suggestion.Tellings)} {string.Join(',', suggestion.Reasons.Select(reason => reason.Kind))}");

    private static RelatedGroup Ask(INeighbourhood neighbourhood, RelatedQuery query) =>
        new TalkRelater(neighbourhood, RelatedModel.Default, new FreeTextReader()).SuggestAsync(query, default).GetAwaiter().GetResult().Groups[0];

    private static IndexedTalk MakeTalk(string[] title, string[] text, int speaker, int year, Dictionary<string, float> topics, int post)
    {
        var talk = Sample.Talk(string.Join(' ', title), string.Join(' ', text), post: $"posts/{post}.md")
            .At($"Conférence {post % 5}", year)
            .About([.. text.Take(2).Distinct(StringComparer.Ordinal)]);
        talk = speaker < 20 ? talk.By(new Speaker($"Personne {"abcdefghijklmnopqrst"[speaker]}")) : talk;
        return talk with { Topics = topics.ToImmutableSortedDictionary(StringComparer.Ordinal) };
    }

    /// <summary>Numbers the talks, some of them told once more by somebody else.</summary>
    private static ImmutableArray<IndexedTalk> WithTellings(IndexedTalk[] talks, int copies)
    {
        var told = talks.Take(copies).Select((talk, i) => talk with { Talk = talk.Talk with { Text = talks[^(i + 1)].Talk.Text, Post = $"posts/again-{i % 7}.md" } });
        return [.. talks.Concat(told).Select((talk, i) => talk with { Talk = talk.Talk with { Id = $"talks/{i:d4}" } })];
    }

    private static void Put(LuceneTalkIndex index, ImmutableArray<IndexedTalk> talks)
    {
        var writer = index.OpenWriterAsync(default).GetAwaiter().GetResult();
        foreach (var post in talks.GroupBy(talk => talk.Talk.Post))
        {
            writer.PutAsync(Sample.PostNamed(post.Key, [.. post]), default).GetAwaiter().GetResult();
        }

        writer.CommitAsync(default).GetAwaiter().GetResult();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
