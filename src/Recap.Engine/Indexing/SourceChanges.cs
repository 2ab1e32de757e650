using System.Collections.Immutable;

namespace Recap.Engine.Indexing;

/// <summary>What must be written so that the index holds a source as it is now.</summary>
/// <param name="Report">The same, to be told.</param>
/// <param name="Puts">Posts to add or replace.</param>
/// <param name="Doubtful">Paths of posts that stay as they are only because they cannot be read now.</param>
internal sealed record SourceChanges(SourceReport Report, ImmutableArray<ReadPost> Puts, ImmutableArray<string> Doubtful);
