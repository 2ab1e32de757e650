using System.Collections.Immutable;
using Recap.Talks.Posts;

namespace Recap.Talks.Technologies;

internal static class GlossaryReader
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static (ImmutableArray<GlossaryTerm> Terms, ImmutableArray<Diagnostic> Diagnostics) Read(string path, string tsv)
    {
        var terms = ImmutableArray.CreateBuilder<GlossaryTerm>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in tsv.Split('\n'))
        {
            number++;
            var cells = line.TrimEnd('\r').Split('\t', StringSplitOptions.TrimEntries);
            if (cells[0].StartsWith("# ") || line.Length == 0 || number == 1 && cells[0] == "name")
            {
                continue;
            }

            if (ReadTerm(cells) is not { } term)
            {
                diagnostics.Add(Codes.GlossaryBad.At(number, "A line has name, aliases, kind, topics and match (any, case or context), parted by tabs.").In(path));
            }
            else if (!names.TryAdd(term.Name, number))
            {
                diagnostics.Add(Codes.GlossaryTwice.At(number, $"\"{term.Name}\" stands in line {names[term.Name]} already; this line was passed over.").In(path));
            }
            else
            {
                terms.Add(term);
            }
        }

        return (terms.ToImmutable(), diagnostics.ToImmutable());
    }

    private static GlossaryTerm? ReadTerm(string[] cells)
    {
        var match = TermMatch.Any;
        var known = cells.Length < 5 || cells[4].Length == 0 || Enum.TryParse(cells[4], ignoreCase: true, out match) && Enum.IsDefined(match);
        return cells.Length is < 3 || cells[0].Length == 0 || cells[2].Length == 0 || !known ? null : new GlossaryTerm
        {
            Name = cells[0],
            Aliases = [.. cells[1].Split(';', Clean)],
            Kind = cells[2],
            Topics = cells.Length > 3 ? [.. cells[3].Split(',', Clean)] : [],
            Match = match,
        };
    }
}
