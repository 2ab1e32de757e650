namespace Recap.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) =>
        RecapCommand.RunAsync(args, Surroundings.OfThisProcess(), CancellationToken.None);
}
