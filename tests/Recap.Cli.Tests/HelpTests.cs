namespace Recap.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly Desk _desk = new();

    public static TheoryData<string> Verbs
    {
        get
        {
            using var desk = new Desk();
            return [.. RecapCommand.Create(desk.Surroundings()).Subcommands.Select(verb => verb.Name)];
        }
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_shows_how_it_is_used(string verb)
    {
        var help = await _desk.RunAsync(verb, "--help");

        RecapCommand.Create(_desk.Surroundings(), verb).Subcommands.ShouldHaveSingleItem("no other is made").Name.ShouldBe(verb);
        help.Code.ShouldBe(ExitCode.Fine);
        help.Error.ShouldBeEmpty();
        help.Out[help.Out.IndexOf("Example", StringComparison.Ordinal)..].ShouldContain($"recap {verb}");
    }

    [Fact]
    public async Task The_command_names_its_verbs_and_exit_codes()
    {
        var help = await _desk.RunAsync("--help");

        help.Code.ShouldBe(ExitCode.Fine);
        foreach (var word in (string[])["reindex", "talks", "search", "status", "serve", "completion", "Exit codes"])
        {
            help.Out.ShouldContain(word);
        }
    }

    [Theory]
    [InlineData("recap sea", "search")]
    [InlineData("recap search --so", "--sort")]
    [InlineData("recap search --sort ", "newest")]
    [InlineData("recap search --kind ", "keynote")]
    [InlineData("recap talks -o ", "jsonl")]
    public async Task Shells_are_told_how_a_line_may_go_on(string line, string word)
    {
        var suggested = await _desk.RunAsync($"[suggest:{line.Length}]", line);

        suggested.Out.Split('\n').ShouldContain(word);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Completion_scripts_ask_the_tool(string shell)
    {
        var script = await _desk.RunAsync("completion", shell);

        script.Code.ShouldBe(ExitCode.Fine);
        script.Out.ShouldContain("[suggest:");
    }
}
