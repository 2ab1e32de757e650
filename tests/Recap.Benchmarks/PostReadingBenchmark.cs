using System.Text;
using BenchmarkDotNet.Attributes;
using Markdig;
using Recap.Talks;

namespace Recap.Benchmarks;

/// <summary>Reads every post of a folder once: <c>RECAP_POSTS</c>, or the sample site; time and allocation are for one post.</summary>
[MemoryDiagnoser]
public class PostReadingBenchmark
{
    // Whole rounds of the sample site (16 posts) and of the folder that figures are given for (28): no post counts more often than another.
    private const int Posts = 112;

    // The runtime compiles what is read by most often last, with a profile: some ten thousand posts until nothing gets faster any more.
    private const int WarmRounds = 200;

    private readonly List<PostFile> _files = [];
    private readonly List<string> _texts = [];
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseAutoLinks().Build();
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

        _texts.AddRange(_files.Select(file => Encoding.UTF8.GetString(file.Content.Span)));
        for (var round = 0; round < WarmRounds; round++)
        {
            ReadPost();
        }
    }

    /// <summary>What the parser of Markdown alone takes, front matter and all: no reader can be faster.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Posts)]
    public int ParseMarkdown() => _texts.Sum(text => Markdown.Parse(text, _pipeline).Count);

    [Benchmark(OperationsPerInvoke = Posts)]
    public int ReadPost() => _files.Sum(file => _reader.Read(file).Talks.Length);
}
