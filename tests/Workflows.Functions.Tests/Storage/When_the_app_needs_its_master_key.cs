using System.Net;
using System.Runtime.Versioning;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_the_app_needs_its_master_key : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory().FullName;

    string Path => System.IO.Path.Combine(folder, ".local", "master.key");

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task On_a_developers_machine_it_is_made_once()
    {
        var first = await new LocalMasterKey(Path).CurrentAsync();
        var second = await new LocalMasterKey(Path).CurrentAsync();

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(MasterKey.Length, first.Bytes.Length);
    }

    [Fact]
    public async Task Two_apps_that_start_together_get_the_same_one()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await new LocalMasterKey(Path).CurrentAsync())));

        Assert.Single(keys.Select(key => Convert.ToBase64String(key.Bytes)).Distinct());
        Assert.Single(System.IO.Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_its_owner_can_read_the_file()
    {
        await new LocalMasterKey(Path).CurrentAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_can_read_is_refused()
    {
        await new LocalMasterKey(Path).CurrentAsync();
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new LocalMasterKey(Path).CurrentAsync());
        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_more_in_the_file_rotates_it_and_the_old_one_is_still_found()
    {
        var old = await new LocalMasterKey(Path).CurrentAsync();
        await File.AppendAllTextAsync(Path, $"2 {Convert.ToBase64String(new byte[MasterKey.Length])}\n");

        Assert.Equal("2", (await new LocalMasterKey(Path).CurrentAsync()).Version);
        Assert.Equal(old.Bytes, (await new LocalMasterKey(Path).FindAsync("1")).Bytes);
    }

    [Fact]
    public async Task In_a_vault_the_newest_version_is_current_and_an_older_one_is_found()
    {
        var machine = new TestClock(TestStorage.Monday);
        var answers = new Dictionary<string, (string Version, byte First)> { [""] = ("b", 2), ["a"] = ("a", 1) };
        var vault = new KeyVaultMasterKey(new SecretClient(new Uri("https://vault.example"), new Nobody(), new SecretClientOptions
        {
            DisableChallengeResourceVerification = true,
            Transport = new HttpClientTransport(new HttpClient(new Vault(answers))),
        }), "dossier-master-key", machine);

        Assert.Equal((byte)2, (await vault.CurrentAsync()).Bytes[0]);
        Assert.Equal((byte)1, (await vault.FindAsync("a")).Bytes[0]);

        answers[""] = ("c", 3);
        Assert.Equal("b", (await vault.CurrentAsync()).Version);
        machine.Now += TimeSpan.FromHours(1);
        Assert.Equal("c", (await vault.CurrentAsync()).Version);
    }

    [Fact]
    public void Outside_development_it_comes_from_a_vault_and_from_nowhere_else()
    {
        Assert.IsType<KeyVaultMasterKey>(StorageServices.MasterKeyOf(development: false, Settings(new Uri("https://vault.example"))));
        Assert.IsType<LocalMasterKey>(StorageServices.MasterKeyOf(development: true, Settings(null)));
    }

    StorageSettings Settings(Uri? vault) => new("UseDevelopmentStorage=true", "", Path, vault, "dossier-master-key");

    /// <summary>Answers as Key Vault does: first asks who it is, then gives the secret of the path's version.</summary>
    sealed class Vault(Dictionary<string, (string Version, byte First)> answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Headers.Authorization is null)
            {
                var challenge = new HttpResponseMessage(HttpStatusCode.Unauthorized);
                challenge.Headers.Add("WWW-Authenticate", """Bearer authorization="https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000", resource="https://vault.azure.net" """);
                return Task.FromResult(challenge);
            }

            var (version, first) = answers[request.RequestUri!.AbsolutePath.Split('/').ElementAtOrDefault(3) ?? ""];
            var secret = Convert.ToBase64String([first, .. new byte[MasterKey.Length - 1]]);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"value":"{{secret}}","id":"https://vault.example/secrets/dossier-master-key/{{version}}"}""", Encoding.UTF8, "application/json"),
            });
        }
    }

    sealed class Nobody : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
