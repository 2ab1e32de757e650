using System.CommandLine;

namespace Recap.Cli.Shell;

/// <summary>Arguments that take any number of words.</summary>
internal static class Words
{
    /// <summary>
    /// Refuses words that begin with two hyphens: misspelt options, which would be searched without a word of warning.
    /// One hyphen is left alone, since queries use it.
    /// </summary>
    public static void RefuseOptions(Argument<string[]> argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } misspelt)
        {
            result.AddError($"There is no option '{misspelt.Value}'.");
        }
    });
}
