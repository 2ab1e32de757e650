using Lucene.Net.Util;
using Recap.Engine.Indexing;

namespace Recap.Engine.LuceneNet.Schema;

/// <summary>What a reindex compares a post by, as bytes of a column: fingerprint, source and path, parted by newlines.</summary>
internal static class PostState
{
    public static BytesRef Write(StoredPost post) => new($"{post.Fingerprint}\n{post.Source}\n{post.Path}");

    public static (PostKey Key, string Fingerprint) Read(BytesRef bytes)
    {
        // A path may hold a newline itself.
        var parts = bytes.Utf8ToString().Split('\n', 3);
        return (new PostKey(parts[1], parts[2]), parts[0]);
    }
}
