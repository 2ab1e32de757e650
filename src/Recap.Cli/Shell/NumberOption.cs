using System.CommandLine;
using System.Globalization;

namespace Recap.Cli.Shell;

/// <summary>An option that takes a whole number of a range.</summary>
internal static class NumberOption
{
    public static Option<int> Create(string name, string description, (int Min, int Max) range, int usual) => new(name)
    {
        Description = $"{description}, {range.Min}..{range.Max}",
        DefaultValueFactory = _ => usual,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= range.Min && value <= range.Max)
            {
                return value;
            }

            result.AddError($"{name} must be a number {range.Min}..{range.Max}, not '{result.Tokens[0].Value}'.");
            return usual;
        },
    };
}
