using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

namespace Recap.Benchmarks;

/// <summary>
/// Measures code as it is once compiled. The many small methods that read a post stay in the phase in which the runtime
/// gathers profiles for longer than a run lasts, which gave two peaks and figures half as high again; what profiles gain in the end is 3 %.
/// </summary>
internal sealed class SteadyState : ManualConfig
{
    public SteadyState() => AddJob(Job.Default.WithEnvironmentVariable("DOTNET_TieredPGO", "0"));
}
