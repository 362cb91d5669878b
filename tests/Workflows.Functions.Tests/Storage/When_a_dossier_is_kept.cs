using System.Security.Cryptography;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_a_dossier_is_kept : IAsyncLifetime
{
    const string Ria = "referral-ria";
    const string Henk = "referral-henk";

    TestStorage storage = null!;

    DossierStore Dossiers => storage.Dossiers;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    async Task<TableEntity> RowAsync(string referral, string section) => await storage.Tables.Dossiers.GetEntityAsync<TableEntity>(referral, section);

    async Task<string> StoredAsync()
    {
        var rows = await storage.Tables.Dossiers.QueryAsync<TableEntity>().Concat(storage.Tables.DossierKeys.QueryAsync<TableEntity>()).ToListAsync();
        return string.Join(' ', rows.SelectMany(row => row.Values()));
    }

    [Fact]
    public async Task Its_sections_come_back_and_a_written_one_is_replaced()
    {
        await Dossiers.WriteAsync(Ria, new Dictionary<string, string> { [DossierSection.Client] = "Ria Jansen", [DossierSection.Question] = "komt weinig buiten" });
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria de Vries");

        Assert.Equal("Ria de Vries", await Dossiers.ReadAsync(Ria, DossierSection.Client));
        Assert.Equal(["client", "question"], (await Dossiers.ReadAllAsync(Ria)).Keys);
        Assert.Null(await Dossiers.ReadAsync(Ria, DossierSection.Referrer));
    }

    [Fact]
    public async Task A_command_carries_only_the_name_of_its_free_text()
    {
        var reference = DossierSection.Note("decline-1");
        await Dossiers.WriteAsync(Ria, reference, "ken haar van vroeger");

        Assert.Equal("note!decline-1", reference);
        Assert.Equal("ken haar van vroeger", await Dossiers.ReadAsync(Ria, reference));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_536 - 29)]
    [InlineData(65_536)]
    [InlineData(300_000)]
    public async Task A_long_section_comes_back_whole(int length)
    {
        var content = new string('x', length);
        await Dossiers.WriteAsync(Ria, "long", content);

        Assert.Equal(content, await Dossiers.ReadAsync(Ria, "long"));
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_from_the_tables()
    {
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");

        var stored = await StoredAsync();
        Assert.Contains(Ria, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_bit_is_noticed()
    {
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");
        var row = await RowAsync(Ria, DossierSection.Client);
        row.GetBinary("Sealed")[^1] ^= 1;
        await storage.Tables.Dossiers.UpsertEntityAsync(row, TableUpdateMode.Replace);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Dossiers.ReadAsync(Ria, DossierSection.Client));
    }

    [Theory]
    [InlineData(Henk, DossierSection.Client)]
    [InlineData(Ria, DossierSection.Question)]
    public async Task A_row_put_in_the_place_of_another_is_noticed(string referral, string section)
    {
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");
        await Dossiers.WriteAsync(Henk, DossierSection.Client, "Henk Bakker");
        var row = await RowAsync(Ria, DossierSection.Client);
        await storage.Tables.Dossiers.UpsertEntityAsync(new TableEntity(referral, section) { ["Sealed"] = row.GetBinary("Sealed") }, TableUpdateMode.Replace);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Dossiers.ReadAsync(referral, section));
    }

    [Fact]
    public async Task Two_people_do_not_share_a_key_even_when_their_wrapped_keys_are_swapped()
    {
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");
        await Dossiers.WriteAsync(Henk, DossierSection.Client, "Henk Bakker");
        TableEntity key = await storage.Tables.DossierKeys.GetEntityAsync<TableEntity>(Ria, "key");
        key.PartitionKey = Henk;
        await storage.Tables.DossierKeys.UpsertEntityAsync(key, TableUpdateMode.Replace);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Dossiers.ReadAsync(Henk, DossierSection.Client));
    }

    [Fact]
    public async Task Two_first_writes_at_the_same_moment_use_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(section => Dossiers.WriteAsync(Ria, $"section {section}", $"content {section}")));

        Assert.Equal(Enumerable.Range(0, 8).Select(section => $"content {section}"), (await Dossiers.ReadAllAsync(Ria)).Values);
    }

    [Fact]
    public async Task A_new_master_key_takes_over_without_a_dossier_being_opened()
    {
        await Dossiers.WriteAsync(Ria, DossierSection.Client, "Ria Jansen");
        var before = (await RowAsync(Ria, DossierSection.Client)).ETag;
        storage.Master.Rotate();

        Assert.Equal("Ria Jansen", await Dossiers.ReadAsync(Ria, DossierSection.Client));
        Assert.Equal(1, await storage.Keys.RewrapAsync());
        Assert.Equal(0, await storage.Keys.RewrapAsync());

        storage.Master.Forget("1");
        Assert.Equal("Ria Jansen", await Dossiers.ReadAsync(Ria, DossierSection.Client));
        Assert.Equal(before, (await RowAsync(Ria, DossierSection.Client)).ETag);
    }

    [Fact]
    public async Task A_hash_of_the_app_stays_the_same_under_a_new_master_key()
    {
        var before = await storage.Hash.OfAsync("purpose", ["ria"]);
        storage.Master.Rotate();
        await storage.Keys.RewrapAsync();
        storage.Master.Forget("1");

        Assert.Equal(before, await new KeyedHash(storage.Keys).OfAsync("purpose", ["ria"]));
    }

    [Fact]
    public async Task A_hash_tells_parts_and_purposes_apart()
    {
        string[] hashes =
        [
            await storage.Hash.OfAsync("purpose", ["ab", "c"]),
            await storage.Hash.OfAsync("purpose", ["a", "bc"]),
            await storage.Hash.OfAsync("other", ["ab", "c"]),
        ];

        Assert.Equal(3, hashes.Distinct().Count());
    }
}
