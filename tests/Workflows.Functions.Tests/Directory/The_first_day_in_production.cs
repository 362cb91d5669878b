using System.Text.Json.Nodes;
using Workflows.Functions.Tests.Repository;
using static Workflows.Functions.Tests.WholeApp;

namespace Workflows.Functions.Tests.Directory;

/// <summary>From an app that knows nobody to a first referral, as the README walks.</summary>
public sealed class The_first_day_in_production : IAsyncLifetime
{
    const string Account = "5a8d3f60-0000-4000-8000-000000000001";

    static readonly string First = SignedInAs("administrator", Account);

    readonly WholeApp app = new()
    {
        IsInProduction = true,
        Settings = new Dictionary<string, string>
        {
            ["FirstAdministrator"] = Account,
            ["KeyVaultUri"] = "https://vault.example/",
            ["PublicUrl"] = "https://app.example/",
            ["WEBSITE_AUTH_ENABLED"] = "true",
        },
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task One_call_fills_the_directory_makes_the_keys_and_a_system_refers()
    {
        Assert.Equal(401, (await app.CallAsync(null, "PUT", "/api/directory", File)).Status);
        Assert.Equal(401, (await app.CallAsync(SignedInAs("administrator", "oid-admin"), "PUT", "/api/directory", File)).Status);   // not yet in it

        var imported = await app.CallAsync(First, "PUT", "/api/directory", File);
        Assert.Equal(200, imported.Status);
        Assert.Equal("no-store", imported.Message.Headers.CacheControl?.ToString());
        var key = imported.Json.GetProperty("keys")[0].GetProperty("key").GetString();
        Assert.StartsWith("whsec_", imported.Json.GetProperty("callbacks")[0].GetProperty("secret").GetString(), StringComparison.Ordinal);

        var submitted = await app.CallAsync($"Bearer {key}", "POST", "/api/referrals", Referral);
        Assert.True(submitted.Status == 202, submitted.Text);
        await OfferedAsync(submitted.Json.GetProperty("id").GetString()!, $"Bearer {key}");
    }

    [Fact]
    public async Task What_was_made_is_shown_once_and_the_file_can_be_imported_again()
    {
        var made = await app.CallAsync(First, "PUT", "/api/directory", File);

        Assert.Equal(204, (await app.CallAsync(First, "PUT", "/api/directory", File)).Status);

        var shown = await app.CallAsync(First, "GET", "/api/organisations/welzijn-voorbeeld");
        Assert.DoesNotContain(made.Json.GetProperty("callbacks")[0].GetProperty("secret").GetString()!, shown.Text, StringComparison.Ordinal);
        Assert.Equal(202, (await app.CallAsync($"Bearer {made.Json.GetProperty("keys")[0].GetProperty("key").GetString()}", "POST", "/api/referrals", Referral)).Status);
    }

    [Fact]
    public async Task Who_lets_others_in_and_not_themselves_is_told_before_nobody_can_come_in()
    {
        var wrong = File;
        wrong["administrators"] = JsonNode.Parse("""[{ "id": "ada", "name": "Ada", "account": "5a8d3f60-0000-4000-8000-00000000000I" }]""");

        var refused = await app.CallAsync(First, "PUT", "/api/directory", wrong);

        Assert.Equal(422, refused.Status);
        Assert.Equal("not-yourself", refused.Json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(200, (await app.CallAsync(First, "PUT", "/api/directory", File)).Status);
    }

    /// <summary>That of the README's walk, without a secret and a key: nobody has them yet.</summary>
    static JsonNode File => Read("directory.json");

    static JsonNode Referral => Read("referral.json");

    static JsonNode Read(string name) => JsonNode.Parse(CommittedFiles.Read($"docs/operations/first-day/{name}")
        .Replace("%account%", Account, StringComparison.Ordinal).Replace("%mail%", "beheer@welzijn.example", StringComparison.Ordinal))!;

    async Task OfferedAsync(string referral, string key)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await app.CallAsync(key, "GET", $"/api/referrals/{referral}")) is not { Status: 200 } answer || answer.Json.GetProperty("status").GetString() != "Offered")
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
