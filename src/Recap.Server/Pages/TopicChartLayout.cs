namespace Recap.Server.Pages;

/// <summary>Where the parts of the chart stand, in its own units, of which a letter is some 7 wide.</summary>
internal sealed class TopicChartLayout(TopicMatrix matrix, bool longLabels)
{
    /// <summary>Topics drawn; the table beside the chart has them all.</summary>
    public const int MostRows = 24;

    /// <summary>Room for the names of topics.</summary>
    public const int NamesWidth = 300;

    /// <summary>Height of a row.</summary>
    public const int RowHeight = 30;

    // Together with the names, no wider than the page.
    private const int ChartWidth = 680;
    private const int SlantingReach = 140;
    private const int WidestColumn = 110;
    private const int LongestName = 38;
    private const double LargestRadius = 13;
    private const double SmallestRadius = 3;
    private const double NumberFits = 8.5;

    public int HeadHeight { get; } = longLabels ? 150 : 34;

    public int ColumnWidth { get; } = Math.Min(WidestColumn, (ChartWidth - (longLabels ? SlantingReach : 0)) / Math.Max(1, matrix.Columns.Length));

    // Slanting labels reach beyond the last column.
    public int Width => NamesWidth + (ColumnWidth * matrix.Columns.Length) + (longLabels ? SlantingReach : 0);

    public int Height => HeadHeight + (RowHeight * Rows.Length) + 6;

    public TopicRow[] Rows { get; } = [.. matrix.Rows.Take(MostRows)];

    public int CentreOf(int column) => NamesWidth + (column * ColumnWidth) + (ColumnWidth / 2);

    public int MiddleOf(int row) => HeadHeight + (row * RowHeight) + (RowHeight / 2);

    /// <summary>A name as far as it has room: first what stands in parentheses goes.</summary>
    public static string Label(string name)
    {
        var parenthesis = name.IndexOf(" (", StringComparison.Ordinal);
        return PlainText.Begin(name.Length > LongestName && parenthesis > 0 ? name[..parenthesis] : name, LongestName);
    }

    /// <summary>The area of a dot says how many talks.</summary>
    public double RadiusOf(int talks) => Math.Round(Math.Max(SmallestRadius, LargestRadius * Math.Sqrt((double)talks / matrix.Largest)), 1);

    /// <summary>Whether a dot has room for its number.</summary>
    public bool HasNumber(int talks) => RadiusOf(talks) >= NumberFits;
}
