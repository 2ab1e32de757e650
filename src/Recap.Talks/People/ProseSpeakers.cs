using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.People;

/// <summary>Finds who speaks where only the prose of a talk says so.</summary>
internal static partial class ProseSpeakers
{
    private const int Reach = 2_000;

    // A shorter line is a heading, or says who speaks.
    private const int ShortestParagraph = 120;

    // Who is named in the first words of a section is told of in it.
    private const int Opening = 60;

    // Whose name opens a section, behind a dash or an emoji, is who speaks.
    private const int FirstWord = 3;

    // A company in parentheses, and what joins.
    private const int LongestJoint = 90;

    // Who is met in the first words and alone for some paragraphs is likely to be who speaks.
    private const int First = 400;
    private const int Near = 800;
    private const int MostTogether = 4;

    /// <param name="text">What the post tells of the talk, from its beginning.</param>
    /// <param name="blocks">The blocks it stands in, whose links name people.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static ImmutableArray<Speaker> Find(ReadOnlySpan<char> text, List<Block> blocks, Glossary glossary)
    {
        text = text[..Math.Min(text.Length, Reach)];
        var mentions = Mentions(text, blocks, glossary);
        if (mentions.IsEmpty)
        {
            return [];
        }

        var firstBreak = text[Math.Min(text.Length, ShortestParagraph)..].IndexOf('\n');
        var firstParagraph = firstBreak < 0 ? text.Length : ShortestParagraph + firstBreak;
        var accepted = new bool[mentions.Length];
        for (var i = 0; i < mentions.Length; i++)
        {
            accepted[i] = Speaks(text, mentions[i], firstParagraph)
                || i > 0 && accepted[i - 1] && AreJoint(text, mentions[i - 1], mentions[i]);
        }

        // "A et B viennent nous parler": the verb behind B speaks for A as well.
        for (var i = mentions.Length - 2; i >= 0; i--)
        {
            accepted[i] |= accepted[i + 1] && AreJoint(text, mentions[i], mentions[i + 1]);
        }

        return accepted.Contains(true) ? Named(text, mentions.Where((_, i) => accepted[i])) : [];
    }

    /// <summary>Who speaks where nothing is plain about it: whoever tells "us" something further down, the only person whom the first paragraphs name, or who is called there by a given name.</summary>
    /// <param name="blocks">What the post tells of what is known to be a talk; quotations and images are somebody else's.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static ImmutableArray<Speaker> Guess(IEnumerable<Block> blocks, Glossary glossary)
    {
        List<Block> own = [.. blocks.Where(block => !block.Quoted)];
        var text = string.Join('\n', own.Select(block => block.Plain).Where(line => line.Length > 0));
        text = text.Length > Reach ? text[..Reach] : text;
        var mentions = Mentions(text, own, glossary);
        if (mentions.FirstOrDefault(person => TellsUs().IsMatch(text.AsSpan()[person.End..Math.Min(text.Length, person.End + 120)])) is { Name: not null } teller)
        {
            return Named(text, mentions.Where(person => person == teller || AreJoint(text, person, teller)));
        }

        if (text.Contains('@') && HandleTellsUs().Match(text) is { Success: true } handle)
        {
            return [new Speaker(handle.Groups["name"].Value)];
        }

        var near = mentions.Where(person => person.Start < Near && IsInPerson(text, person)).ToList();
        if (near is not [{ Start: < First } first, ..])
        {
            return near.Count == 0 ? FirstNames.In(text.Length > Near ? text[..Near] : text, glossary) : [];
        }

        // "LRA (Long Running Action)": one name alone in parentheses may be anything.
        return near.TrueForAll(person => person.Name == first.Name) ? first.Start > 0 && text[first.Start - 1] == '(' ? [] : Named(text, [first])
            : near.Count <= MostTogether && near.Zip(near.Skip(1)).All(pair => AreJoint(text, pair.First, pair.Second)) ? Named(text, near) : [];
    }

    // An initial may be the end of a sentence.
    private static bool IsInPerson(string text, PersonMention person) =>
        person.Name[1] != '.' && !QuotedBefore().IsMatch(text.AsSpan()[Math.Max(0, person.Start - 60)..person.Start]);

    private static ImmutableArray<PersonMention> Mentions(ReadOnlySpan<char> text, List<Block> blocks, Glossary glossary) =>
        LinkedPeople.Join(PersonFinder.Find(text, glossary), LinkedPeople.In(text, Linked(blocks, glossary)));

    private static List<string> Linked(List<Block> blocks, Glossary glossary)
    {
        var names = new List<string>();
        foreach (var block in blocks)
        {
            foreach (var person in LinkedPeople.Of(block, glossary))
            {
                names.Add(person.Name);
            }
        }

        return names;
    }

    // Each once.
    private static ImmutableArray<Speaker> Named(ReadOnlySpan<char> text, IEnumerable<PersonMention> people)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var speakers = new List<Speaker>();
        foreach (var person in people)
        {
            if (names.Add(person.Name))
            {
                speakers.Add(new Speaker(NameList.Cleaned(person.Name), OrganizationOf(text, person.Name)));
            }
        }

        return [.. speakers];
    }

    private static bool AreJoint(ReadOnlySpan<char> text, PersonMention one, PersonMention other) =>
        other.Start - one.End is >= 0 and <= LongestJoint && Joint().IsMatch(text[one.End..other.Start]);

    // Whoever something leads to speaks, and of the first paragraph whoever tells something or opens it; whoever a book or a picture is by does not, were it not for all of that.
    private static bool Speaks(ReadOnlySpan<char> text, PersonMention person, int firstParagraph)
    {
        var before = text[Math.Max(0, person.Start - 60)..person.Start];
        var isLedTo = LeadsToSpeaker(before);
        if (!isLedTo && (person.Start >= firstParagraph || person.Start > FirstWord && !Tells(text, person)))
        {
            return false;
        }

        return !IsQuoted(before) || isLedTo && person.Start < Opening && Tells(text, person);
    }

    private static bool IsQuoted(ReadOnlySpan<char> before) =>
        (before.ContainsAny(QuotedStems) || before.Contains("cré", StringComparison.OrdinalIgnoreCase)) && QuotedBefore().IsMatch(before);

    private static bool Tells(ReadOnlySpan<char> text, PersonMention person)
    {
        var after = text[person.End..Math.Min(text.Length, person.End + 80)];
        return MayTell(after) && SpeaksAfter().IsMatch(after);
    }

    // Names that a sign follows tell nothing.
    private static bool MayTell(ReadOnlySpan<char> after) => after is [var next, ..] && (next is ',' or '(' || char.IsWhiteSpace(next) || char.IsLetter(next));

    // Before most names stands nothing that leads to whoever speaks, which the last letters say.
    private static bool LeadsToSpeaker(ReadOnlySpan<char> before)
    {
        var lead = before.TrimEnd();
        foreach (var end in LeadEnds)
        {
            if (lead.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        var mayLead = before.ContainsAny(SpeakerStems) || lead is [.., 'd' or 'D', 'e' or 'E'] or [.., 'd' or 'D', '\'' or '’'] && (before.ContainsAny(SessionStems) || before.Contains("démo", StringComparison.OrdinalIgnoreCase));
        return mayLead && SpeaksBefore().IsMatch(before);
    }

    private static readonly ImmutableArray<string> LeadEnds =
    [
        "par", "avec", "propose", "proposent", "proposait", "présente", "présentent", "présentait", "montre", "montrent", "explique", "expliquent", "raconte", "racontent", "entre", "écouter", "rejoint", "suivi",
        "c'est", "c’est", "au tour de", "au tour d'", "au tour d’", "show de", "par notre collègue", "ce que nous a dit",
    ];

    // "une session de".
    private static readonly SearchValues<string> SessionStems = SearchValues.Create(
        ["talk", "conf", "sentation", "session", "keynote", "atelier", "intervention", "rience", "rex", "quickie", "workshop", "expos", "coding", "sujet"], StringComparison.OrdinalIgnoreCase);

    // A part of whatever says that somebody is named for something else.
    private static readonly SearchValues<string> QuotedStems = SearchValues.Create(
        [
            "livre", "ouvrage", "citation", "article", "blog", "billet", "nvent", "auteur", "concept", "loi", "tweet", "selon", "apr", "comme", "aris", "crit", "mort", "oris", "coll", "merci", "thanks", "expression",
            "graal", "photo", "image", "dessin", "illustration", "sketchnote", "travaux", "finition", "principe", "phrase", "conseil", "recommand",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> SpeakerStems = SearchValues.Create(["speak", "orateur", "oratrice", "intervenant", "renci", "sentateur", "sentatrice"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> OrganizationLeads = SearchValues.Create(["chez", "from"], StringComparison.Ordinal);

    private static string? OrganizationOf(ReadOnlySpan<char> text, string name)
    {
        var behind = text[(text.IndexOf(name) + name.Length)..];
        behind = behind[..Math.Min(behind.Length, 60)];
        return (behind.TrimStart() is ['(', ..] || behind.ContainsAny(OrganizationLeads)) && Organization().Match(behind.ToString()) is { Success: true } match ? match.Groups["org"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^(?:,[^,.\n]{0,70},|\s*\([^)]{0,50}\)|\s+(?:(?:de chez|chez|from|de)\s+|d['’])[\p{Lu}\w&.]+|,\s+(?:de|chez)\s+[\p{Lu}\w&.]+)?\s*,?\s*(?:qui\s+)?(?:(?:le|la|les|en)\s+|l['’])?(?:\b(?:nous|vient|viennent|(?:est|sont) (?:\w+ )?(?:re)?venue?s?|y)\b|(?:a|ont|avait)\s+(?:\w+\s+)?\w+(?:é|i|u|it|is|ert)\b|(?:présent|expli|montr|racont|revien|revenait|propos|partag|démontr|expos|parl|évoqu|abord|décri|explor|donn|commenc|repart|travaill|relat|détaill|introdui|illustr|insist|conclu|compar|dress|retrac|rappel|utilis|tent|pose|live|embarqu|défend|soulign|appel|anim|demand|indiqu|aborde|début|termin|offr|livr|invit|plaid|remet|remett|pren|dirig|exploit|remplac|mainten|n['’]a|dévoil|milit|vulgaris|assum|s['’]attaqu|s['’]est attaqu|a\s+fait)\w*\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SpeaksAfter();

    // "A, fondatrice de B, nous raconte", "A (B) est venue nous"; not "nous constatons".
    [GeneratedRegex(@"^(?:,[^,.\n]{0,70},|\s*\([^)]{0,50}\)|\s+\p{Ll}[^,.\n]{2,60},)?\s*,?\s*(?:qui\s+)?(?:\w+ (?:\w+ )?)?nous\s+(?:\w*[^\Ws]|\w*[^\Wn]s)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TellsUs();

    // "@handle nous présente".
    [GeneratedRegex(@"\B@(?<name>\w{3,30})\s+nous\s+(?:\w*[^\Ws]|\w*[^\Wn]s)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HandleTellsUs();

    // "l'oratrice", "une session ancienne de": what else leads to people needs no pattern.
    [GeneratedRegex(@"(?:\b(?:speak(?:ers?|euses?)|orat(?:eur|rice)s?|intervenante?s?|conférenci(?:er|ère)s?|présentat(?:eur|rice)s?)(?:\s+(?:de )?chez [^,.;]{2,30})?\s*[,:(]?\s*|(?:talk|talks|conférence|conf|présentation|session|sessions|keynote|atelier|intervention|retour d['’]expérience|rex|quickie|workshop|exposé|démo|live coding|sujet),?\s+(?:\w+\s+){0,2}(?:de|d['’]))\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SpeaksBefore();

    [GeneratedRegex(@"(?:livre|ouvrage|citation|article|blog|billet|créateur|créatrice|inventeur|auteur|concept|loi|tweet|selon|d['’]après|comme (?:dit|disait)|popularisé|inventé|créé|écrit|mort|théorisé|collègue|merci à|thanks to|expression|graal|photos?|photographi(?:e|ée)|images?|dessins?|dessinée?|illustrations?|sketchnotes?|crédits?|travaux|définition|principe|phrase)\s*(?:\w+\s+){0,3}(?:de|d['’]|par|,|:)?\s*\z|(?:conseill|recommand)\w*\s+(?:\w+\s+){0,4}de\s+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedBefore();

    [GeneratedRegex(@"^\s*(?:,|et|&|and|/|,\s*et|\([^)]{0,80}\)\s*,?\s*(?:et|,|&)|,[^,.;:()\n]{3,60},(?:\s+et)?)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\s*(?:\((?<org>\p{Lu}[\w&.' -]{1,30})\)|(?:,\s*\w+\s+)?(?:\s*(?:de chez|chez|from))\s+(?<org>\p{Lu}[\w&.'-]*(?:\s\p{Lu}[\w&.'-]*){0,2}))", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Organization();
}
