namespace Recap.Talks.Judging;

/// <summary>What is judged, each sort by weights of its own.</summary>
internal enum Judged
{
    /// <summary>A passage with a mark of its own: a heading, a bold line, an item.</summary>
    Passage,

    /// <summary>A post that may tell of one talk as a whole.</summary>
    Post,
}
