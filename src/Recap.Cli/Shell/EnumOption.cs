using System.CommandLine;

namespace Recap.Cli.Shell;

/// <summary>An option that takes one of the lower-case names of an enumeration; its first value where it is not given.</summary>
internal static class EnumOption
{
    public static Option<T> Create<T>(string name, string description, params string[] aliases)
        where T : struct, Enum
    {
        var names = NamesOf<T>();
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

    /// <summary>An option that takes several of them, with commas between.</summary>
    public static Option<T[]> CreateMany<T>(string name, string description)
        where T : struct, Enum
    {
        var names = NamesOf<T>();
        var option = new Option<T[]>(name)
        {
            Description = $"{description}: {string.Join(", ", names)}",
            HelpName = $"{names[0]},{names[1]},…",
            CustomParser = result =>
            {
                var asked = result.Tokens[0].Value.Split(',');
                if (Array.Find(asked, one => !names.Contains(one)) is { } unknown)
                {
                    result.AddError($"{name} takes {string.Join(", ", names)}, not '{unknown}'.");
                    return [];
                }

                return Array.ConvertAll(asked, one => Enum.GetValues<T>()[Array.IndexOf(names, one)]);
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }

    private static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(value => value.ToLowerInvariant())];
}
