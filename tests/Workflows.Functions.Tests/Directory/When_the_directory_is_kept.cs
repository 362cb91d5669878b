using System.Text;
using Azure.Data.Tables;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Tests.Directory;

public sealed class When_the_directory_is_kept : IAsyncLifetime
{
    readonly WatchedRequests requests = new();
    TestStorage storage = null!;
    DirectoryTable table = null!;
    DirectoryStore store = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync(requests);
        table = new(storage.Tables, storage.Master);
        store = new(table);
        await table.CreateAsync(default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_imported_is_read_back_the_same()
    {
        var file = DirectoryText.Accepted(DirectoryText.File);

        Assert.True(await store.ImportAsync(file));

        Assert.Equal(file.Organisations, (await OfAnotherProcess().AllAsync()).Organisations);
        Assert.Equal(file.Funders, (await OfAnotherProcess().SharedAsync()).Funders);
        Assert.Equal(file.Administrators, (await OfAnotherProcess().SharedAsync()).Administrators);
        Assert.Equal(file.Keys, (await OfAnotherProcess().SharedAsync()).Keys);
    }

    [Fact]
    public async Task An_import_of_what_is_there_already_changes_nothing()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));

        Assert.Equal(DirectoryText.Accepted(DirectoryText.File).Organisations, (await store.AllAsync()).Organisations);
    }

    [Fact]
    public async Task What_a_file_names_is_replaced_as_a_whole_and_what_it_does_not_name_stays()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        var zuid = (await store.OrganisationAsync("welzijn-zuid"))!;
        var noord = zuid with { Id = "noord" };

        await store.ImportAsync(DirectoryFile.Empty with { Organisations = [noord, zuid with { Workers = [.. zuid.Workers.Where(worker => worker.Id != "bram")] }] });

        Assert.Equal(["anna", "cora"], (await store.OrganisationAsync("welzijn-zuid"))!.Workers.Select(worker => worker.Id));
        Assert.Equal(noord, await store.OrganisationAsync("noord"));
        Assert.Equal(["gemeente"], (await store.SharedAsync()).Funders.Select(funder => funder.Id));
    }

    [Fact]
    public async Task A_write_is_seen_at_once()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        Assert.Equal("Welzijn Zuid", (await store.OrganisationAsync("welzijn-zuid"))!.Name);

        await store.ChangeAsync("welzijn-zuid", organisation => organisation! with { Name = "Zuid" });

        Assert.Equal("Zuid", (await store.OrganisationAsync("welzijn-zuid"))!.Name);
    }

    [Fact]
    public async Task What_was_being_read_when_the_store_was_told_to_forget_is_not_kept()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        requests.OnAnswer = () =>
        {
            requests.OnAnswer = null;
            Assert.True(OfAnotherProcess().ChangeAsync("welzijn-zuid", organisation => organisation! with { Name = "Zuid" }).GetAwaiter().GetResult());
            store.Forget();
        };
        Assert.Equal("Welzijn Zuid", (await store.OrganisationAsync("welzijn-zuid"))!.Name);

        Assert.Equal("Zuid", (await store.OrganisationAsync("welzijn-zuid"))!.Name);
    }

    [Fact]
    public async Task Everything_is_kept_as_long_as_its_parts()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        await store.AllAsync();
        var asked = requests.Count;

        await store.AllAsync();
        Assert.Equal(asked, requests.Count);

        await store.ChangeAsync("noord", _ => DirectoryText.Accepted(DirectoryText.File).Organisations[0] with { Id = "noord" });
        Assert.Equal(2, (await store.AllAsync()).Organisations.Count);
    }

    [Fact]
    public async Task Of_two_writers_at_the_same_moment_one_is_told_and_changes_nothing()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));

        var interrupted = await store.ChangeAsync("welzijn-zuid", organisation =>
        {
            Assert.True(OfAnotherProcess().ChangeAsync("welzijn-zuid", other => other! with { Workers = [.. other.Workers.Where(worker => worker.Id != "bram")] }).GetAwaiter().GetResult());
            return organisation! with { Practices = [] };
        });

        Assert.False(interrupted);
        var kept = (await OfAnotherProcess().OrganisationAsync("welzijn-zuid"))!;
        Assert.Equal(["anna", "cora"], kept.Workers.Select(worker => worker.Id));
        Assert.Equal(2, kept.Practices.Count);
    }

    [Fact]
    public async Task More_than_one_transaction_holds_is_written_too()
    {
        var zuid = DirectoryText.Accepted(DirectoryText.File).Organisations[0];
        var many = zuid with { Practices = [.. Enumerable.Range(1_000_000, 250).Select(number => new Practice($"0{number}", "Praktijk")), .. zuid.Practices] };

        Assert.True(await store.ImportAsync(DirectoryFile.Empty with { Organisations = [many] }));

        Assert.Equal(many, await OfAnotherProcess().OrganisationAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task What_is_written_at_once_is_no_larger_than_Azure_accepts()
    {
        var zuid = DirectoryText.Accepted(DirectoryText.File).Organisations[0];
        var large = zuid with { Practices = [.. Enumerable.Range(1_000_000, 90).Select(number => new Practice($"0{number}", new string('p', 60_000)))] };

        Assert.True(await store.ImportAsync(DirectoryFile.Empty with { Organisations = [large] }));

        Assert.InRange(requests.LargestBody, 1_000_000, 4 * 1024 * 1024);
        Assert.Equal(large, await OfAnotherProcess().OrganisationAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task An_organisation_that_nobody_entered_is_not_there()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));

        Assert.Null(await store.OrganisationAsync("elders"));
        Assert.Null(await store.OrganisationAsync("!shared"));
        Assert.Equal(["welzijn-zuid"], (await store.AllAsync()).Organisations.Select(organisation => organisation.Id));
    }

    [Fact]
    public async Task Neither_a_key_nor_a_secret_stands_in_the_table_as_it_is()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));

        var stored = new StringBuilder();
        await foreach (var entity in storage.Tables.Named("Directory").QueryAsync<TableEntity>())
        {
            foreach (var (_, value) in entity)
            {
                stored.Append(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value);
            }
        }

        Assert.Contains("01999901", stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(DirectoryText.Key, stored.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(DirectoryText.Secret[6..], stored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_stay_readable_when_the_master_key_is_rotated()
    {
        await store.ImportAsync(DirectoryText.Accepted(DirectoryText.File));
        storage.Master.Rotate();

        Assert.Equal([DirectoryText.Secret], (await OfAnotherProcess().OrganisationAsync("welzijn-zuid"))!.Agreements[0].Feedback.Callback!.Secrets!);
    }

    DirectoryStore OfAnotherProcess() => new(table);
}
