[assembly: AssemblyFixture(typeof(Recap.Cli.Tests.TrainedModel))]

namespace Recap.Cli.Tests;

/// <summary>The shipped topics, trained by the tool once for all tests that run it in a process of its own.</summary>
public sealed class TrainedModel : IDisposable
{
    private readonly Desk _desk = new Desk().Tell("blog/a.md", "Kepler en vrai");
    private readonly Lazy<Task<string>> _file;

    public TrainedModel() => _file = new Lazy<Task<string>>(TrainAsync);

    public void Dispose() => _desk.Dispose();

    /// <summary>Lays the model where the tool looks for it when an index lies beside.</summary>
    internal async Task LayAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(await _file.Value, Path.Combine(folder, "topics.model"), overwrite: true);
    }

    private async Task<string> TrainAsync()
    {
        var outcome = await Tool.RunAsync(_desk.Folder, "dotnet", Tool.Path, "reindex", "blog");
        outcome.Code.ShouldBe(ExitCode.Fine, outcome.Error);
        return Path.Combine(_desk.Folder, ".recap", "topics.model");
    }
}
