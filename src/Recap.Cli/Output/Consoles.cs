using Spectre.Console;

namespace Recap.Cli.Output;

/// <summary>Spectre's consoles over the two streams of a run.</summary>
internal static class Consoles
{
    // Wide enough that a file or a pipe sees one row a line, narrow enough to read.
    private const int WidthOfFiles = 160;

    /// <summary>Writes results for people; a file gets no blanks at the ends of lines.</summary>
    public static void Write(Surroundings surroundings, Action<IAnsiConsole> write)
    {
        if (surroundings.OutIsTerminal)
        {
            write(Of(surroundings.Out, isTerminal: true, surroundings.Color));
            return;
        }

        using var buffer = new StringWriter();
        write(Of(buffer, isTerminal: false, color: false));
        foreach (var line in buffer.ToString().TrimEnd().Split('\n'))
        {
            surroundings.Out.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>The console of progress.</summary>
    public static IAnsiConsole Error(Surroundings surroundings) =>
        Of(surroundings.Error, surroundings.ErrorIsTerminal, surroundings.Color);

    private static IAnsiConsole Of(TextWriter writer, bool isTerminal, bool color)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
