using System.Globalization;
using BenchmarkDotNet.Running;
using Recap.Benchmarks;
using Recap.Benchmarks.Judging;
using Recap.Benchmarks.Soak;
using Recap.Talks.Judging;

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
    foreach (var passage in new AnnotatedPosts(folder, annotations, name).Read(_ => JudgeWeights.Shipped).SelectMany(post => post.Rows()))
    {
        Console.WriteLine(passage);
    }

    return 0;
}

if (args is ["judge-train", var table, var target, ..])
{
    JudgedPassage[] passages = [.. File.ReadLines(table).Skip(1).Select(JudgedPassage.Parse)];
    var weights = JudgeTraining.Run(passages, Console.Out);
    File.WriteAllLines(target, JudgeTraining.Rows(weights).Prepend("sort\ttrait\tweight"));
    return 0;
}

if (args is ["judge-blogs", var learned, .. { Length: >= 3 } trial])
{
    BlogTrial.Run([.. File.ReadLines(learned).Skip(1).Select(JudgedPassage.Parse)], [.. trial.Where(arg => arg != "--misses").Chunk(3).Select(set => (set[2], new AnnotatedPosts(set[0], set[1], set[2])))], Console.Out, trial.Contains("--misses"));
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
