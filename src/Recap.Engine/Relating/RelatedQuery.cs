using System.Text.Json.Serialization;
using Recap.Engine.Querying;

namespace Recap.Engine.Relating;

/// <summary>Asks which talks a reader would want next.</summary>
public sealed record RelatedQuery
{
    /// <summary>Most suggestions that are given for one talk; larger asks are cut to it.</summary>
    public const int MaxLimit = 20;

    /// <summary>Suggestions for one talk where no number is asked for.</summary>
    public const int DefaultLimit = 5;

    /// <summary>What the suggestions are to be related to.</summary>
    public required RelatedSubject About { get; init; }

    /// <summary>Suggestions wanted for each talk, 1..<see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether talks of the same post may be suggested: a reader of the page sees them anyway.</summary>
    public bool SamePost { get; init; }

    /// <summary>Which talks may be suggested.</summary>
    public TalkFilter Filter { get; init; } = TalkFilter.None;
}

/// <summary>What suggestions are related to: one of <see cref="OfTalk"/>, <see cref="OfPage"/> and <see cref="OfText"/>.</summary>
[JsonDerivedType(typeof(OfTalk), "talk")]
[JsonDerivedType(typeof(OfPage), "page")]
[JsonDerivedType(typeof(OfText), "text")]
public abstract record RelatedSubject
{
    private RelatedSubject()
    {
    }

    /// <summary>A talk.</summary>
    /// <param name="Id">Its name, <c>talks/…</c>.</param>
    public sealed record OfTalk(string Id) : RelatedSubject;

    /// <summary>Every talk of a page.</summary>
    /// <param name="Uri">Address of the post, with or without fragment; the path alone is enough.</param>
    public sealed record OfPage(string Uri) : RelatedSubject;

    /// <summary>Free text, such as a draft or a programme's abstract.</summary>
    /// <param name="Text">The text; of a very long one the first <see cref="MaxLength"/> characters are read.</param>
    public sealed record OfText(string Text) : RelatedSubject
    {
        /// <summary>Characters read.</summary>
        public const int MaxLength = 20_000;
    }
}

/// <summary>No post has that address.</summary>
public sealed class PageNotFoundException(string uri) : Exception($"No post is indexed at '{uri}'.")
{
    /// <summary>The address asked for.</summary>
    public string Uri { get; } = uri;
}
