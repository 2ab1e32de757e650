namespace Recap.Server.Security;

/// <summary>A call that needs a key came without a good one.</summary>
/// <param name="reason">Stable reason, as the protos document it.</param>
/// <param name="message">What is wrong; never a word of what was sent.</param>
internal sealed class UnauthenticatedException(string reason, string message) : Exception(message)
{
    public string Reason { get; } = reason;

    public static UnauthenticatedException Required() => new("KEY_REQUIRED", "This call needs a key: send it as 'authorization: Bearer KEY'.");

    public static UnauthenticatedException Refused() => new("KEY_REFUSED", "The key is unknown or revoked.");

    public static UnauthenticatedException Off() => new("INDEXING_OFF", "Nothing can be indexed from afar: no key has been made (recap keys create).");
}

/// <summary>The key is good, and not for this.</summary>
internal sealed class KeyTooNarrowException(KeyScope scope, string? source)
    : Exception($"The key lacks the scope '{scope.ToString().ToLowerInvariant()}' for {(source is null ? "every source" : $"the source '{source}'")}.");
