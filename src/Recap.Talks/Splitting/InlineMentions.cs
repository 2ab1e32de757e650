using System.Collections.Immutable;
using Recap.Talks.Facts;
using Recap.Talks.Posts;

namespace Recap.Talks.Splitting;

/// <summary>Finds talks that are named within prose.</summary>
internal static class InlineMentions
{
    public static (ImmutableArray<Passage> Passages, ImmutableArray<Block> Left) Find(List<Block> blocks, Candidate within, Glossary glossary, PostFacts facts) =>
        ([], [.. blocks]);
}
