using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recap.Engine.Analysis;
using Recap.Engine.Querying.Understanding;

namespace Recap.Engine.Querying.Highlighting;

/// <summary>Finds marks in texts by analysing them as the index did.</summary>
internal sealed class MarkFinder(IEnumerable<TextMark> marks)
{
    private readonly ILookup<(TermForm, string), TextMark> _byFirstTerm = marks.ToLookup(mark => (mark.Form, mark.Terms[0]));

    /// <summary>What is found, by where it begins, the longest first; may overlap.</summary>
    public List<FoundMark> Find(string text)
    {
        var found = new List<FoundMark>();
        if (_byFirstTerm.Count > 0)
        {
            AddFound(found, text, TextAnalysis.Words(text), TermForm.Exact);
            AddFound(found, text, TextAnalysis.Stems(text), TermForm.Stem);
            found.Sort((a, b) => (a.Range.Start, b.Range.End).CompareTo((b.Range.Start, a.Range.End)));
        }

        return found;
    }

    private void AddFound(List<FoundMark> found, string text, ImmutableArray<TextToken> tokens, TermForm form)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var mark in _byFirstTerm[(form, tokens[i].Text)])
            {
                if (EndOf(mark, tokens, i) is { } end)
                {
                    found.Add(new FoundMark(new TextRange(tokens[i].Start, end).WithinLetters(text), mark));
                }
            }
        }
    }

    /// <summary>Where the mark ends whose first term is at a token; null where the other terms do not follow in a row.</summary>
    private static int? EndOf(TextMark mark, ImmutableArray<TextToken> tokens, int first)
    {
        var at = first;
        foreach (var term in mark.Terms.AsSpan()[1..])
        {
            at = NextPlace(tokens, at);
            while (at < tokens.Length && tokens[at].Text != term)
            {
                at = at + 1 < tokens.Length && tokens[at + 1].PositionIncrement == 0 ? at + 1 : tokens.Length;
            }

            if (at >= tokens.Length)
            {
                return null;
            }
        }

        return tokens[at].End;
    }

    private static int NextPlace(ImmutableArray<TextToken> tokens, int at)
    {
        do
        {
            at++;
        }
        while (at < tokens.Length && tokens[at].PositionIncrement == 0);
        return at;
    }
}

/// <summary>A mark and where it is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundMark(TextRange Range, TextMark Mark);
