using System.Collections.Immutable;
using Recap.Talks.Facts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A word that patterns of sentences need: where it is missing, they need not be asked.</summary>
[Flags]
internal enum SentenceWord
{
    None = 0,

    /// <summary>For a session, behind another word at most.</summary>
    Talk = 1,

    /// <summary>For a session, by itself.</summary>
    Alone = 2,

    /// <summary>"table ronde".</summary>
    Round = 4,

    /// <summary>"retour d'expérience".</summary>
    Experience = 8,

    /// <summary>"live coding".</summary>
    Coding = 16,

    /// <summary>"hands on".</summary>
    On = 32,

    /// <summary>"j'ai présenté".</summary>
    Own = 64,

    /// <summary>Who has no name: "un développeur".</summary>
    Somebody = 128,

    /// <summary>"pas vu", "j'aurais aimé".</summary>
    Missed = 256,

    /// <summary>"j'avais vu".</summary>
    Earlier = 512,

    /// <summary>A session by how long it was: "une heure sur …".</summary>
    While = 1024,
}

/// <summary>Finds the words for sessions that <see cref="MaskedSentence.Session"/> lists, and those that other patterns need, word by word and without a pattern.</summary>
internal static class SessionWords
{
    // Each word that ends a name for a session.
    private static readonly Vocabulary<SentenceWord> Words = new(
        ("talk talks", SentenceWord.Talk),
        ("conférence conference conf présentation presentation session keynote intervention atelier quickie plénière workshop université tutoriel bof codelab exposé sujet démo lt rex prez", SentenceWord.Alone),
        ("conférences conferences confs présentations presentations sessions keynotes interventions ateliers quickies plénières workshops universités tutoriels bofs codelabs exposés sujets démos lts", SentenceWord.Alone),
        ("ronde rondes", SentenceWord.Round),
        ("expérience", SentenceWord.Experience),
        ("coding", SentenceWord.Coding),
        ("on", SentenceWord.On),
        ("ai", SentenceWord.Own),
        ("quelqu speaker speakers orateur orateurs oratrice oratrices intervenant intervenants intervenante intervenantes conférencier conférenciers conférencière conférencières", SentenceWord.Somebody),
        ("présentateur présentateurs présentatrice présentatrices développeur développeurs développeuse développeuses dev devs ingénieur ingénieurs ingénieure ingénieures", SentenceWord.Somebody),
        ("personne personnes collègue collègues équipe équipes gens", SentenceWord.Somebody),
        ("pas aurais aurions", SentenceWord.Missed),
        ("avais", SentenceWord.Earlier),
        ("heure heures minutes", SentenceWord.While));

    private static readonly ImmutableArray<string> OfTalk = ["lightning ", ""];
    private static readonly ImmutableArray<string> OfRound = ["table ", "tables "];
    private static readonly ImmutableArray<string> OfExperience = ["retour d'", "retour d’", "retours d'", "retours d’"];
    private static readonly ImmutableArray<string> OfCoding = ["live ", "live-"];
    private static readonly ImmutableArray<string> OfOn = ["hands ", "hands-"];

    private static readonly CharacterSet WordCharacters = new(WordSearch.IsOfWord);

    /// <summary>Whether a word by itself is one for a session.</summary>
    public static bool Is(ReadOnlySpan<char> word) => !word.IsEmpty && Words.Of(word) == SentenceWord.Alone;

    /// <summary>Where the words for sessions end in a text, in its order, and which others it holds.</summary>
    public static (List<int> Ends, SentenceWord Words) Read(ReadOnlySpan<char> text)
    {
        var ends = new List<int>();
        var words = SentenceWord.None;
        foreach (var (start, end) in new WordRuns(text, WordCharacters))
        {
            // One letter is no word for a session, and one word in five.
            if (end - start > 1 && Words.Of(text[start..end]) is not SentenceWord.None and var word)
            {
                words |= word;
                if (LeadLength(text[..start], word) >= 0)
                {
                    ends.Add(end);
                }
            }
        }

        return (ends, words);
    }

    /// <summary>Whether a text ends in a word for a session.</summary>
    public static bool IsEnd(ReadOnlySpan<char> text)
    {
        var start = WordStart(text, text.Length);
        return LeadLength(text[..start], Words.Of(text[start..])) >= 0;
    }

    /// <summary>Where the name for a session begins that ends at a place: "lightning talk", "table ronde".</summary>
    public static int StartOf(ReadOnlySpan<char> text, int end)
    {
        var start = WordStart(text, end);
        return start - LeadLength(text[..start], Words.Of(text[start..end]));
    }

    private static int WordStart(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && WordSearch.IsOfWord(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    // What makes a word one for a session and stands right before it; -1 where nothing does.
    private static int LeadLength(ReadOnlySpan<char> before, SentenceWord word) => word switch
    {
        SentenceWord.Alone => 0,
        SentenceWord.Talk => LeadLength(before, OfTalk),
        SentenceWord.Round => LeadLength(before, OfRound),
        SentenceWord.Experience => LeadLength(before, OfExperience),
        SentenceWord.Coding => LeadLength(before, OfCoding),
        SentenceWord.On => LeadLength(before, OfOn),
        _ => -1,
    };

    private static int LeadLength(ReadOnlySpan<char> before, ImmutableArray<string> leads)
    {
        foreach (var lead in leads)
        {
            if (before.EndsWith(lead, StringComparison.OrdinalIgnoreCase) && (lead.Length == 0 || lead.Length == before.Length || !WordSearch.IsOfWord(before[^(lead.Length + 1)])))
            {
                return lead.Length;
            }
        }

        return -1;
    }
}
