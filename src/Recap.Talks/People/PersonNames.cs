using System.Collections.Frozen;
using Recap.Talks.Facts;
using Recap.Talks.Sites;

namespace Recap.Talks.People;

/// <summary>How much a phrase looks like a person's name.</summary>
internal enum Likeness
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Two to five words with the capitals of a name.</summary>
    Shape,

    /// <summary>The same, and it begins with a given name or an initial.</summary>
    Known,
}

/// <summary>Tells names from titles, companies and technologies.</summary>
internal static class PersonNames
{
    private const int LongestName = 48;

    // Words of the lists are half as long.
    private const int LongestWord = 32;

    private static readonly WordTable GivenNames = new(ReadGivenNames());

    private static readonly Vocabulary<bool> Particles = new(("de du des d la le van von der den ter ten da di do dos del della el al ben bin bint ibn zu af y e st", true));

    // Words with a capital that titles and companies are made of, and names are not.
    private static readonly WordTable NotNames = new(Slug.WithoutAccents("""
        the a an of and in with for to on at from by is are be as your our my we you it its not no how why what when where who which this that
        state native cloud introduction keynote api apis web data code test tests testing driven design domain software open source service mesh
        security performance machine learning deep artificial intelligence java javascript typescript python kubernetes docker linux windows
        google amazon aws azure microsoft apple facebook meta twitter github gitlab netflix spotify red hat redhat ibm oracle sub resource integrity
        developer developers development devops engineer engineering platform team teams agile lean scrum kanban xp conference conférence talk talks day
        days jour matin soir retour présentation atelier workshop session sessions track salle room live demo coding clean architecture system systems
        application applications app apps mobile android ios front frontend backend back end full stack server serverless function functions
        best practices practice pattern patterns guide story stories journey future past present modern new next big first last best good better
        les des une un ce ces cette ses sur sous dans pour par avec sans chez vers entre mais ou où donc comment pourquoi quand quoi quel quelle
        introduction conclusion bilan merci bonjour bienvenue nouvelle nouveau nouveaux nouvelles vie monde équipe équipes projet projets
        graph graphql rest http grpc react angular vue spring boot apache kafka mongo mongodb postgres postgresql elastic elasticsearch
        observability monitoring logging tracing metrics chaos service event events sourcing micro frontend frontends continuous integration delivery deployment
        user users experience interface product products manager management project projects business value time real world building build making make
        devoxx fosdem kubecon devfest france paris london europe belgium lyon lille nantes bordeaux toulouse rennes internet of things virtual reality
        university universite hub labs lab inc sas corp group foundation institute consulting technologies solutions systems network networks research
        vim emacs mob pair programming language languages framework frameworks library libraries runtime compiler database databases
        puis ensuite enfin alors après avant aussi quand comme lors voici voilà bref côté
        tool tools laboratory laboratoire pole emploi action actions scanning
        """).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    // What may stand behind the first word of a list of names and begins with a small letter, particles besides.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BehindNames = new[]
    {
        "et", "and", "und", "x", "y", "ainsi", "avec", "with", "chez", "from", "at", "a", "aka", "alias",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Likeness Of(ReadOnlySpan<char> phrase)
    {
        phrase = phrase.Trim();
        // Most phrases are told from names by their first word alone.
        if (phrase.Length is < 4 or > LongestName || phrase.IndexOf(' ') is var blank && (blank < 0 || !IsNameWord(phrase[..blank])))
        {
            return Likeness.None;
        }

        Span<Range> words = stackalloc Range[LongestName / 2];
        words = words[..phrase.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries)];
        var names = 1;
        for (var i = 1; i < words.Length; i++)
        {
            var word = phrase[words[i]];
            if (i < words.Length - 1 && IsParticle(word))
            {
                continue;
            }

            if (!IsNameWord(word))
            {
                return MayBeSurname(phrase, words) ? Likeness.Shape : Likeness.None;
            }

            names++;
        }

        return names is < 2 or > 5 ? Likeness.None : IsKnown(phrase[words[0]], phrase[words[^1]]) ? Likeness.Known : Likeness.Shape;
    }

    // "Evan You", "Paul Stack": a common word is a surname where nothing but a given name stands before it.
    private static bool MayBeSurname(ReadOnlySpan<char> phrase, ReadOnlySpan<Range> words) =>
        words.Length == 2 && phrase[words[1]] is { Length: > 2 } last && char.IsUpper(last[0]) && IsGivenName(phrase[words[0]]) && IsCommon(last);

    private static bool IsKnown(ReadOnlySpan<char> first, ReadOnlySpan<char> last) => IsGivenName(first) || IsInitial(first) || IsUpper(first) && IsGivenName(last);

    /// <summary>Whether the first word of a text could be a name's, whatever marks stand before it; most lines are told from names by it alone.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        return start < text.Length && (text[..start].TrimEnd('_') is [.., '@'] || char.IsUpper(text[start]) && BeginsName(text[start..]) || text[start..].StartsWith("d'", StringComparison.Ordinal));
    }

    private static bool BeginsName(ReadOnlySpan<char> text) => WordEnd(text, 0) is var end && (text is [_, '.', ..] || !IsCommon(text[..end]));

    /// <summary>Whether a text goes on behind its first word as no list of names does: "Docker est …".</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
        {
            start++;
        }

        // "L'idée est".
        var end = WordEnd(text, start);
        end = end < text.Length && text[end] is '\'' or '’' ? WordEnd(text, end + 1) : end;
        if (end + 1 >= text.Length || text[end] != ' ' || !char.IsLower(text[end + 1]) || !char.IsUpper(text[start]) || start > 0 && text[start - 1] == '@')
        {
            return false;
        }

        var second = text[(end + 1)..];
        second = second[..WordEnd(second, 0)];
        return !IsParticle(second) && !BehindNames.Contains(second);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '-'))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a word is a given name, alone or the first part of a double one.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(".,");
        var hyphen = word.IndexOf('-');
        var first = hyphen > 0 ? word[..hyphen] : word;
        return first.Length is > 1 and <= LongestWord && char.IsUpper(first[0]) && IsListed(first, GivenNames);
    }

    /// <summary>Whether a word could stand in a name: a capital first, letters, hyphens and apostrophes, no common word.</summary>
    public static bool IsNameWord(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[0] is '"' or '“' or '«' && word[^1] is '"' or '”' or '»')
        {
            return true;
        }

        if (word.Length == 0 || !char.IsUpper(word[0]) && !word.StartsWith("d'", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('-' or '\'' or '’' or '.' or '·') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }

        return !(word.Length > 3 && word[^1] == '.' && !IsInitial(word)) && !IsCommon(word);
    }

    /// <summary>Whether no name goes on with a word: it has a small letter first, and is no particle.</summary>
    public static bool EndsName(ReadOnlySpan<char> word) => word is [var first, ..] && char.IsLower(first) && !IsParticle(word) && !word.StartsWith("d'");

    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.Of(word);

    private static bool IsCommon(ReadOnlySpan<char> word) => word.Length is > 0 and <= LongestWord && IsListed(word, NotNames);

    // Lists have no accents.
    private static bool IsListed(ReadOnlySpan<char> word, WordTable list)
    {
        if (System.Text.Ascii.IsValid(word))
        {
            return list.Contains(word);
        }

        Span<char> plain = stackalloc char[2 * LongestWord];
        plain = plain[..Slug.WithoutAccents(word, plain)];
        return list.Contains(plain);
    }

    /// <summary>Whether a word is an initial or several: "J.", "J.L.", "J.-L.", "J-L.".</summary>
    public static bool IsInitial(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 5 && char.IsUpper(word[0]) && word[^1] == '.' && (word[1] is '.' || word[1] == '-' && word.Length == 4) && char.IsUpper(word[^2]);

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private static string[] ReadGivenNames()
    {
        using var stream = typeof(PersonNames).Assembly.GetManifestResourceStream("Recap.Talks.People.given-names.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
