using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Recap.Server.Security;

/// <summary>The certificate that both ports speak TLS with, by the names that ASP.NET has for its settings.</summary>
public sealed record TlsCertificate
{
    private const string Prefix = "ASPNETCORE_Kestrel__Certificates__Default__";

    /// <summary>File of the certificate: PEM where there is a <see cref="KeyPath"/>, else PKCS #12.</summary>
    public required string Path { get; init; }

    /// <summary>PEM file of its key; null where <see cref="Path"/> holds it.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Password of the key; null where it has none.</summary>
    public string? Password { get; init; }

    /// <summary>What the variables <c>ASPNETCORE_Kestrel__Certificates__Default__Path</c>, <c>…__KeyPath</c> and <c>…__Password</c> say; null without the first.</summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    public static TlsCertificate? OfVariables(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable(Prefix + nameof(Path)) is { Length: > 0 } path
            ? new TlsCertificate { Path = path, KeyPath = variable(Prefix + nameof(KeyPath)), Password = variable(Prefix + nameof(Password)) }
            : null;
    }

    /// <summary>Reads it with its key.</summary>
    /// <exception cref="IOException">It cannot be read, or is none.</exception>
    public X509Certificate2 Load()
    {
        if (((string?[])[Path, KeyPath]).FirstOrDefault(file => file is { Length: > 0 } && !File.Exists(file)) is { } missing)
        {
            throw new IOException($"There is no file '{missing}', which the settings of the certificate name.");
        }

        try
        {
            using var read = Read();

            // Windows speaks TLS with no key that was not stored.
            return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception e) when (e is CryptographicException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"The certificate '{Path}' cannot be used: {e.Message}", e);
        }
    }

    private X509Certificate2 Read() => (KeyPath, Password) switch
    {
        (null or "", _) => X509CertificateLoader.LoadPkcs12FromFile(Path, Password, X509KeyStorageFlags.Exportable),
        (_, null or "") => X509Certificate2.CreateFromPemFile(Path, KeyPath),
        _ => X509Certificate2.CreateFromEncryptedPemFile(Path, Password, KeyPath),
    };
}
