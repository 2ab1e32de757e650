using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using Recap.Protocol.V1;
using Recap.Server.Security;

namespace Recap.Server.Tests.Security;

/// <summary>A server that has a certificate.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-tls-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("pem", "")]
    [InlineData("pem", "secret")]
    [InlineData("pkcs12", "secret")]
    public async Task Pages_and_calls_are_spoken_in_tls(string format, string password)
    {
        var (tls, certificate) = Make(format, password);
        await using var server = await RunningServer.StartAsync(with: options => options with { Tls = tls });
        using var http = new HttpClient(Trusting(certificate));
        using var channel = GrpcChannel.ForAddress(server.Addresses.Grpc, new GrpcChannelOptions { HttpHandler = Trusting(certificate), DisposeHttpClient = true });

        server.Addresses.Http.Scheme.ShouldBe("https");
        (await http.GetAsync(server.Addresses.Http, Cancel)).IsSuccessStatusCode.ShouldBeTrue();
        (await new TalkSearchService.TalkSearchServiceClient(channel).SearchTalksAsync(new SearchTalksRequest(), cancellationToken: Cancel)).Hits.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_no_certificate_stops_the_start_with_its_name()
    {
        var path = Path.Combine(_folder.FullName, "cert.pem");
        await File.WriteAllTextAsync(path, "no certificate", Cancel);

        var error = await Should.ThrowAsync<IOException>(() => RunningServer.StartAsync(with: options => options with { Tls = new TlsCertificate { Path = path, KeyPath = path } }));

        error.Message.ShouldContain(path);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_so() =>
        Should.Throw<IOException>(() => new TlsCertificate { Path = "/nowhere/cert.pem", KeyPath = "/nowhere/key.pem" }.Load()).Message.ShouldContain("no file '/nowhere/cert.pem'");

    [Fact]
    public void It_is_named_by_the_variables_that_name_it_to_asp_net()
    {
        var variables = new Dictionary<string, string?>
        {
            ["ASPNETCORE_Kestrel__Certificates__Default__Path"] = "cert.pem",
            ["ASPNETCORE_Kestrel__Certificates__Default__KeyPath"] = "key.pem",
        };

        TlsCertificate.OfVariables(variables.GetValueOrDefault).ShouldBe(new TlsCertificate { Path = "cert.pem", KeyPath = "key.pem" });
        TlsCertificate.OfVariables(_ => null).ShouldBeNull();
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate) => new()
    {
        SslOptions = { CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck } },
    };

    private (TlsCertificate Tls, X509Certificate2 Certificate) Make(string format, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var path = Path.Combine(_folder.FullName, "certificate");
        if (format == "pkcs12")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
            return (new TlsCertificate { Path = path, Password = password }, X509CertificateLoader.LoadCertificate(certificate.RawData));
        }

        var keyPath = Path.Combine(_folder.FullName, "key");
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, password.Length == 0
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000)));
        return (new TlsCertificate { Path = path, KeyPath = keyPath, Password = password }, X509CertificateLoader.LoadCertificate(certificate.RawData));
    }
}
