using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_a_dossier_is_erased : IAsyncLifetime
{
    const string Ria = "referral-ria";
    const string Henk = "referral-henk";

    TestStorage storage = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        await storage.Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");
        await storage.Dossiers.WriteAsync(Henk, DossierSection.Client, "Henk Bakker");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Nothing_of_it_is_left_and_others_stay()
    {
        await storage.Dossiers.EraseAsync(Ria);
        await storage.Dossiers.EraseAsync(Ria);

        Assert.Null(await storage.Dossiers.ReadAsync(Ria, DossierSection.Client));
        Assert.Empty(await storage.Dossiers.ReadAllAsync(Ria));
        Assert.Empty(await storage.Tables.Dossiers.QueryAsync<TableEntity>(row => row.PartitionKey == Ria).ToListAsync());
        Assert.Equal("Henk Bakker", await storage.Dossiers.ReadAsync(Henk, DossierSection.Client));
    }

    [Fact]
    public async Task A_copy_of_its_rows_that_comes_back_cannot_be_read()
    {
        TableEntity copy = await storage.Tables.Dossiers.GetEntityAsync<TableEntity>(Ria, DossierSection.Client);
        await storage.Dossiers.EraseAsync(Ria);
        await storage.Tables.Dossiers.UpsertEntityAsync(copy, TableUpdateMode.Replace);

        Assert.Null(await storage.Dossiers.ReadAsync(Ria, DossierSection.Client));
        Assert.Empty(await storage.Dossiers.ReadAllAsync(Ria));
    }

    [Fact]
    public async Task Its_wrapped_key_has_gone()
    {
        await storage.Dossiers.EraseAsync(Ria);

        TableEntity left = await storage.Tables.DossierKeys.GetEntityAsync<TableEntity>(Ria, "key");
        Assert.DoesNotContain(left, property => property.Value is byte[]);
        Assert.Equal(TestStorage.Monday, left.GetDateTimeOffset("ErasedAt"));
    }

    [Fact]
    public async Task Nothing_can_be_written_to_it_any_more()
    {
        await storage.Dossiers.EraseAsync(Ria);

        await Assert.ThrowsAsync<DossierErasedException>(() => storage.Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen"));
    }

    [Fact]
    public async Task One_that_was_never_written_cannot_be_written_later()
    {
        await storage.Dossiers.EraseAsync("referral-never-written");

        await Assert.ThrowsAsync<DossierErasedException>(() => storage.Dossiers.WriteAsync("referral-never-written", DossierSection.Client, "late"));
    }

    [Fact]
    public async Task A_rotation_of_the_master_key_does_not_bring_it_back()
    {
        await storage.Dossiers.EraseAsync(Ria);
        storage.Master.Rotate();

        Assert.Equal(1, await storage.Keys.RewrapAsync());
        Assert.Null(await storage.Dossiers.ReadAsync(Ria, DossierSection.Client));
    }
}
