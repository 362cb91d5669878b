using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Audit;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Audit;

public sealed class When_something_is_recorded : IAsyncLifetime
{
    AuditUnderTest audit = null!;

    public async Task InitializeAsync() => audit = await AuditUnderTest.CreateAsync();

    public Task DisposeAsync()
    {
        audit.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task It_stands_in_the_chain_of_its_organisation_and_month_with_everything_that_was_said()
    {
        var entry = new AuditEntry(AuditEvents.ClientRead, TestStorage.Monday, "r1", Role.Worker, "bram", OnBehalfOf: "anna", Ground: AuditGrounds.StandsIn);
        var refused = new AuditEntry(AuditEvents.ClientRead, TestStorage.Monday, "r1", Role.Referrer, "01999902", Account: "oid-gp", Refusal: AuditRefusals.NotTheirs);

        await audit.Log.AppendAsync(AuditUnderTest.Chain, entry);
        await audit.Log.AppendAsync(AuditUnderTest.Chain, refused);

        Assert.Equal([entry, refused], await audit.Table.EntriesAsync(AuditUnderTest.April).Skip(1).ToListAsync());
        Assert.Empty(await audit.Table.EntriesAsync(AuditUnderTest.April with { Chain = "buurtwerk-noord" }).ToListAsync());
    }

    [Fact]
    public async Task What_is_about_one_person_is_found_without_reading_what_is_about_others()
    {
        await audit.Log.AppendAsync(AuditUnderTest.Chain, audit.Read("r1"));
        await audit.Log.AppendAsync(AuditUnderTest.Chain, audit.Read("r10"));
        await audit.Log.AppendAsync(AuditUnderTest.Chain, audit.Read("r1") with { User = "bram" });

        Assert.Equal(["anna", "bram"], await audit.Table.EntriesAsync(AuditUnderTest.April, "r1").Select(entry => entry.User).ToListAsync());
    }

    [Fact]
    public async Task A_month_begins_in_Amsterdam_with_the_hash_of_the_month_before()
    {
        await audit.AppendAsync(1);
        audit.Storage.Clock.Now = new(2026, 4, 30, 21, 59, 59, TimeSpan.Zero);
        await audit.AppendAsync(1);
        audit.Storage.Clock.Now = new(2026, 4, 30, 22, 0, 0, TimeSpan.Zero);
        await audit.AppendAsync(1);

        var verdict = await audit.VerifyAsync();
        Assert.True(verdict.Holds);
        Assert.Equal([("2026-04", 3L), ("2026-05", 2L)], verdict.Months.Select(month => (month.Month, month.Entries)));

        var opening = await audit.Table.EntriesAsync(new(AuditUnderTest.Chain, "2026-05")).FirstAsync();
        Assert.Equal((AuditEvents.MonthOpened, "2026-04"), (opening.Event, opening.Ground));
        TableEntity first = await audit.Storage.Tables.Audit.GetEntityAsync<TableEntity>("welzijn-zuid!2026-05", AuditRows.Key(1));
        Assert.Equal(verdict.Months[0].Hash, first.GetString(AuditRows.Previous));
    }

    [Fact]
    public async Task Nothing_comes_into_a_month_that_is_closed_from_a_process_whose_clock_is_slow()
    {
        await audit.AppendAsync(1);
        var slow = new TestClock(TestStorage.Monday);
        using var other = new AuditLog(audit.Table, audit.Storage.Hash, slow, NullLogger<AuditLog>.Instance);
        await other.AppendAsync(AuditUnderTest.Chain, audit.Read());
        audit.Storage.Clock.Now = TestStorage.Monday.AddMonths(1);
        await audit.AppendAsync(1);

        await other.AppendAsync(AuditUnderTest.Chain, audit.Read() with { User = "slow" });

        Assert.True((await audit.VerifyAsync()).Holds);
        Assert.Equal("slow", (await audit.Table.EntriesAsync(new(AuditUnderTest.Chain, "2026-05")).LastAsync()).User);
    }

    [Fact]
    public async Task Processes_that_write_at_the_same_moment_make_one_chain_and_lose_nothing()
    {
        var processes = Enumerable.Range(0, 3).Select(_ => audit.AnotherProcess()).ToList();

        await Task.WhenAll(processes.SelectMany((process, number) =>
            Enumerable.Range(0, 60).Select(entry => process.AppendAsync(AuditUnderTest.Chain, audit.Read($"r{number}-{entry}")))));

        var verdict = await audit.VerifyAsync();
        Assert.True(verdict.Holds);
        var written = await audit.Table.EntriesAsync(AuditUnderTest.April).Skip(1).Select(entry => entry.Referral).ToListAsync();
        Assert.Equal(180, written.Distinct().Count());
        Assert.Equal(180, written.Count);
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public async Task A_chain_holds_while_others_write_to_it()
    {
        await audit.AppendAsync(1);
        var writing = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => audit.Log.AppendAsync(AuditUnderTest.Chain, audit.Read())));
        do
        {
            Assert.Null((await audit.VerifyAsync()).Broken);
        }
        while (!writing.IsCompleted);

        await writing;
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_told_to_whoever_wanted_to_do_it_and_the_next_one_tries_again()
    {
        await audit.AppendAsync(1);
        var nobody = new Tables(new TableServiceClient(await Azurite.ConnectionStringAsync()), "none");
        using var broken = new AuditLog(new(nobody), audit.Storage.Hash, audit.Storage.Clock, NullLogger<AuditLog>.Instance);

        var failure = await Assert.ThrowsAsync<AuditUnavailableException>(() => broken.AppendAsync(AuditUnderTest.Chain, audit.Read()));
        Assert.IsType<RequestFailedException>(failure.InnerException, exactMatch: false);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => broken.AppendAsync(AuditUnderTest.Chain, audit.Read()));

        await nobody.Audit.CreateIfNotExistsAsync();
        await broken.AppendAsync(AuditUnderTest.Chain, audit.Read());
        await nobody.Audit.DeleteAsync();
    }

    [Fact]
    public async Task After_an_erasure_the_chain_still_holds_and_says_nothing_of_the_person()
    {
        await audit.Storage.Dossiers.WriteAsync("r1", DossierSection.Client, "Ria Jansen");
        await audit.AppendAsync(3);

        await audit.Storage.Dossiers.EraseAsync("r1");

        Assert.True((await audit.VerifyAsync()).Holds);
        Assert.Equal(3, await audit.Table.EntriesAsync(AuditUnderTest.April, "r1").CountAsync());
    }
}
