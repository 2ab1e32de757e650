using BenchmarkDotNet.Running;
using Recap.Benchmarks;

if (args is ["search-latency", ..])
{
    return await SearchLatency.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : SearchLatency.UsualTalks);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
