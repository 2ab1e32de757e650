using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.People;

/// <summary>Reads the lines between a title and its prose that say who speaks.</summary>
internal static partial class SpeakerLines
{
    private const int Reach = 3;
    private const int LongestLine = 220;
    private const int LongestFacts = 12;

    // What says "par" or the like begins a line, and has one of these in it: "cette présentation de 45 minutes proposée par".
    private const int LongestLead = 64;

    // What announces a list of people ends its line: "Les conférencier·ères :".
    private const int LongestAnnouncement = 32;

    private static readonly SearchValues<string> LeadStems =
        SearchValues.Create(["par", "by", "speak", "intervenant", "orat", "conf", "sentat", "senter", "avec", "who:", "who :", "qui:", "qui :"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AnnouncedStems = SearchValues.Create(["speaker", "intervenant", "renci", "orat", "sentateu", "animateu"], StringComparison.OrdinalIgnoreCase);

    // The first word of whatever leads to people.
    private static readonly Vocabulary<bool> LeadOpenings = new(
        ("speaker speakers speakeuse speakeuses intervenant intervenante intervenants intervenantes orateur orateurs oratrice oratrices conférencier conférenciers conférencière conférencières", true),
        ("présentateur présentateurs présentatrice présentatrices presenter presenters who qui la une cette conférence conf talk session présentation keynote atelier quickie sujet workshop", true),
        ("lightning université table de présenté présentée présentés présentées animé animée animés animées donné donnée donnés données proposé proposée proposés proposées", true),
        ("tenu tenue tenus tenues raconté racontée racontés racontées mené menée menés menées par by avec", true));

    // What leads to people without being a label of theirs.
    private static readonly Vocabulary<bool> Leads = new(("par by avec", true));

    // An emoji written as a word that shows somebody who speaks: ":person_speaking:", ":fontawesome-solid-microphone:".
    private static readonly SearchValues<string> SpeakingEmoji = SearchValues.Create(["person", "speak", "micro", "user", "chalkboard", "bust", "technologist"], StringComparison.Ordinal);

    /// <summary>Whether words say what somebody does for a living: "Directrice de la recherche".</summary>
    public static bool IsJob(string words) => Job().IsMatch(words);

    /// <param name="blocks">The blocks below a title.</param>
    /// <returns>The people, and the blocks that say nothing else.</returns>
    public static (ImmutableArray<Speaker> People, ImmutableArray<Block> Said) Read(List<Block> blocks)
    {
        for (var i = 0; i < Math.Min(Reach, blocks.Count); i++)
        {
            if (blocks[i].Kind is BlockKind.Code or BlockKind.Rule)
            {
                break;
            }

            // "> — A", below what A said once.
            if (i > 0 && blocks[i].Quoted && blocks[i - 1].Quoted)
            {
                continue;
            }

            if (ReadBullets(blocks, i) is { IsEmpty: false } listed)
            {
                return (listed, [.. blocks.Skip(i).Take(1 + listed.Length)]);
            }

            if (ReadBlock(blocks[i]) is { IsEmpty: false } people)
            {
                return blocks[i].Kind == BlockKind.ListItem ? ReadItems(blocks, i) : (people, IsLine(blocks[i]) ? [blocks[i]] : []);
            }

            if (blocks[i].Text.Length > LongestLine && !blocks[i].Quoted)
            {
                break;
            }
        }

        return ReadFacts(blocks) is { IsEmpty: false } facts ? (facts, []) : (Labelled(blocks), []);
    }

    // "- Salle : …", "- Horaire : …", "- Conférencier : A": a list of facts may tell of the people late.
    private static ImmutableArray<Speaker> ReadFacts(List<Block> blocks)
    {
        for (var i = Reach; i < Math.Min(LongestFacts, blocks.Count) && blocks[i].Kind == BlockKind.ListItem; i++)
        {
            if (ReadBullets(blocks, i) is { IsEmpty: false } listed)
            {
                return listed;
            }

            if (IsLabel(blocks[i].Text.AsSpan(0, LengthOfLead(blocks[i].Text))))
            {
                return ReadBlock(blocks[i]);
            }
        }

        return [];
    }

    // "- A, @a", "- B, @b": one below the other.
    private static (ImmutableArray<Speaker> People, ImmutableArray<Block> Said) ReadItems(List<Block> blocks, int at)
    {
        var people = ImmutableArray.CreateBuilder<Speaker>();
        var said = ImmutableArray.CreateBuilder<Block>();
        for (var i = at; i < blocks.Count && blocks[i].Kind == BlockKind.ListItem && ReadBlock(blocks[i]) is { IsEmpty: false } named; i++)
        {
            people.AddRange(named.Where(person => !people.Contains(person)));
            if (IsLine(blocks[i]))
            {
                said.Add(blocks[i]);
            }
        }

        return (people.ToImmutable(), said.ToImmutable());
    }

    private static bool IsLine(Block block) => block.Text.Length <= LongestLine && !block.Text.Contains('\n');

    // "#### Speakers" below a title, then each of them with a few words of his own.
    private static ImmutableArray<Speaker> Labelled(List<Block> blocks)
    {
        var at = 0;
        while (at < blocks.Count && !(blocks[at].Kind == BlockKind.Heading && PeopleLabel().IsMatch(blocks[at].Plain)))
        {
            at++;
        }

        if (at == blocks.Count)
        {
            return [];
        }

        var people = ImmutableArray.CreateBuilder<Speaker>();
        people.AddRange(blocks[at].Plain.Split(':', 2) is [_, var behind] ? NameList.Read(behind, Likeness.Shape) ?? [] : []);
        foreach (var block in blocks.Skip(at + 1))
        {
            var named = ReadLine(block.Plain, isMarked: block.Kind == BlockKind.Heading || block.LengthIn(SpanStyle.Bold) == block.Text.Length);
            if (named.IsEmpty && block.Kind == BlockKind.Heading)
            {
                break;
            }

            people.AddRange(named.Where(person => !people.Contains(person)));
        }

        return people.ToImmutable();
    }

    /// <summary>People of a line that names only people, or says "par", "speakers:" and the like before them.</summary>
    public static ImmutableArray<Speaker> ReadLine(string line, bool isMarked) => ReadPlain(PlainText.Line(line), isMarked);

    private static ImmutableArray<Speaker> ReadPlain(string line, bool isMarked)
    {
        line = line.Trim(' ', '_', '*', '>', '-', '–', '—', '"', '«', '»');
        if (line.Length is < 4 or > LongestLine)
        {
            return [];
        }

        var said = LengthOfLead(line);
        var emoji = char.IsSurrogate(line[0]) || line[0] == ':' ? Emoji().Match(line) : Match.Empty;
        var shown = emoji.Success && (emoji.Groups["face"].Success || emoji.ValueSpan.ContainsAny(SpeakingEmoji));
        var least = said > 0 || shown || isMarked || line.Contains('@') && EndsInHandle().IsMatch(line) ? Likeness.Shape : Likeness.Known;
        var names = line.AsSpan(said > 0 ? said : emoji.Length);
        var people = LineNames.Read(names, least);
        var isLabelled = IsLabel(line.AsSpan(0, said));
        if (people.IsEmpty && isLabelled)
        {
            // "Orateur : A (Company). What it was about": the label leads to people, whatever follows them.
            people = names.IndexOf(". ") is var end and > 3 && LineNames.Read(names[..end], least) is { IsEmpty: false } first ? first : InSmall(names);
        }

        return isLabelled || shown || AreNamedInFull(people, line) ? people : [];
    }

    // How long the words are with which a line leads to people; 0 where it begins otherwise.
    private static int LengthOfLead(ReadOnlySpan<char> line) =>
        LeadOpenings.Of(SentenceWords.First(FromLetter(line))) && line[..Math.Min(line.Length, LongestLead)].ContainsAny(LeadStems) ? Lead().First(line).Length : 0;

    // "Orateur :"; what "par :" leads to need not be people.
    private static bool IsLabel(ReadOnlySpan<char> lead)
    {
        lead = FromLetter(lead);
        var sign = lead.IndexOfAny(':', '=');
        return sign > 0 && !Leads.Of(SentenceWords.Last(lead[..sign].TrimEnd().TrimEnd('*').TrimEnd()));
    }

    private static ReadOnlySpan<char> FromLetter(ReadOnlySpan<char> line)
    {
        while (line is [var first, ..] && !char.IsLetter(first))
        {
            line = line[1..];
        }

        return line;
    }

    // A first name alone below a title is the blogger who went there.
    private static bool AreNamedInFull(ImmutableArray<Speaker> people, string line)
    {
        foreach (var person in people)
        {
            if (!person.Name.Contains(' ') && person.Organization is null && !line.Contains($"@{person.Name}", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // "who: Lena martin": a writer in a hurry.
    private static ImmutableArray<Speaker> InSmall(ReadOnlySpan<char> text) =>
        text.Trim().ToString().Split(' ') is [var given, { Length: > 2 } last] && PersonNames.IsGivenName(given) && last.All(char.IsLower) && !PersonNames.IsParticle(last) ? [new Speaker($"{given} {last}")] : [];

    private static ImmutableArray<Speaker> ReadBlock(Block block)
    {
        var marked = block.HasLinks && block.Spans.All(span => span.Text.AsSpan().Trim().Length < 4 || span.Target is { } target && (span.Style.HasFlag(SpanStyle.Bold) || LinkedPeople.LeadsToPage(PlainText.Line(span.Text), target)));
        return block.Text.Contains('\n') ? ReadLines(block.Text, marked) : ReadPlain(block.Plain, marked);
    }

    // The first of the lines that name somebody, and those that go on with it.
    private static ImmutableArray<Speaker> ReadLines(string text, bool isMarked)
    {
        // "par A,\nB\net C": a list may take several lines.
        text = text.Replace(",\n", ", ", StringComparison.Ordinal).Replace("\net ", " et ", StringComparison.Ordinal);
        ImmutableArray<Speaker> people = [];
        for (var (read, from) = (0, 0); read < Reach && from <= text.Length; read++)
        {
            var end = text.IndexOf('\n', from) is var next and >= 0 ? next : text.Length;
            var named = ReadLine(text[from..end], isMarked);
            if (!named.IsEmpty)
            {
                people = [.. people.Union(named)];
            }
            else if (!people.IsEmpty)
            {
                break;
            }

            from = end + 1;
        }

        return people;
    }

    private static ImmutableArray<Speaker> ReadBullets(List<Block> blocks, int at)
    {
        if (at + 1 >= blocks.Count || blocks[at + 1].Kind != BlockKind.ListItem || EndOf(blocks[at].Plain.AsSpan().Trim(" *_")) is var end && !(MayAnnounce(end) && Announces().IsMatch(end)))
        {
            return [];
        }

        var people = ImmutableArray.CreateBuilder<Speaker>();
        for (var i = at + 1; i < blocks.Count && blocks[i].Kind == BlockKind.ListItem; i++)
        {
            if (NameList.Read(blocks[i].Plain, Likeness.Shape) is not { } item)
            {
                break;
            }

            people.AddRange(item);
        }

        return people.ToImmutable();
    }

    // "Présentée par", "Les oratrices".
    private static bool MayAnnounce(ReadOnlySpan<char> end) => end.TrimEnd(" :").EndsWith("par", StringComparison.OrdinalIgnoreCase) || end.ContainsAny(AnnouncedStems);

    private static ReadOnlySpan<char> EndOf(ReadOnlySpan<char> line) => line[Math.Max(0, line.Length - LongestAnnouncement)..];

    [GeneratedRegex(@"^(?:\W{0,3}\s*)(?:(?:(?:speaker\.?(?:s|\(s\))?|speakeuse\.?s?|intervenant(?:e|s|·e·s|·e|\.e\.s|\(e\)s|es|\(s\)|e\(s\))*|orat(?:eur|rice)(?:s|·rice·s|\.rice\.s|\(s\)|·rice)*|conférenci(?:er|ère)(?:s|·ère·s|\.ère\.s|\(s\)|·ère)*|présentat(?:eur|rice)s?|presenters?|who|qui)\s*\*{0,2}\s*[::=]\s*\*{0,2}\s*)|(?:(?:(?:la |une |cette )?(?:conférence|conf|talk|session|présentation|keynote|atelier|quickie|sujet|workshop|lightning talk|université|table ronde)\s*)?(?:de \d+ ?(?:min|minutes?|h)\s*)?(?:(?:présentée?s?|animée?s?|donnée?s?|proposée?s?|tenue?s?|racontée?s?|menée?s?)\s+)?(?:par|by)|speaker\.?(?:s|\(s\))?|speakeuse\.?s?|intervenant(?:e|s|·e·s|·e|\.e\.s|\(e\)s|es|\(s\)|e\(s\))*|orat(?:eur|rice)(?:s|·rice·s|\.rice\.s|\(s\)|·rice)*|conférenci(?:er|ère)(?:s|·ère·s|\.ère\.s|\(s\)|·ère)*|présentat(?:eur|rice)s?|presenters?|avec)\s*\*{0,2}\s*[::=]?\s*\*{0,2}\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:les? |about the |à propos d\w+ )?(?:speakers?|speakeuses?|intervenant|orat(?:eur|rice)|conférenci(?:er|ère)|présentat(?:eur|rice)|bio(?:graphie)?s?\b)(?:e?s|\(s\)|[·.]\w+)*(?:\s+bios?)?\s*(?::|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PeopleLabel();

    [GeneratedRegex(@"^\s*(?:(?<face>🎤|🎙|🗣|👤|👥|📢|🧑|👩|👨)\S*|:[a-z][a-z0-9_+-]{1,60}:)\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Emoji();

    [GeneratedRegex(@"^[^@]{4,60}[\s,(–—-]@\w{2,30}\)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex EndsInHandle();

    [GeneratedRegex(@"(?:présentée?s? par|animée?s? par|par|(?:speakers?|intervenants?|conférenciers?|conférencières?|orateurs?|oratrices?|présentateurs?|animateurs?)(?:\(s\)|\(e\)(?:\(s\))?|\(e?s\)|[·.]e(?:[·.]s)?)?)\s*:?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Announces();

    [GeneratedRegex(@"^\W*(?:(?:co|vice|ex|tech|senior|lead|head|full|staff|ancien(?:ne)?)[- ]?)*(?:direct(?:eur|rice)|dirigeante?|développeu(?:r|se)|developer|engineer|ingénieure?|architecte?|responsable|fondat(?:eur|rice)|founder|C[TEIP]O|VP|lead|chef(?:fe)?|consultante?|professeure?|chercheu(?:r|se)|doctorante?|présidente?|experte?|coach|designer|manager|enseignante?|étudiante?|journaliste|product owner|évangéliste|advocate)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Job();
}
