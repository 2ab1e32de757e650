using System.Collections.Immutable;
using System.Globalization;
using Recap.Engine.Indexing;
using Recap.Talks;

namespace Recap.Benchmarks;

/// <summary>
/// Talks of any number: sentences of the sample site mixed anew, with names and rare words of their own, so that terms are as
/// many and as unevenly spread as in real posts. The same seed gives the same talks.
/// </summary>
internal sealed class GeneratedTalks
{
    private const int UsualTalksOfPost = 20;
    private const int SentencesOfTalk = 7;
    private const int RareWordsOfTalk = 3;
    private const int Names = 20_000;
    private const int Companies = 3_000;

    private static readonly string[] Syllables = ["ka", "ru", "mel", "to", "vi", "san", "dor", "pel", "ni", "gar", "lou", "bre", "cha", "fin", "zo", "qua"];

    private readonly Random _random;
    private readonly string[] _titles;
    private readonly string[] _sentences;
    private readonly string[] _technologies = [.. SampleData.Glossary.Terms.Select(term => term.Name)];
    private readonly string[] _topics;

    public GeneratedTalks(int seed, IEnumerable<string> topics)
    {
        _random = new Random(seed);
        _topics = [.. topics];
        var reader = new PostReader(SiteSettings.Default, SampleData.Glossary);
        var talks = SampleData.Posts(reader).SelectMany(file => reader.Read(file).Talks).ToList();
        _titles = [.. talks.SelectMany(talk => talk.Title.Split([':', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        _sentences = [.. talks.SelectMany(talk => talk.Text.Split(['.', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(sentence => sentence.Length > 20)];
    }

    public IEnumerable<IndexedPost> Posts(int talks, int talksOfPost = UsualTalksOfPost)
    {
        for (var first = 0; first < talks; first += talksOfPost)
        {
            var path = $"posts/{first:d7}.md";
            yield return new IndexedPost
            {
                Key = new PostKey("generated", path),
                Fingerprint = "00",
                Talks = [.. Enumerable.Range(first, Math.Min(talksOfPost, talks - first)).Select(number => Talk(path, number))],
            };
        }
    }

    /// <summary>Name of a talk by its number.</summary>
    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"talks/{number:d7}");

    private IndexedTalk Talk(string path, int number)
    {
        var year = 2005 + (number % 21);
        var technologies = Enumerable.Range(0, 3).Select(_ => Skewed(_technologies)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new IndexedTalk
        {
            Source = "generated",
            Topics = Enumerable.Range(0, 6).Select(_ => Skewed(_topics)).Distinct(StringComparer.Ordinal)
                .ToImmutableSortedDictionary(topic => topic, _ => _random.NextSingle(), StringComparer.Ordinal),
            Talk = new Talk
            {
                Id = IdOf(number),
                Post = path,
                Line = 1,
                Title = $"{Skewed(_titles)} : {technologies[0]} {Skewed(_titles)}",
                Speakers = [new Speaker(Name(Names), Name(Companies))],
                Event = new ConferenceEvent { Series = $"Conférence {Word(number / UsualTalksOfPost % 150)}", Year = year },
                Date = new DateOnly(year, 1 + (number % 12), 1 + (number % 28)),
                Technologies = technologies,
                Text = string.Join(". ", Enumerable.Range(0, SentencesOfTalk).Select(_ => Skewed(_sentences)).Concat(technologies).Append(RareWords())),
            },
        };
    }

    private string RareWords() => string.Join(' ', Enumerable.Range(0, RareWordsOfTalk).Select(_ => Word(_random.Next(200_000))));

    private string Name(int of) => $"{Word(_random.Next(of) % 500)} {Word(_random.Next(of))}";

    private static string Word(int number)
    {
        var word = Syllables[number % Syllables.Length];
        for (var rest = (number / Syllables.Length) + 1; rest > 0; rest /= Syllables.Length)
        {
            word += Syllables[rest % Syllables.Length];
        }

        return word;
    }

    /// <summary>One of them, the first far more often than the last.</summary>
    private string Skewed(string[] of) => of[(int)(of.Length * Math.Pow(_random.NextDouble(), 2))];
}
