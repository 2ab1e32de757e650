using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recap.Talks.People;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Mentions;

/// <summary>
/// Finds the habit of a writer who begins what is told of each talk with who gave it, stressed, linked or by a handle: "**A** a poursuivi en …".
/// Where several do so, those whose names or verbs nobody knows do as well.
/// </summary>
internal static partial class LeadingPeople
{
    // Two may be by chance.
    private const int Fewest = 3;

    // What a person is said to do takes more than a label does.
    private const int ShortestRest = 40;

    // "Pour **A**, …", "Ensuite, **A** …".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ways =
        new[] { "", "Pour", "Puis", "Ensuite", "Enfin", "Après", "Avec", "Et", "Alors" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // "est un développeur de B": who somebody is was told by nobody.
    private static readonly FrozenSet<string> Articles = new[] { "un", "une", "le", "la", "les", "des", "son", "sa" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The people who lead paragraphs of a post, by paragraph; empty where it is no habit of its writer.</summary>
    /// <param name="blocks">All of the post.</param>
    /// <param name="glossary">Names that are technologies.</param>
    public static Dictionary<Block, ImmutableArray<PersonMention>> Of(ImmutableArray<Block> blocks, Glossary glossary)
    {
        var leading = new Dictionary<Block, ImmutableArray<PersonMention>>(ReferenceEqualityComparer.Instance);
        var (known, all) = (0, 0);
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph && !block.Quoted && In(block, glossary) is { IsEmpty: false } people)
            {
                leading.Add(block, people);
                all += people.Length;
                known += people.Count(person => PersonNames.Of(person.Name) == Likeness.Known || !person.Name.Contains(' '));
            }
        }

        // Products lead paragraphs too, and few of them are called as people are.
        return all >= Fewest && known * 2 > all ? leading : [];
    }

    /// <summary>What a sentence that begins with its person tells, whatever the verb; null where it does not begin so.</summary>
    public static (string Pattern, string Topic, MaskedSentence.Token? Person)? Told(MaskedSentence sentence)
    {
        if (sentence.Tokens is not [{ IsTitle: false, Leads: true } person, ..])
        {
            return null;
        }

        var behind = sentence.Text.AsSpan(person.At + 2);
        var ends = Apposition.Ends(behind);
        for (var i = 0; i < ends.Count; i++)
        {
            // ", créateur de B, a donné …": who that is comes first.
            var isWhoThatIs = i + 1 < ends.Count && !ends[i + 1].IsOpen && Goes().IsMatch(behind[ends[i + 1].At..]);
            if (!ends[i].IsOpen && !isWhoThatIs && Tells().Match(behind[ends[i].At..].ToString()) is { Success: true } tells && !Articles.Contains(tells.Groups["verb"].Value))
            {
                return ("person-leads", Session().Replace(tells.Groups["topic"].Value, "", 1), person);
            }
        }

        return null;
    }

    private static ImmutableArray<PersonMention> In(Block block, Glossary glossary)
    {
        if (block.Spans.Length < 2 && !block.Text.StartsWith('@'))
        {
            return [];
        }

        List<PersonMention>? found = null;
        foreach (var (span, at) in block.Placed())
        {
            if ((span.Target is not null || span.Style.HasFlag(SpanStyle.Bold) || span.Text.StartsWith('@')) && Leads(block.Text, at) && Named(span, glossary) is { } name
                && at + span.Text.IndexOf(name, StringComparison.Ordinal) is var start && block.Text.Length - start - name.Length >= ShortestRest
                && (name.Contains(' ') || Goes().IsMatch(block.Text.AsSpan(start + name.Length))))
            {
                // "@a tu as raison" speaks to somebody.
                (found ??= []).Add(new PersonMention(name, start, start + name.Length));
            }
        }

        return found is null ? [] : [.. found];
    }

    // All that is stressed or linked, were it a given name alone, or a handle.
    private static string? Named(Span span, Glossary glossary)
    {
        var name = span.Text.AsSpan().Trim(" ,:\n").ToString();
        return name.StartsWith('@') && Handle().Match(name) is { Success: true } handle && (span.Target is null || handle.Length == name.Length) ? handle.Groups["name"].Value
            : (PersonNames.Of(name) != Likeness.None || PersonNames.IsGivenName(name)) && glossary.Find(name) is null || span.Target is { } target && LinkedPeople.LeadsToProfile(name, target) ? name
            : null;
    }

    // At the beginning of a line, or a word behind it.
    private static bool Leads(string text, int at)
    {
        var line = text.AsSpan(0, at);
        return Ways.Contains(line[(line.LastIndexOf('\n') + 1)..].Trim().TrimEnd(','));
    }

    [GeneratedRegex(@"^@(?<name>\w{3,30})\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Handle();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*(?:a|ont|nous|vient|avait)\s", Options)]
    private static partial Regex Goes();

    // "a donné un excellent talk sur …", "a pris la parole sur …".
    [GeneratedRegex(@"^\s*(?:(?:une?|la|le)\s+)?(?:\w+\s+){0,2}?(?:parole|" + MaskedSentence.Session + @")\s+(?:\w+\s+){0,2}?(?:sur|autour\s+d[eu]s?|à\s+propos\s+d[eu]s?|consacrée?\s+(?:à|aux|au))\s+", Options)]
    private static partial Regex Session();

    // "est ensuite intervenu pour expliquer …", "a commencé son intervention en soulignant que …", ", la transparence …".
    [GeneratedRegex(@"^\s*(?:,|(?:(?:qui|nous|vous|y|s['’]est|a|ont|avait|est|sont|était|vient|ensuite|également|aussi|enfin|alors|lui|elle|\w+ment|(?:re)?venue?s?|intervenue?s?)\s+)*(?:(?:pour|à|de)\s+(?:nous\s+)?|d['’]\s*)?(?<verb>(?-i:\p{Ll})[\p{Ll}’'-]+)\s+(?:(?:(?:son|sa|l[ea]s?|l['’])\s*(?:intervention|présentation|journées?|session|matinée|après-midi|bal|conférence|talk|exposé)\s+)?(?:en|par|pour)\s+(?:nous\s+)?(?-i:\p{Ll})+(?:ant|er|ir|re)\s+)?(?:(?:sur|de|des|du|à|au|aux|que)\s+|d['’]|qu['’])?)\s*(?<topic>[^.;]{6,})", Options)]
    private static partial Regex Tells();
}
