using Recap.Talks.Facts;
using Token = Recap.Talks.Splitting.Mentions.MaskedSentence.Token;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>A person of a sentence and what stands around the name, up to the next person.</summary>
/// <param name="sentence">The sentence.</param>
/// <param name="person">The mark of the person.</param>
/// <param name="from">Index at which the words before the person begin.</param>
/// <param name="to">Index at which the words behind the person end.</param>
internal sealed class PersonPlace(MaskedSentence sentence, Token person, int from, int to)
{
    // What a person tells stands right behind the name.
    private const int Reach = 200;

    // The last words before the person in every pattern that names whose session it was.
    private static readonly Vocabulary<bool> Leads = new(("de du par by avec la le un une notre mon ma jeune", true));

    public Token Person => person;

    /// <summary>Index at which the words before the person begin.</summary>
    public int From => from;

    public ReadOnlySpan<char> Before => sentence.Text.AsSpan(from, person.At - from);

    public ReadOnlySpan<char> Behind => sentence.Text.AsSpan(person.At + 2, to - person.At - 2);

    /// <summary>Whether the words before the person end as "de", "par", "d'" do: what stands before then may be the person's.</summary>
    public bool IsLedTo { get; } = EndsInLead(sentence.Text.AsSpan(from, person.At - from));

    /// <summary>Whether a word for a session ends among the words before the person.</summary>
    public bool IsBehindSession
    {
        get
        {
            foreach (var end in sentence.Sessions)
            {
                if (end > from && end < person.At)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a verb or an apposition may follow the person.</summary>
    public bool GoesOn => person.At + 2 < to && (sentence.Text[person.At + 2] == ',' || char.IsWhiteSpace(sentence.Text[person.At + 2]));

    /// <summary>The people of a sentence in their order.</summary>
    public static PersonPlace[] In(MaskedSentence sentence)
    {
        var count = 0;
        foreach (var token in sentence.Tokens)
        {
            count += token.IsTitle ? 0 : 1;
        }

        if (count == 0)
        {
            return [];
        }

        var places = new PersonPlace[count];
        var (from, last) = (0, 0);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i] is not { IsTitle: false } person)
            {
                continue;
            }

            var next = i + 1;
            while (next < sentence.Tokens.Length && (sentence.Tokens[next].IsTitle || IsBeside(sentence, next)))
            {
                next++;
            }

            var to = next < sentence.Tokens.Length ? sentence.Tokens[next].At : sentence.Text.Length;
            places[last++] = new PersonPlace(sentence, person, Math.Max(from, person.At - Reach), Math.Min(to, person.At + 2 + Reach));
            from = person.At + 2;
        }

        return places;
    }

    // "A nous relate avec B leur expérience de …": what is told goes on behind who else told it.
    private static bool IsBeside(MaskedSentence sentence, int person) => sentence.Between(person - 1, person) is var between && between.EndsWith(" avec ") && !between.ContainsAny(",;:");

    private static bool EndsInLead(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before is [.., '\'' or '’'] || Leads.Of(SentenceWords.Last(before));
    }
}
