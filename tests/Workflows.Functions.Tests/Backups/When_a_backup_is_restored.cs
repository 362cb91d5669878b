using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Audit;
using Workflows.Functions.Backups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Backups;

/// <summary>One app is lived in, backed up and lost; another, with nothing but the backups and the master key, takes its place.</summary>
public sealed class When_a_backup_is_restored : IAsyncLifetime
{
    const string Admin = "administrator/admin";

    readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("restored");
    readonly TestMasterKey master = new();
    WholeApp lost = null!;

    public async Task InitializeAsync()
    {
        lost = App("2026-04-13T10:00:00+02:00");
        await lost.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await lost.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_is_as_it_was_and_the_referrals_go_on()
    {
        var (offered, accepted, closed) = (await lost.SubmitAsync(), await TakenAsync(), await lost.RejectedAsync());
        var backup = await BackUpAsync();
        var before = await TableContents.OfAsync(lost.Get<Tables>());

        await using var next = await RestoredAsync(backup);

        var after = await TableContents.OfAsync(next.App.Get<Tables>());
        Assert.All(BackedUpTables.InOrder.Except(["Audit"]), table => Assert.Equal(before[table], after[table]));
        Assert.Subset(after["Audit"].Select(WithoutTheEnd).ToHashSet(), before["Audit"].Select(WithoutTheEnd).ToHashSet());
        foreach (var id in (string[])[offered, accepted, closed])
        {
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await next.App.Engine.GetInstanceAsync(id, CancellationToken.None))!.RuntimeStatus);
        }

        await using var again = await next.StartAgainAsync();   // it still held keys of its own, of before the restore
        Assert.Equal(200, (await again.App.CallAsync("worker/anna", "POST", $"/api/referrals/{offered}/commands/accept")).Status);
        Assert.Equal("Jansen", (await again.App.CallAsync("coordinator/coen", "GET", $"/api/referrals/{accepted}/client")).Json.GetProperty("client").GetProperty("familyName").GetString()![..6]);
        Assert.Contains(await again.App.Get<AuditTable>().EntriesAsync(AuditMonth.At(AuditMonth.App, again.App.Now)).ToListAsync(), entry => entry is { Event: AuditEvents.BackupRestored, User: "admin" });
        Assert.All(await again.App.Get<AuditCheck>().CheckAllAsync(), verdict => Assert.True(verdict.Holds, verdict.Chain));
    }

    [Fact]
    public async Task Who_was_erased_since_does_not_come_back_also_when_only_a_later_backup_knows()
    {
        var (gone, stays) = (await lost.SubmitAsync(), await lost.SubmitAsync());
        var backup = await BackUpAsync();
        await lost.Get<Workflows.Functions.Retention.Erasure>().EraseAsync(gone);
        await lost.AdvanceAsync(TimeSpan.FromMinutes(1));
        await BackUpAsync();

        await using var next = await RestoredAsync(backup);

        Assert.Null(await next.App.Get<DataKeys>().FindAsync(gone));
        Assert.Empty(await next.App.Get<DossierStore>().ReadAllAsync(gone));
        Assert.NotNull(await next.App.Get<DataKeys>().FindAsync(stays));
        Assert.True(ReferralJson.ReadReferral((await next.App.Get<TimelineStore>().ReadSummaryAsync(gone))!).IsErased);
        Assert.Null(await next.App.Engine.GetInstanceAsync(gone, CancellationToken.None));
        Assert.DoesNotContain((await TableContents.OfAsync(next.App.Get<Tables>()))["Submissions"], line => line.Contains(gone, StringComparison.Ordinal));
        Assert.Equal(404, (await next.App.CallAsync("coordinator/cora", "GET", $"/api/referrals/{gone}")).Status);
    }

    [Fact]
    public async Task What_was_on_its_way_goes_on()
    {
        var id = await lost.SubmitAsync();
        await lost.Engine.SuspendInstanceAsync(id, "so that the command waits", CancellationToken.None);
        Assert.Equal(202, (await lost.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);
        var backup = await BackUpAsync();

        await using var next = await RestoredAsync(backup);

        Assert.Equal([id], (await TableContents.OfAsync(next.App.Get<Tables>()))["Pending"].Select(line => line.Split('"')[3]));
        Assert.Equal("accept", ReferralJson.ReadCommand((await next.App.Get<TimelineStore>().PendingCommandsAsync(id)).Single().Json).Command.GetType().Name.ToLowerInvariant());
    }

    [Fact]
    public async Task The_wrapped_keys_lie_apart()
    {
        await lost.SubmitAsync();
        await BackUpAsync();

        Assert.DoesNotContain(FilesIn(BackupPlace.DataName), file => file.Contains(BackedUpTables.Keys, StringComparison.Ordinal));
        Assert.All(FilesIn(BackupPlace.KeysName), file => Assert.Contains(BackedUpTables.Keys, file, StringComparison.Ordinal));
        Assert.NotEmpty(FilesIn(BackupPlace.KeysName));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("missing")]
    [InlineData("another's manifest")]
    [InlineData("another's key")]
    public async Task A_backup_that_is_not_as_it_was_written_is_not_restored(string how)
    {
        await lost.SubmitAsync();
        var backup = await BackUpAsync();
        var timeline = FilesIn(BackupPlace.DataName).Single(file => file.Contains("Timeline", StringComparison.Ordinal));
        var manifest = FilesIn(BackupPlace.DataName).Single(file => file.EndsWith("manifest.json", StringComparison.Ordinal));
        await (how switch
        {
            "changed" => File.AppendAllTextAsync(timeline, " "),
            "missing" => Task.Run(() => File.Delete(timeline)),
            "another's key" => SignAsync(backup, "2"),
            _ => File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"rows\":", "\"rows\":1", StringComparison.Ordinal)),
        });

        await using var next = await NextAsync();
        var restore = await RestoreAsync(next.App, backup);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, restore.RuntimeStatus);
        Assert.Equal(typeof(BackupException).FullName, restore.FailureDetails!.InnerFailure?.ErrorType ?? restore.FailureDetails.ErrorType);
        Assert.Empty((await TableContents.OfAsync(next.App.Get<Tables>()))["Timeline"]);
    }

    /// <summary>All but the directory was back already, with what another backup does not have.</summary>
    [Fact]
    public async Task Another_backup_can_be_restored_after_one_that_failed_and_nothing_of_that_one_stays_but_who_was_erased()
    {
        var stays = await lost.SubmitAsync();
        var good = await BackUpAsync();
        var before = await TableContents.OfAsync(lost.Get<Tables>());
        var ghost = await lost.SubmitAsync();
        await lost.Get<ErasureList>().AddAsync("erased");
        var bad = await BackUpAsync();
        await File.AppendAllTextAsync(FilesIn(BackupPlace.DataName).Single(file => file.Contains($"{bad}/Directory", StringComparison.Ordinal)), " ");

        await using var next = await NextAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await RestoreAsync(next.App, bad)).RuntimeStatus);
        Assert.Equal([BackedUpTables.Erasures], (await TableContents.OfAsync(next.App.Get<Tables>())).Where(table => table.Value.Count > 0).Select(table => table.Key));
        await using var again = await next.StartAgainAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await RestoreAsync(again.App, good)).RuntimeStatus);

        var after = await TableContents.OfAsync(again.App.Get<Tables>());
        Assert.Null(await again.App.Get<DataKeys>().FindAsync(ghost));
        Assert.Equal(["erased"], await again.App.Get<ErasureList>().AllAsync().ToListAsync());
        Assert.All(BackedUpTables.InOrder.Except([BackedUpTables.Erasures, BackedUpTables.Keys, "Audit"]), table => Assert.Equal(before[table], after[table]));
        await using var last = await again.StartAgainAsync();
        Assert.Equal(200, (await last.App.CallAsync("worker/anna", "POST", $"/api/referrals/{stays}/commands/accept")).Status);
        Assert.Equal(404, (await last.App.CallAsync("coordinator/cora", "GET", $"/api/referrals/{ghost}")).Status);
        Assert.All(await last.App.Get<AuditCheck>().CheckAllAsync(), verdict => Assert.True(verdict.Holds, verdict.Chain));
    }

    /// <summary>Each night it looks through its audit chains, in which nothing stands yet.</summary>
    [Fact]
    public async Task An_app_that_nobody_has_used_is_new_also_after_some_nights()
    {
        await lost.SubmitAsync();
        var backup = await BackUpAsync();

        await using var next = await NextAsync();
        await next.App.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await RestoreAsync(next.App, backup)).RuntimeStatus);
    }

    /// <summary>What failed before anything was put back left the app as it was, and people began to use it.</summary>
    [Fact]
    public async Task Nothing_is_restored_over_an_app_that_came_into_use_after_a_restore_that_failed()
    {
        await lost.SubmitAsync();
        var backup = await BackUpAsync();
        var manifest = FilesIn(BackupPlace.DataName).Single(file => file.EndsWith("manifest.json", StringComparison.Ordinal));
        await File.AppendAllTextAsync(manifest, " ");

        await using var next = await NextAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await RestoreAsync(next.App, backup)).RuntimeStatus);
        var id = await next.App.SubmitAsync();

        Assert.Equal(409, (await next.App.CallAsync(Admin, "POST", $"/api/backups/{backup}/restore")).Status);
        Assert.NotNull(await next.App.Get<DataKeys>().FindAsync(id));
    }

    /// <summary>The oldest backup loses its files one by one each day, and a key that signed may be disabled by now. Only what a later one knew of erasures is not known then.</summary>
    [Theory]
    [InlineData("manifest")]
    [InlineData("signature")]
    [InlineData("key")]
    [InlineData("erasures")]
    public async Task A_good_backup_is_restored_also_when_others_cannot_be_read_and_it_is_said_whose_erasures_are_not_known(string what)
    {
        await lost.SubmitAsync();
        var earlier = await BackUpAsync();
        await lost.AdvanceAsync(TimeSpan.FromMinutes(1));
        var good = await BackUpAsync();
        await lost.AdvanceAsync(TimeSpan.FromMinutes(1));
        var later = await BackUpAsync();
        foreach (var other in (string[])[earlier, later])
        {
            var files = FilesIn(BackupPlace.DataName).Where(file => file.Contains($"{other}/", StringComparison.Ordinal)).ToList();
            await (what switch
            {
                "manifest" => File.AppendAllTextAsync(files.Single(file => file.EndsWith("manifest.json", StringComparison.Ordinal)), " "),
                "signature" => Task.Run(() => File.Delete(files.Single(file => file.EndsWith("manifest.signature", StringComparison.Ordinal)))),
                "key" => SignAsync(other, "2"),
                _ => Task.Run(() => File.Delete(files.Single(file => file.Contains(BackedUpTables.Erasures, StringComparison.Ordinal)))),
            });
        }

        await using var next = await RestoredAsync(good);

        await using var again = await next.StartAgainAsync();
        var shown = await again.App.CallAsync(Admin, "GET", "/api/backups");
        Assert.Equal(200, shown.Status);
        Assert.Equal([later], shown.Json.GetProperty("unreadErasures").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(
            what is "erasures" ? [later, good, earlier] : [good],
            shown.Json.GetProperty("backups").EnumerateArray().Where(backup => backup.GetProperty("endedAt").ValueKind is not JsonValueKind.Null).Select(backup => backup.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Nothing_is_restored_over_an_app_that_is_in_use()
    {
        await lost.SubmitAsync();
        var backup = await BackUpAsync();

        var refused = await lost.CallAsync(Admin, "POST", $"/api/backups/{backup}/restore");

        Assert.Equal((409, "in-use"), (refused.Status, refused.Json.GetProperty("type").GetString()!.Split('/')[^1]));
        await Assert.ThrowsAsync<BackupException>(() => new PlanRestore(lost.Get<BackupPlace>(), master, lost.Get<AppUse>(), NullLogger<PlanRestore>.Instance).Run(new(backup, "admin"), CancellationToken.None));
        Assert.Equal(404, (await lost.CallAsync(Admin, "POST", "/api/backups/20200101T000000Z/restore")).Status);
        Assert.Equal(403, (await lost.CallAsync("coordinator/cora", "POST", $"/api/backups/{backup}/restore")).Status);
        var shown = (await lost.CallAsync(Admin, "GET", "/api/backups")).Json;
        var made = Assert.Single(shown.GetProperty("backups").EnumerateArray());
        Assert.Equal(backup, made.GetProperty("name").GetString());
        Assert.True(made.GetProperty("rows").GetInt64() > 20);
        Assert.Equal("Completed", shown.GetProperty("backup").GetString());
        Assert.Empty(shown.GetProperty("unreadErasures").EnumerateArray());
    }

    /// <summary>An entry that came while the backup read the chain: it has the copy and not the entry, and the chain's end with its note from after or from before it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_audit_chain_that_was_being_written_ends_with_the_last_entry_that_is_there_and_goes_on_from_it(bool theEndKnows)
    {
        var id = await lost.SubmitAsync();
        var (table, month) = (lost.Get<AuditTable>(), AuditMonth.At("welzijn-zuid", lost.Now));
        var last = (await table.LinesAsync(month).LastAsync()).Sequence;
        TableEntity[] ends = [(await table.HeadAsync(month))!, (await table.NotesAsync(month.Chain)).Single().Row];
        Assert.Equal(200, (await lost.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Status);
        await table.Client.DeleteEntityAsync(month.Partition, AuditRows.Key(last + 1));
        foreach (var end in theEndKnows ? [] : ends)
        {
            await table.Client.UpsertEntityAsync(end, TableUpdateMode.Replace);
        }

        var backup = await BackUpAsync();

        await using var next = await RestoredAsync(backup);

        await using var again = await next.StartAgainAsync();
        Assert.Equal(last, (await again.App.Get<AuditTable>().LinesAsync(month).LastAsync()).Sequence);
        Assert.All(await again.App.Get<AuditCheck>().CheckAllAsync(), verdict => Assert.True(verdict.Holds, verdict.Chain));
        Assert.Equal(200, (await again.App.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Status);
        Assert.All(await again.App.Get<AuditCheck>().CheckAllAsync(), verdict => Assert.True(verdict.Holds, verdict.Chain));
    }

    [Fact]
    public async Task One_is_made_each_night_where_there_is_a_place()
    {
        await lost.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(2, (await lost.CallAsync(Admin, "GET", "/api/backups")).Json.GetProperty("backups").GetArrayLength());

        var without = new WholeApp();
        await without.InitializeAsync();
        await without.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal("no-backup-storage", (await without.CallAsync(Admin, "POST", "/api/backups")).Json.GetProperty("type").GetString()!.Split('/')[^1]);
        await without.DisposeAsync();
    }

    WholeApp App(string start, string? prefix = null) => new()
    {
        Master = master,
        Prefix = prefix,
        Settings = new Dictionary<string, string> { ["BackupStorage"] = folder.FullName, ["LocalClock:Start"] = start },
    };

    async Task<string> BackUpAsync()
    {
        var begun = await lost.CallAsync(Admin, "POST", "/api/backups");
        Assert.Equal(202, begun.Status);
        var made = await lost.Engine.WaitForInstanceCompletionAsync(BackUp.InstanceId, CancellationToken.None);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, made.RuntimeStatus);
        return begun.Json.GetProperty("name").GetString()!;
    }

    async Task<NextApp> NextAsync()
    {
        var app = App(lost.Now.ToString("O"));
        await app.InitializeAsync();
        return new(this, app);
    }

    static async Task<OrchestrationMetadata> RestoreAsync(WholeApp app, string backup)
    {
        Assert.Equal(202, (await app.CallAsync(Admin, "POST", $"/api/backups/{backup}/restore")).Status);
        return await app.Engine.WaitForInstanceCompletionAsync(Workflows.Functions.Backups.Restore.InstanceId, getInputsAndOutputs: true, CancellationToken.None);
    }

    async Task<NextApp> RestoredAsync(string backup)
    {
        var next = await NextAsync();
        var restored = await RestoreAsync(next.App, backup);
        Assert.True(restored.RuntimeStatus is OrchestrationRuntimeStatus.Completed, restored.FailureDetails?.ToString());
        return next;
    }

    async Task<string> TakenAsync()
    {
        var (id, worker) = await lost.AcceptedAsync();
        Assert.Equal(200, (await lost.CallAsync(worker, "POST", $"/api/referrals/{id}/messages", new { text = "Ik bel haar morgen." })).Status);
        await lost.AdvanceAsync(TimeSpan.FromSeconds(1));
        return id;
    }

    /// <summary>As one who has no version of the master key that the app has.</summary>
    Task SignAsync(string backup, string version) => File.WriteAllTextAsync(FilesIn(BackupPlace.DataName).Single(file => file.EndsWith($"{backup}/manifest.signature", StringComparison.Ordinal)), $"{version} c2lnbmVk");

    string[] FilesIn(string place) => System.IO.Directory.GetFiles(Path.Combine(folder.FullName, place), "*", SearchOption.AllDirectories);

    /// <summary>The end of a chain moves on with the entry that tells of the restore.</summary>
    static string WithoutTheEnd(string line) => line.Contains("\"IsClosed\"", StringComparison.Ordinal) ? line[..line.IndexOf("\"Hash\"", StringComparison.Ordinal)] : line;

    /// <summary>The app that takes the place of the one that was lost.</summary>
    sealed class NextApp(When_a_backup_is_restored test, WholeApp app) : IAsyncDisposable
    {
        public WholeApp App => app;

        /// <summary>The same app after a restart.</summary>
        public async Task<NextApp> StartAgainAsync()
        {
            await app.DisposeAsync();
            var again = test.App(test.lost.Now.ToString("O"), app.Prefix);
            await again.InitializeAsync();
            return new(test, again);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}
