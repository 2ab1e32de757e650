using System.Text.Json;
using Recap.Cli.Indexes;

namespace Recap.Cli.Tests;

/// <summary>A folder to work in, with <c>recap</c> at hand. It runs in this process, over the real engine.</summary>
internal sealed class Desk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-desk-");

    public string Folder => _folder.FullName;

    public Desk Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>A post of an event that tells one talk for each title.</summary>
    public Desk Tell(string path, params string[] titles) =>
        Write(path, "---\ntitle: \"Devoxx France 2024\"\ndate: 2024-04-18\n---\n\n" + string.Concat(titles.Select(title =>
            $"## {title} (par Alice Durand, Acme)\n\nAlice montre comment {title} se comporte en production, chiffres et graphes à l'appui.\n\n")));

    public Task<Outcome> RunAsync(params string[] args) => RunUntilAsync(TestContext.Current.CancellationToken, args);

    /// <summary>Runs in other surroundings than the usual.</summary>
    public Task<Outcome> RunAsync(Func<Surroundings, Surroundings> change, params string[] args) =>
        RunAsync(change(Surroundings()), args, TestContext.Current.CancellationToken);

    public Task<Outcome> RunUntilAsync(CancellationToken cancellationToken, params string[] args) => RunAsync(Surroundings(), args, cancellationToken);

    private static async Task<Outcome> RunAsync(Surroundings surroundings, string[] args, CancellationToken cancellationToken)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = await RecapCommand.RunAsync(args, surroundings with { Out = output, Error = error }, cancellationToken);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    public Surroundings Surroundings() => new()
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        CurrentFolder = Folder,
        Data = new ShippedData(Path.Combine(AppContext.BaseDirectory, "data"))
        {
            // Two topics train in a moment; the shipped ones take seconds, and every desk would train its own.
            Topics = Path.Combine(AppContext.BaseDirectory, "Topics"),
        },
        Indexes = new LuceneIndexes(TimeProvider.System),
    };

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>How a run ended.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    public IReadOnlyList<JsonElement> Lines =>
        [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;
}
