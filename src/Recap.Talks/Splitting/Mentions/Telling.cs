using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>Reads what a sentence says that a person tells: "A, directrice de B, nous a ensuite parlé de …".</summary>
internal static partial class Telling
{
    private static readonly ImmutableArray<string> Pronouns = ["Il ", "Elle ", "Ils ", "Elles ", "Celui-ci ", "Celle-ci ", "Ceux-ci "];

    // Who has no name is called one of these, and neither "conférence" nor "présentation" is.
    private static readonly SearchValues<string> Somebodies = SearchValues.Create(
        ["quelqu", "speaker", "orateu", "oratri", "intervenant", "renci", "sentateu", "sentatri", "loppeu", "dev ", "dev,", "dev(", "devs", "nieur", "personne", "coll", "quipe", "gens"], StringComparison.OrdinalIgnoreCase);

    // What stands before them where a clause is theirs: an article, behind what may begin one.
    private static readonly Vocabulary<bool> Articles = new(("un une deux trois des les l", true));
    private static readonly Vocabulary<bool> Joints = new(("et puis ensuite enfin", true));

    /// <summary>What a person tells, whatever says who that is in between.</summary>
    public static (string Pattern, string Topic, Token? Person)? ByPerson(MaskedSentence sentence, PersonPlace place) =>
        place.GoesOn && First(place.Behind, place) is { } tells ? ("person-tells", tells.Topic, With(sentence, place.Person, tells.With)) : null;

    private static Token With(MaskedSentence sentence, Token person, char mark) =>
        mark == ' ' ? person : person with { People = [.. person.People, .. sentence.Tokens[mark - 'a'].People] };

    /// <summary>"Il nous a parlé de …": who, the sentence before says.</summary>
    public static (string Pattern, string Topic, Token? Person)? ByPronoun(MaskedSentence sentence)
    {
        var text = sentence.Text.AsSpan().TrimStart();
        foreach (var pronoun in Pronouns)
        {
            if (text.StartsWith(pronoun) && ToldReader.Read(text[pronoun.Length..]) is { IsDone: true } tells)
            {
                return ("pronoun-tells", tells.Topic, null);
            }
        }

        return null;
    }

    /// <summary>"Quelqu'un de B nous a présenté …": who tells it has no name.</summary>
    public static (string Pattern, string Topic, Token? Person)? BySomebody(MaskedSentence sentence) =>
        MayTellOfSomebody(sentence.Text) && Somebody().Match(sentence.Text) is { Success: true } subject
            && First(sentence.Text.AsSpan(subject.Index + subject.Length), null) is { } told
            ? ("somebody-tells", told.Topic, null) : null;

    private static bool MayTellOfSomebody(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOfAny(Somebodies) is var next and >= 0; at++)
        {
            at += next;
            if (text[at..].StartsWith("quelqu", StringComparison.OrdinalIgnoreCase) || BeginsClause(text[..at]))
            {
                return true;
            }
        }

        return false;
    }

    // Most are "le speaker", or stand in the middle of a clause.
    private static bool BeginsClause(ReadOnlySpan<char> before)
    {
        before = before[..^SentenceWords.Last(before).Length];
        for (var count = 0; count < 2; count++)
        {
            before = before.TrimEnd().TrimEnd("'’");
            var word = SentenceWords.Last(before);
            before = before[..^word.Length];
            if (Articles.Of(word))
            {
                return before.TrimEnd() is var lead && (lead is [] or [.., ',' or ':'] || Joints.Of(SentenceWords.Last(lead)));
            }
        }

        return false;
    }

    // The nearest place behind a subject from which something is told that counts; who has no name has no place.
    private static Told? First(ReadOnlySpan<char> behind, PersonPlace? place)
    {
        foreach (var (at, isOpen) in Apposition.Ends(behind))
        {
            if (ToldReader.Read(behind[at..]) is { } told && (place is null ? told.IsDone || told.ToUs : IsTold(told, isOpen) || told.IsInfinitive && Heard().IsMatch(place.Before)))
            {
                return told;
            }
        }

        return null;
    }

    // Who has done so, or does so to "us", tells it; "A explique" as well, "A compare" is anybody's, and so is what an apposition without end leads to.
    private static bool IsTold(Told told, bool isOpen) =>
        told.ToUs || told.IsDone && (!isOpen || told.IsRelative) || !isOpen && !told.IsWeak && !told.IsInfinitive;

    // Not "le speaker", who goes on about what is told already.
    [GeneratedRegex(@"(?:^|[,:]\s+|\b(?:et|puis|ensuite|enfin)\s+)(?:quelqu['’]un|(?:une?|deux|trois|des)\s+(?:\w+\s+)?(?:speakers?|orat(?:eur|rice)s?|intervenante?s?|conférenci\w+|présentat(?:eur|rice)s?|développeu\w+|devs?|ingénieure?s?|personnes?|collègues?|équipes?)|(?:l['’]\s*équipe|les\s+(?:équipes|gens|développeurs))(?:\s+de)?\s+(?:chez|de|d['’])\s*(?-i:\p{Lu})[\w&.-]*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Somebody();

    [GeneratedRegex(@"\b(?:vue?s?|voir|écout(?:é|er)|entendue?s?|entendre|suivie?s?|laiss(?:é|er))\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heard();
}
