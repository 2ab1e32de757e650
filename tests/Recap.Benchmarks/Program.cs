using System.Globalization;
using BenchmarkDotNet.Running;
using Recap.Benchmarks;
using Recap.Benchmarks.Judging;
using Recap.Benchmarks.Soak;

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

    return 0;
}

if (args is ["follow-latency", ..])
{
    return await FollowLatency.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : FollowLatency.UsualPosts);
}

if (args is ["unchanged-latency", ..])
{
    return await UnchangedLatency.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UnchangedLatency.UsualPosts, args.Length > 2 ? args[2] : null);
}

if (args is ["soak", ..])
{
    return await SoakRun.RunAsync(TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : SoakRun.UsualMinutes));
}

if (args is ["topic-latency"])
{
    await TopicLatency.RunAsync();
    return 0;
}

if (args is ["judge-traits", var folder, var annotations, var name])
{
    foreach (var passage in AnnotatedPosts.Read(folder, annotations, name))
    {
        Console.WriteLine(passage);
    }

    return 0;
}

if (args is ["judge-train", var table, var target, ..])
{
    JudgedPassage[] passages = [.. File.ReadLines(table).Skip(1).Select(JudgedPassage.Parse)];
    var weights = JudgeTraining.Run(passages, Console.Out);
    foreach (var other in args.Skip(3))
    {
        Console.WriteLine($"{other}: {JudgeTraining.Measure(weights, [.. File.ReadLines(other).Skip(1).Select(JudgedPassage.Parse)])}");
    }

    File.WriteAllLines(target, weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key}\t{weight.Value:F2}")).Prepend("trait\tweight"));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
