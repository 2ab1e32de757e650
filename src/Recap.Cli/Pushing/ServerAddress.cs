using System.Net;

namespace Recap.Cli.Pushing;

/// <summary>A server, and the key it is asked with.</summary>
/// <param name="Url">Address of its gRPC port.</param>
/// <param name="Key">The key.</param>
internal sealed record ServerAddress(Uri Url, string Key)
{
    /// <summary>Name of the environment variable that holds the key.</summary>
    public const string KeyVariable = "RECAP_KEY";

    /// <summary>Reads what the user named. A key never travels in the clear, but to this machine.</summary>
    /// <param name="surroundings">The run.</param>
    /// <param name="url">Address as typed.</param>
    /// <param name="keyFile">File that holds the key; null for the environment variable.</param>
    /// <exception cref="CommandException">The address is none, or the key is missing.</exception>
    public static ServerAddress Read(Surroundings surroundings, string url, string? keyFile)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new CommandException($"'{url}' is no address such as https://talks.example.", exitCode: ExitCode.Usage);
        }

        if (address.Scheme == "http" && !IsThisMachine(address))
        {
            throw new CommandException($"A key is not sent to {address.Host} without TLS.", "Name an https address.", ExitCode.Usage);
        }

        var key = keyFile is null ? surroundings.Variable(KeyVariable) : File.ReadAllText(surroundings.FullPath(keyFile));
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new CommandException("A key is needed to index on a server.", $"Put it into a file (--key-file) or into {KeyVariable}; its operator makes one with 'recap keys create'.");
        }

        return key.Trim() is var trimmed && trimmed.All(letter => letter is > ' ' and <= '~')
            ? new ServerAddress(address, trimmed)
            : throw new CommandException($"What {keyFile ?? KeyVariable} holds is no key.", "A key is one word, as 'recap keys create' showed it.");
    }

    private static bool IsThisMachine(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
