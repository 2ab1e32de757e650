using System.CommandLine;

namespace Recap.Cli.Shell;

/// <summary>An option that takes one of the lower-case names of an enumeration; its first value where it is not given.</summary>
internal static class EnumOption
{
    public static Option<T> Create<T>(string name, string description, params string[] aliases)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())];
        var option = new Option<T>(name, aliases)
        {
            Description = description,
            HelpName = string.Join('|', names),
            CustomParser = result =>
            {
                var index = Array.IndexOf(names, result.Tokens[0].Value);
                if (index < 0)
                {
                    result.AddError($"{name} must be one of {string.Join(", ", names)}, not '{result.Tokens[0].Value}'.");
                }

                return Enum.GetValues<T>()[Math.Max(0, index)];
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }
}
