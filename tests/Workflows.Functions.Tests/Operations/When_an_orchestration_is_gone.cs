using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Operations;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;

namespace Workflows.Functions.Tests.Operations;

[Collection(nameof(WatchedTelemetry))]
public sealed class When_an_orchestration_is_gone(WholeApp app) : IClassFixture<WholeApp>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_referral_goes_on_where_its_last_turn_left_it(bool isPurged)
    {
        var id = await app.SubmitAsync();
        await GoneAsync(id, isPurged);
        Assert.Equal(202, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);   // stored: nobody hears it

        await ReconcileAsync();
        await RaiseAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Engine.GetInstanceAsync(id, CancellationToken.None))!.RuntimeStatus);
        Assert.Equal("Accepted", await StatusAsync(id));
        var timeline = (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}/timeline")).Json;
        Assert.Equal(Enumerable.Range(1, timeline.GetArrayLength()), timeline.EnumerateArray().Select(happened => happened.GetProperty("sequence").GetInt32()));
    }

    [Fact]
    public async Task One_that_failed_is_tried_again_so_that_a_mended_app_mends_it()
    {
        var id = await app.SubmitAsync();
        await GoneAsync(id, isPurged: true);
        await app.Engine.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), input: null, new StartOrchestrationOptions(InstanceId: id), CancellationToken.None);   // fails over what is not there
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await app.Engine.WaitForInstanceCompletionAsync(id, CancellationToken.None)).RuntimeStatus);
        using var watched = new WatchedTelemetry();

        await ReconcileAsync();

        Assert.Contains(("workflows.referrals.started_again", "state=Failed", 1), watched.Measured);
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);
    }

    [Fact]
    public async Task A_deadline_that_passed_meanwhile_is_handled()
    {
        var id = await app.SubmitAsync();
        await GoneAsync(id, isPurged: true);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));   // no half hour: nobody reconciles
        Assert.Equal("anna", await WorkerAsync(id));

        await ReconcileAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.NotEqual("anna", await WorkerAsync(id));
    }

    [Fact]
    public async Task The_app_finds_it_by_itself_within_the_hour()
    {
        var id = await app.SubmitAsync();
        await GoneAsync(id, isPurged: true);

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Engine.GetInstanceAsync(id, CancellationToken.None))!.RuntimeStatus);
    }

    /// <summary>The practice's system does not answer, so that the delivery has days to go.</summary>
    [Fact]
    public async Task Feedback_that_was_lost_with_it_is_on_its_way_again()
    {
        var id = await app.SubmitAsync();
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        var feedback = ReferralJson.ReadReferral((await app.Get<TimelineStore>().ReadSummaryAsync(id))!).Feedback.Single().Id;
        await GoneAsync(feedback, isPurged: true);
        await GoneAsync(id, isPurged: true);

        await ReconcileAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await app.Engine.WaitForInstanceStartAsync(feedback, CancellationToken.None)).RuntimeStatus);
    }

    [Fact]
    public async Task One_that_cannot_be_started_again_holds_up_no_other()
    {
        var (unreadable, whole) = (await app.SubmitAsync(), await app.SubmitAsync());
        await GoneAsync(unreadable, isPurged: true);
        await GoneAsync(whole, isPurged: true);
        var timeline = app.Get<Tables>().Timeline;
        TableEntity summary = await timeline.GetEntityAsync<TableEntity>(unreadable, "summary");
        await timeline.UpsertEntityAsync(new TableEntity(unreadable, "summary") { ["Json"] = "{" }, TableUpdateMode.Replace);

        Assert.Equal(1, await app.Get<Reconciler>().RunAsync(app.Engine));

        await timeline.UpsertEntityAsync(summary, TableUpdateMode.Replace);
        Assert.Equal(1, await app.Get<Reconciler>().RunAsync(app.Engine));
    }

    [Fact]
    public async Task One_that_runs_or_that_somebody_suspended_is_left_alone()
    {
        var (runs, suspended) = (await app.SubmitAsync(), await app.SubmitAsync());
        await app.Engine.SuspendInstanceAsync(suspended, "looked into", CancellationToken.None);
        var before = (await InstanceAsync(runs), await InstanceAsync(suspended));

        Assert.Equal(0, await app.Get<Reconciler>().RunAsync(app.Engine));

        Assert.Equal(before, (await InstanceAsync(runs), await InstanceAsync(suspended)));
    }

    [Fact]
    public async Task One_whose_person_is_being_erased_stays_gone()
    {
        var id = await app.SubmitAsync();
        await GoneAsync(id, isPurged: true);
        await app.Get<ErasureList>().AddAsync(id);

        await ReconcileAsync();

        Assert.Null(await app.Engine.GetInstanceAsync(id, CancellationToken.None));
    }

    async Task GoneAsync(string instance, bool isPurged)
    {
        if (await app.Engine.GetInstanceAsync(instance, CancellationToken.None) is { IsCompleted: false })
        {
            await app.Engine.TerminateInstanceAsync(instance, CancellationToken.None);
            await app.Engine.WaitForInstanceCompletionAsync(instance, CancellationToken.None);
        }

        if (isPurged)
        {
            Assert.Equal(1, (await app.Engine.PurgeInstanceAsync(instance, CancellationToken.None)).PurgedInstanceCount);
        }
    }

    Task ReconcileAsync() => new ReconcileReferrals(app.Get<Reconciler>()).HalfHourly(new TimerInfo(), app.Engine, CancellationToken.None);

    /// <summary>What was stored and not heard is raised, as the sweep does after a minute of real time.</summary>
    async Task RaiseAsync()
    {
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        await foreach (var mark in app.Get<PendingMarks>().OlderThanAsync(TimeSpan.Zero, CancellationToken.None))
        {
            foreach (var command in await app.Get<TimelineStore>().PendingCommandsAsync(mark.PartitionKey))
            {
                await app.Engine.RaiseEventAsync(mark.PartitionKey, CommandEnvelope.EventName, ReferralJson.ReadCommand(command.Json), CancellationToken.None);
            }
        }

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    async Task<(DateTimeOffset, OrchestrationRuntimeStatus)> InstanceAsync(string id) => await app.Engine.GetInstanceAsync(id, CancellationToken.None) is { } instance ? (instance.CreatedAt, instance.RuntimeStatus) : default;

    async Task<string?> StatusAsync(string id) => (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Json.GetProperty("status").GetString();

    async Task<string?> WorkerAsync(string id) => (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}")).Json.GetProperty("worker").GetString();
}
