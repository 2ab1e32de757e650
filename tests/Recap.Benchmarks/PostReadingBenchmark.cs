using BenchmarkDotNet.Attributes;
using Recap.Talks;

namespace Recap.Benchmarks;

/// <summary>Reads every post of a folder once: <c>RECAP_POSTS</c>, or the sample site; time and allocation are for one post.</summary>
[MemoryDiagnoser]
public class PostReadingBenchmark
{
    private const int Posts = 100;

    private readonly List<PostFile> _files = [];
    private PostReader _reader = new(SiteSettings.Default, Glossary.Empty);

    [GlobalSetup]
    public void ReadFiles()
    {
        _reader = new PostReader(SiteSettings.Default, SampleData.Glossary);
        var files = SampleData.Posts(_reader, Environment.GetEnvironmentVariable("RECAP_POSTS")).ToList();
        while (_files.Count < Posts)
        {
            _files.AddRange(files.Take(Posts - _files.Count));
        }
    }

    [Benchmark(OperationsPerInvoke = Posts)]
    public int ReadPost() => _files.Sum(file => _reader.Read(file).Talks.Length);
}
