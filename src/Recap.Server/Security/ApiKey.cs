using System.Collections.Immutable;

namespace Recap.Server.Security;

/// <summary>A key as it is kept: what it may do, and the hash that tells it, never the key itself.</summary>
public sealed record ApiKey
{
    /// <summary>Public name of the key, 12 hexadecimal digits; the key begins with it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for, in its maker's words.</summary>
    public required string Label { get; init; }

    /// <summary>SHA-256 of the key, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do.</summary>
    public required ImmutableArray<KeyScope> Scopes { get; init; }

    /// <summary>Sources it may do it with; empty for all.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was revoked; null where it is good.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whether it may do something with every source.</summary>
    public bool Allows(KeyScope scope) => Scopes.Contains(scope) && Sources.IsEmpty;

    /// <summary>Whether it may do something with a source.</summary>
    public bool Allows(KeyScope scope, string source) => Scopes.Contains(scope) && (Sources.IsEmpty || Sources.Contains(source, StringComparer.Ordinal));
}

/// <summary>What a key may do.</summary>
public enum KeyScope
{
    /// <summary>Push, delete, and read status and diagnostics.</summary>
    Index,

    /// <summary>Search, where the server does not let everybody.</summary>
    Read,
}
