using System.Globalization;
using BenchmarkDotNet.Running;
using Recap.Benchmarks;

if (args is ["latency" or "search-latency" or "related-latency", ..])
{
    await using var generated = await GeneratedIndex.FillAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : GeneratedIndex.UsualTalks);
    if (args[0] != "related-latency")
    {
        await SearchLatency.RunAsync(generated);
    }

    if (args[0] != "search-latency")
    {
        await RelatedLatency.RunAsync(generated);
    }

    return;
}

if (args is ["topic-latency"])
{
    await TopicLatency.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
