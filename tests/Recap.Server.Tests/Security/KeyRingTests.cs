using Recap.Server.Security;

namespace Recap.Server.Tests.Security;

/// <summary>The file of keys, between the process that serves and the one that changes it.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recap-keys-");
    private readonly KeyRing _serving;
    private readonly KeyRing _byHand;

    public KeyRingTests()
    {
        _serving = new KeyRing(KeyFile, TimeProvider.System);
        _byHand = new KeyRing(KeyFile, TimeProvider.System);
    }

    private string KeyFile => Path.Combine(_folder.FullName, "keys.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_good_as_soon_as_it_is_made_and_refused_as_soon_as_it_is_revoked()
    {
        for (var i = 0; i < 20; i++)
        {
            var (key, token) = _byHand.Create("CI", [KeyScope.Index], []);
            _serving.Find(token).ShouldNotBeNull();

            _byHand.Revoke(key.Id).ShouldBeTrue();

            _serving.Find(token).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[{\"id\": \"3f2a")]
    [InlineData("[{\"id\": \"3f2a9c01d4e5\"}]")]
    public void A_damaged_file_is_said_and_lets_nobody_in(string content)
    {
        File.WriteAllText(KeyFile, content);

        Should.Throw<IOException>(() => _serving.List()).Message.ShouldContain(KeyFile);
        Should.Throw<IOException>(() => _byHand.Create("CI", [KeyScope.Index], [])).Message.ShouldContain("damaged");
        File.ReadAllText(KeyFile).ShouldBe(content, "what may still be mended is not written over");
    }

    [Fact]
    public void What_one_process_changes_another_does_not_change_at_the_same_time()
    {
        var (key, token) = _byHand.Create("CI", [KeyScope.Index], []);
        using (new FileStream(KeyFile + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
        {
            Should.Throw<IOException>(() => _byHand.Revoke(key.Id)).Message.ShouldContain("just now");
        }

        _serving.Find(token).ShouldNotBeNull();
        _byHand.Revoke(key.Id).ShouldBeTrue();
    }
}
