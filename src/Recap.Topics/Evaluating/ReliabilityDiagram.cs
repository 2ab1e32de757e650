using System.Globalization;
using System.Text;

namespace Recap.Topics.Evaluating;

/// <summary>Draws how often affinities come true: on the diagonal they mean what they say.</summary>
public static class ReliabilityDiagram
{
    private const int Side = 240;
    private const int Margin = 36;

    /// <summary>A small SVG image without script, fonts or outside references; circles grow with the number of pairs.</summary>
    public static string ToSvg(TopicEvaluation evaluation)
    {
        var svg = new StringBuilder();
        var size = Side + 2 * Margin;
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" font-family="sans-serif" font-size="11">""");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Reliability of affinities, calibration error {evaluation.CalibrationError:F3}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Margin}" y="{Margin}" width="{Side}" height="{Side}" fill="none" stroke="#767676"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{X(0)} {Y(0)}L{X(1)} {Y(1)}" stroke="#767676" stroke-dasharray="4"/>""");
        foreach (var bin in evaluation.Reliability.Where(bin => bin.Pairs > 0))
        {
            var radius = 2 + Math.Log10(bin.Pairs);
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(bin.MeanAffinity):F1}" cy="{Y(bin.ShareRight):F1}" r="{radius:F1}" fill="#0b62a4"><title>{bin.Pairs} pairs: said {bin.MeanAffinity:F2}, true {bin.ShareRight:F2}</title></circle>""");
        }

        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{size / 2}" y="{size - 10}" text-anchor="middle">mean affinity, 0 to 1</text>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="14" y="{size / 2}" text-anchor="middle" transform="rotate(-90 14 {size / 2})">share that is right</text>""");
        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double value) => Margin + value * Side;

    private static double Y(double value) => Margin + (1 - value) * Side;
}
