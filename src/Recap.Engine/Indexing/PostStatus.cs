using System.Collections.Immutable;
using Recap.Talks;

namespace Recap.Engine.Indexing;

/// <summary>A post as it is indexed, without its talks.</summary>
/// <param name="Key">Which post it is.</param>
/// <param name="Diagnostics">What reading it had to say.</param>
public sealed record PostStatus(PostKey Key, ImmutableArray<Diagnostic> Diagnostics);
