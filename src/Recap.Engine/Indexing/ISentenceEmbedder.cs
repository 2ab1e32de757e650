namespace Recap.Engine.Indexing;

/// <summary>
/// Turns texts into vectors that lie the nearer to each other the more alike they mean. All vectors have the same number of
/// dimensions and length 1, so that their dot product, -1..1, is their nearness. Safe for any number of threads.
/// </summary>
public interface ISentenceEmbedder
{
    /// <summary>Changes whenever a text could get another vector; talks with vectors of another are read again.</summary>
    string Fingerprint { get; }

    /// <summary>The vector of what somebody asks for.</summary>
    /// <exception cref="SentenceModelException">The model cannot be used.</exception>
    float[] EmbedQuery(string query);

    /// <summary>The vector of what a talk tells.</summary>
    /// <exception cref="SentenceModelException">The model cannot be used.</exception>
    float[] EmbedTalk(string title, string text);
}

/// <summary>A sentence model cannot be used; the message says why and what to do.</summary>
public sealed class SentenceModelException(string message, Exception? inner = null) : Exception(message, inner);
