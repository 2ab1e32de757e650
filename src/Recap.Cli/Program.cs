namespace Recap.Cli;

internal static class Program
{
    private static void Main() => Console.WriteLine("recap");
}
