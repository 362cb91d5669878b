using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Directory;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Retention;

public sealed class When_the_master_key_is_rotated : IAsyncLifetime
{
    TestStorage storage = null!;
    DirectoryTable directory = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        directory = new(storage.Tables, storage.Master);
        await directory.CreateAsync(CancellationToken.None);
        await storage.Dossiers.WriteAsync("referral-ria", DossierSection.Client, "Ria Jansen");
        Assert.True(await WriteSecretAsync("the secret of the callback"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task After_the_night_dossiers_and_secrets_open_without_the_former_one()
    {
        storage.Master.Rotate();
        await RunAsync();
        storage.Master.Forget("1");

        Assert.Equal("Ria Jansen", await storage.Dossiers.ReadAsync("referral-ria", DossierSection.Client));
        Assert.Equal("the secret of the callback", await ReadSecretAsync());
    }

    [Fact]
    public async Task Without_the_night_they_would_be_lost_with_it()
    {
        storage.Master.Rotate();
        storage.Master.Forget("1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.Dossiers.ReadAsync("referral-ria", DossierSection.Client));
        await Assert.ThrowsAsync<InvalidOperationException>(ReadSecretAsync);
    }

    [Fact]
    public async Task No_dossier_is_opened_or_written_for_it()
    {
        var before = await SealedAsync();
        storage.Master.Rotate();
        await RunAsync();

        Assert.Equal(before, await SealedAsync());
    }

    [Fact]
    public async Task A_second_run_finds_nothing_to_do()
    {
        storage.Master.Rotate();
        await RunAsync();

        Assert.Equal(0, await storage.Keys.RewrapAsync());
        Assert.Equal(0, await directory.RewrapAsync(CancellationToken.None));
    }

    Task RunAsync() => new RewrapKeys(storage.Keys, directory, NullLogger<RewrapKeys>.Instance).Run(new TimerInfo(), CancellationToken.None);

    async Task<bool> WriteSecretAsync(string secret) => await directory.WriteAsync(
        "zuid",
        await directory.ReadAsync("zuid", CancellationToken.None),
        [new(DirectoryRow.OrganisationKey, "{}"), new("agreement!01999901", "{}", secret), new("practice!01999901", "{}")],
        CancellationToken.None);

    async Task<string?> ReadSecretAsync() => (await directory.ReadAsync("zuid", CancellationToken.None)).Rows.Single(row => row.Key == "agreement!01999901").Secret;

    async Task<byte[]?> SealedAsync() =>
        (await storage.Tables.Dossiers.GetEntityAsync<Azure.Data.Tables.TableEntity>("referral-ria", DossierSection.Client)).Value.GetBytes("Sealed");
}
