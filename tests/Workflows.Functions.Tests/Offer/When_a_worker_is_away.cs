using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Commands;
using Workflows.Functions.Directory;
using Workflows.Functions.Offer;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;
using Submitted = Workflows.Functions.Tests.Intake.Submitted;

namespace Workflows.Functions.Tests.Offer;

public sealed class When_a_worker_is_away : IAsyncLifetime
{
    static readonly DateOnly Monday = new(2026, 4, 13);

    TestStorage storage = null!;
    TestEngine engine = null!;
    AbsentWorkers absences = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        engine = await TestEngine.StartAsync(TestStorage.Monday, _ => { });
        absences = new(storage.Lists, new(storage.Timelines, NullLogger<ReferralCommands>.Instance), storage.Clock);
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task Every_open_referral_of_that_worker_hears_of_it_once()
    {
        await ListedAsync("offered", ReferralStatus.Offered, "anna");
        await ListedAsync("in-support", ReferralStatus.InSupport, "anna");
        await ListedAsync("of-bram", ReferralStatus.InSupport, "bram");
        await ListedAsync("completed", ReferralStatus.Completed, "anna");

        await ReportAsync(new Absence(Monday, Monday.AddDays(4), "bram"));
        await ReportAsync(new Absence(Monday, Monday.AddDays(4), "bram"));

        foreach (var referral in (string[])["offered", "in-support"])
        {
            var command = Assert.Single(await storage.Timelines.PendingCommandsAsync(referral));
            Assert.Equal(new("anna.2026-04-13.unavailable", Actor.Process, new ReportWorkerUnavailable("anna")), ReferralJson.ReadCommand(command.Json));
        }

        Assert.Empty(await storage.Timelines.PendingCommandsAsync("of-bram"));
        Assert.Empty(await storage.Timelines.PendingCommandsAsync("completed"));
    }

    [Fact]
    public async Task A_planned_absence_is_told_from_its_first_day_to_its_last()
    {
        await ListedAsync("in-support", ReferralStatus.InSupport, "anna");
        var planned = new Absence(Monday.AddDays(1), Monday.AddDays(2), "bram");

        await ReportAsync(planned);
        Assert.Empty(await storage.Timelines.PendingCommandsAsync("in-support"));

        storage.Clock.Now = TestStorage.Monday.AddDays(3);
        await ReportAsync(planned);
        Assert.Empty(await storage.Timelines.PendingCommandsAsync("in-support"));

        storage.Clock.Now = TestStorage.Monday.AddDays(1);
        await ReportAsync(planned);
        Assert.Single(await storage.Timelines.PendingCommandsAsync("in-support"));
    }

    [Fact]
    public async Task Who_is_no_longer_in_the_directory_is_gone()
    {
        await ListedAsync("in-support", ReferralStatus.InSupport, "dirk");

        await ReportAsync();

        Assert.Equal("dirk.gone.unavailable", Assert.Single(await storage.Timelines.PendingCommandsAsync("in-support")).Key);
    }

    [Fact]
    public async Task A_completed_referral_hears_of_who_does_not_come_back_because_its_aftercare_is_to_come()
    {
        await ListedAsync("completed", ReferralStatus.Completed, "anna");

        await ReportAsync(new Absence(Monday, Monday.AddDays(4), "bram"));
        Assert.Empty(await storage.Timelines.PendingCommandsAsync("completed"));

        await ReportAsync(new Absence(Monday, null, "bram"));
        Assert.Equal("anna.2026-04-13.unavailable", Assert.Single(await storage.Timelines.PendingCommandsAsync("completed")).Key);
    }

    [Fact]
    public async Task A_referral_with_which_nothing_may_be_done_hears_of_it_when_the_objection_is_answered()
    {
        await ListedAsync("objected", ReferralStatus.OnHold, "anna", isRestricted: true);
        await ReportAsync(new Absence(Monday, Monday.AddDays(4), "bram"));
        Assert.Empty(await storage.Timelines.PendingCommandsAsync("objected"));

        await ListedAsync("objected", ReferralStatus.OnHold, "anna");
        await ReportAsync(new Absence(Monday, Monday.AddDays(4), "bram"));
        Assert.Single(await storage.Timelines.PendingCommandsAsync("objected"));
    }

    /// <summary>Anna has these absences, Bram is there.</summary>
    Task ReportAsync(params Absence[] absencesOfAnna) => absences.ReportAsync(
        Submitted.WelzijnZuid with { Workers = [.. Submitted.WelzijnZuid.Workers, Worker("anna", absencesOfAnna), Worker("bram")] }, engine.Client);

    static Worker Worker(string id, params Absence[] absences) => new(id, id, $"{id}@zuid.example", null, WorkerRole.Worker, null, [], [], 5, [.. absences]);

    async Task ListedAsync(string id, ReferralStatus status, string worker, bool isRestricted = false)
    {
        var listed = new ListedReferral(id, status, null, TestStorage.Monday, "01999901", worker, TestStorage.Monday, worker, null, null, IsRestricted: isRestricted);
        await storage.Lists.MoveAsync([new(ListKey.At(ReferralLists.OfStatus("welzijn-zuid", status), TestStorage.Monday, id), ReferralJson.Write(listed))], []);
    }
}
