using BenchmarkDotNet.Running;
using Recap.Benchmarks;
using Recap.Benchmarks.Soak;

if (args is ["search-latency", ..])
{
    return await SearchLatency.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : SearchLatency.UsualTalks);
}

if (args is ["follow-latency", ..])
{
    return await FollowLatency.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : FollowLatency.UsualPosts);
}

if (args is ["soak", ..])
{
    return await SoakRun.RunAsync(TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : SoakRun.UsualMinutes));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
