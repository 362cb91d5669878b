using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Repository;

public sealed partial class What_is_committed
{
    /// <summary>Known to the whole world: the test vector of Standard Webhooks, and accounts that cannot be.</summary>
    static readonly string[] Public = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "AC00000000000000000000000000000000", "AC0123456789abcdef0123456789abcdef"];

    [Fact]
    public void Holds_no_secret()
    {
        var secrets = CommittedFiles.All.SelectMany(path => SecretsIn(CommittedFiles.Read(path)).Select(secret => $"{path}: {secret[..12]}…"));

        Assert.True(CommittedFiles.All.Count > 300, $"Only {CommittedFiles.All.Count} files were searched.");
        Assert.Empty(secrets);
    }

    /// <summary>Each is put together here, or it would be found.</summary>
    [Theory]
    [InlineData("-----BEGIN RSA PRIVATE", " KEY-----")]
    [InlineData("-----BEGIN PRIVATE", " KEY-----")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=", "c29tZXRoaW5nIHRoYXQgaXMgbm90IHRoZSBlbXVsYXRvcidzIGtleQ==")]
    [InlineData("Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=", "c29tZXRoaW5nIHRoYXQgaXMgbm90IGxvY2Fs")]
    [InlineData("SG.abcdefghijklmnopqrstuv", ".abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq")]
    [InlineData("whsec_", "8J+YgPCfmIDwn5iA8J+YgPCfmIDwn5iA")]
    [InlineData("AC", "deadbeefdeadbeefdeadbeefdeadbeef")]
    [InlineData("ghp_", "abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("aB18", "Q~abcdefghijklmnopqrstuvwxyz012345")]
    public void A_secret_would_be_found(string one, string other) => Assert.Single(SecretsIn($"before {one}{other} after"));

    [Fact]
    public void Names_exact_versions()
    {
        foreach (var path in CommittedFiles.All.Where(path => Path.GetFileName(path) == "package.json"))
        {
            Assert.Contains(Path.Combine(Path.GetDirectoryName(path)!, "package-lock.json").Replace('\\', '/'), CommittedFiles.All);
            var package = JsonDocument.Parse(CommittedFiles.Read(path)).RootElement;
            foreach (var dependency in ((string[])["dependencies", "devDependencies"]).Where(name => package.TryGetProperty(name, out _)).SelectMany(name => package.GetProperty(name).EnumerateObject()))
            {
                Assert.Matches(Exact(), dependency.Value.GetString());
            }
        }

        var versions = PackageVersion().Matches(CommittedFiles.Read("Directory.Packages.props")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Matches(Exact(), version));
        Assert.All(
            CommittedFiles.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)),
            path => Assert.Contains($"{Path.GetDirectoryName(path)!.Replace('\\', '/')}/packages.lock.json", CommittedFiles.All));
    }

    /// <summary>A sample's secret says in words that it is one; a real one is random.</summary>
    static IEnumerable<string> SecretsIn(string text) =>
        Secret().Matches(text).Select(match => match.Value).Where(value => !Public.Contains(value) && !IsWords(value));

    static bool IsWords(string secret)
    {
        var bytes = new byte[secret.Length];
        return secret.StartsWith("whsec_", StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret["whsec_".Length..], bytes, out var length)
            && Encoding.Latin1.GetString(bytes, 0, length).All(character => character is '\0' or (>= ' ' and <= '~'));
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|AccountKey=(?!Eby8vdM02xNO)[A-Za-z0-9+/]{40,}|SharedAccessKey=[A-Za-z0-9+/]{30,}|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|whsec_[A-Za-z0-9+/=]{24,}|\bAC[0-9a-fA-F]{32}\b|\b(?:ghp|gho|github_pat)_[A-Za-z0-9_]{20,}|[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31}")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?\z")]
    private static partial Regex Exact();

    [GeneratedRegex("<PackageVersion Include=\"[^\"]+\" Version=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();
}
