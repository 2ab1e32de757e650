using CsCheck;
using Recap.Engine.Indexing;
using Recap.Engine.LuceneNet;
using Recap.Engine.Querying;
using Recap.Engine.Relating;
using Recap.Engine.Tests.Conformance;
using Recap.Talks;

namespace Recap.Engine.Tests.Relating;

/// <summary>What holds whatever the talks are.</summary>
public sealed class RelatingLawsTests
{
    private static readonly string[] Words = ["karpenter", "cilium", "ebpf", "facture", "noyau", "traces", "accessibilité", "postgres", "files", "modèle"];

    private static readonly string[] Speakers = ["Awa Ndiaye", "Bastien Morel", ""];

    private static readonly Gen<string> Title = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[2, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 30].Select(words => string.Join(' ', words));

    private static readonly Gen<IndexedTalk[]> Talks =
        Gen.Select(Title, Text, Gen.Int[2021, 2024], Gen.Int[0, 2].Select(i => Speakers[i]), Gen.Int[0, 5])
            .Array[2, 14]
            .Select(talks => talks.Select((talk, i) => MakeTalk(i, talk)).ToArray());

    [Fact]
    public void No_talk_is_suggested_after_itself_nor_from_outside_the_filter_nor_twice() =>
        Talks.Sample(
            talks =>
            {
                using var shelf = new FilledIndex(talks);
                foreach (var talk in talks)
                {
                    var query = new RelatedQuery
                    {
                        About = new RelatedSubject.OfTalk(talk.Talk.Id),
                        SamePost = true,
                        Filter = TalkFilter.None with { YearFrom = 2022, YearTo = 2023 },
                    };
                    var suggestions = shelf.Ask(query).Suggestions;
                    suggestions.ShouldAllBe(other => other.Talk.Talk.Id != talk.Talk.Id);
                    suggestions.ShouldAllBe(other => other.Talk.Talk.Event!.Year >= 2022 && other.Talk.Talk.Event.Year <= 2023);
                    suggestions.SelectMany(other => other.Tellings.Add(other.Talk.Talk.Id)).ShouldBeUnique();
                    suggestions.ShouldAllBe(other => other.SameTalk || other.Score >= RelatedModel.Default.Floor);
                    suggestions.ShouldAllBe(other => !other.Reasons.IsEmpty);
                }
            },
            iter: 40);

    [Fact]
    public void Being_the_same_talk_is_symmetric_and_asking_twice_gives_the_same_answer() =>
        Talks.Sample(
            talks =>
            {
                using var shelf = new FilledIndex(talks);
                var same = talks.ToDictionary(talk => talk.Talk.Id, talk => SameAs(shelf, talk));
                foreach (var (one, others) in same)
                {
                    others.ShouldAllBe(other => same[other].Contains(one));
                }

                talks.ShouldAllBe(talk => SameAs(shelf, talk).SetEquals(same[talk.Talk.Id]));
            },
            iter: 40);

    [Fact]
    public void What_two_talks_share_is_the_same_in_both_directions() =>
        Gen.Select(Talks, Gen.Int[1, 1000]).Sample(drawn =>
        {
            var (one, other) = (drawn.Item1[0], drawn.Item1[1]);
            var counts = new KeyCounts(drawn.Item2 + 1, TalkTraits.Of(one).Keys.Concat(TalkTraits.Of(other).Keys).Select(held => held.Key).Distinct().ToDictionary(key => key, key => 1 + (key.Length * 7 % drawn.Item2)));

            var there = Compare(one, other, counts);
            var back = Compare(other, one, counts);

            foreach (var (value, mirrored) in there.Values.Zip(back.Values))
            {
                value.ShouldBe(mirrored, 1e-6);
                value.ShouldBeInRange(0, 1);
            }
        });

    private static RelatedFeatures Compare(IndexedTalk one, IndexedTalk other, KeyCounts counts) =>
        new Comparison(new RelatedSeed(TalkTraits.Of(one), counts)).With(TalkProfile.Of(TalkTraits.Of(other)));

    private static HashSet<string> SameAs(FilledIndex shelf, IndexedTalk talk)
    {
        var query = new RelatedQuery { About = new RelatedSubject.OfTalk(talk.Talk.Id), SamePost = true, Limit = RelatedQuery.MaxLimit };
        return [.. shelf.Ask(query).Suggestions.Where(other => other.SameTalk).Select(other => other.Talk.Talk.Id)];
    }

    private static IndexedTalk MakeTalk(int number, (string Title, string Text, int Year, string Speaker, int Post) drawn)
    {
        var talk = Sample.Talk(drawn.Title, drawn.Text, $"talks/{number}", $"posts/{drawn.Post}.md").At("Native Harbor", drawn.Year);
        return drawn.Speaker.Length > 0 ? talk.By(new Speaker(drawn.Speaker)) : talk;
    }

    /// <summary>An index in memory that holds some talks.</summary>
    private sealed class FilledIndex : IDisposable
    {
        private readonly LuceneTalkIndex _index = LuceneTalkIndex.Open(new LuceneIndexOptions());

        public FilledIndex(IndexedTalk[] talks)
        {
            var writer = _index.OpenWriterAsync(default).GetAwaiter().GetResult();
            foreach (var post in talks.GroupBy(talk => talk.Talk.Post))
            {
                writer.PutAsync(Sample.PostNamed(post.Key, [.. post]), default).GetAwaiter().GetResult();
            }

            writer.CommitAsync(default).GetAwaiter().GetResult();
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        public RelatedGroup Ask(RelatedQuery query) =>
            new TalkRelater(_index.Neighbourhood, RelatedModel.Default, new FreeTextReader()).SuggestAsync(query, default).GetAwaiter().GetResult().Groups[0];

        public void Dispose() => _index.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
