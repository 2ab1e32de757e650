using System.Buffers;
using System.Text.RegularExpressions;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting.Leads;

/// <summary>Reads bold words that run into the prose of their paragraph: "**Title** : prose", "**Title.** Prose".</summary>
internal static partial class RunIns
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(":.–—-");

    // So many words need no sign behind them where a sentence begins.
    private const int FewestBlanks = 2;

    /// <summary>The bold words with which a paragraph begins, up to the prose; null where nothing parts them from it.</summary>
    public static LeadHead? Of(Block block)
    {
        if (block is not { Kind: BlockKind.Paragraph or BlockKind.ListItem, Level: <= 1 } || block.Quoted || block.Spans is not [{ Style: var style }, ..] || !style.HasFlag(SpanStyle.Bold))
        {
            return null;
        }

        var length = LeadSpans.LengthOf(block.Spans, LeadSpans.MarkedRun(block.Spans));
        var text = block.Whole;
        var head = text.AsSpan(0, length).TrimEnd();
        var behind = text.AsSpan(length).TrimStart();
        if (behind.IsEmpty || head.Contains('\n') || Moment().IsMatch(head) || head is [.., '.'] && Speaks().IsMatch(head) || !(Signs.Contains(behind[0]) || char.IsUpper(behind[0]) && (head is [.., ':' or '.'] || head.Count(' ') >= FewestBlanks)))
        {
            return null;
        }

        var words = head.TrimEnd(" :.").Length;
        var prose = length;
        while (prose < text.Length && (Signs.Contains(text[prose]) || char.IsWhiteSpace(text[prose])))
        {
            prose++;
        }

        return new LeadHead(block.Kind == BlockKind.ListItem ? PassageMark.ListItem : PassageMark.BoldLine, LeadSpans.Take(block.Spans, words), prose);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // "**Après la pause** : A nous a présenté …": when and where, not what.
    [GeneratedRegex(@"^\W*(?:(?:après|avant|pendant|durant)\s+(?:l[ea]s?\b|l['’]|un|cette)|en\s+(?:début|fin|milieu)\b|pour\s+(?:finir|commencer|terminer|conclure|suivre|ouvrir)\b|(?:ce|le|la|cet|cette)\s+(?:matin|soir|midi|lendemain|après-midi|matinée|soirée)\b|l['’]après-midi\b|salle\b|(?:grand\s+)?amphi|\d{1,2}\s*[h:]\s*\d{0,2}\b\W*\z)", Options)]
    private static partial Regex Moment();

    // A sentence, not a title.
    [GeneratedRegex(@"\b(?:je|nous|on|il|elle|ils|elles|a|ont|est|sont|était|étaient|fut|avait|avaient|parle|présente|raconte|c['’]\w+|j['’]\w+)\b", Options)]
    private static partial Regex Speaks();
}
