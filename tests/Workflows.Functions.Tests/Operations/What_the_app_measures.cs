using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Operations;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Repository;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Operations;

[Collection(nameof(WatchedTelemetry))]
public sealed partial class What_the_app_measures(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public void Stands_in_the_operators_table_with_its_unit_and_nothing_else_does()
    {
        using var watched = new WatchedTelemetry();
        Telemetry.Turn();
        Assert.NotNull(app.Get<OperationsGauge>());

        Assert.Equal(
            watched.Instruments.Values.Select(instrument => $"{instrument.Name} {instrument.Unit!.Trim('{', '}')}").Order(StringComparer.Ordinal),
            Row().Matches(CommittedFiles.Read("docs/operations/README.md")).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Follows_a_referral_from_its_first_turn_to_the_answer_of_the_practices_system()
    {
        using var watched = new WatchedTelemetry();

        await TakenAsync();

        Assert.Contains(watched.Measured, measured => measured is { Instrument: "workflows.orchestration.turns", Value: 1 });
        Assert.Contains(watched.Measured, measured => measured is { Instrument: "workflows.notifications.sends", Tags: "channel=email result=accepted" });
        Assert.Contains(watched.Measured, measured => measured is { Instrument: "workflows.callback.duration", Tags: "result=later", Value: > 0 });
    }

    [Fact]
    public async Task Counts_what_is_asked_of_storage()
    {
        using var watched = new WatchedTelemetry();

        Assert.Null(await new TimelineStore(Tables.Open(await Azurite.ConnectionStringAsync(), () => throw new InvalidOperationException(), $"t{Guid.NewGuid():N}"[..10]), marks: null!).ReadSummaryAsync("referral-1"));

        Assert.Contains(watched.Measured, measured => measured is { Instrument: "workflows.storage.requests", Tags: "method=GET status=404", Value: 1 });
    }

    [Fact]
    public async Task Shows_what_is_open_what_is_late_and_what_waits()
    {
        await app.SubmitAsync();
        var snapshot = await app.Get<OperationsMeasurer>().MeasureAsync(CancellationToken.None);
        using var watched = new WatchedTelemetry();
        app.Get<OperationsGauge>().Show(snapshot with { OldestDeadline = TimeSpan.FromSeconds(4711), OldestPending = TimeSpan.FromSeconds(815), DeadLetters = new Dictionary<string, int> { ["notifications"] = 42 } });

        watched.Look();

        Assert.True(snapshot.Open[ReferralStatus.Offered] > 0);
        Assert.Contains(("workflows.referrals.open", "status=offered", snapshot.Open[ReferralStatus.Offered]), watched.Measured);
        Assert.Contains(("workflows.deadlines.oldest", "", 4711), watched.Measured);
        Assert.Contains(("workflows.pending.oldest", "", 815), watched.Measured);
        Assert.Contains(("workflows.dead_letters", "queue=notifications", 42), watched.Measured);
    }

    [Fact]
    public async Task Is_said_in_the_log_every_time_and_aloud_when_stored_work_waits()
    {
        var storage = await TestStorage.CreateAsync();
        await storage.Timelines.StoreCommandAsync("referral-1", "c1", "{}");
        var log = new WrittenLog<MeasureOperations>();
        var machine = new TestClock(DateTimeOffset.UtcNow);
        Task MeasureAsync() => new MeasureOperations(
            new(app.Get<DirectoryStore>(), storage.Lists, new PendingMarks(storage.Tables.Pending, machine), app.Get<DeadLetterBox>(), storage.Clock), app.Get<OperationsGauge>(), log).Run(new TimerInfo(), CancellationToken.None);

        await MeasureAsync();
        machine.Now += TimeSpan.FromMinutes(16);
        await MeasureAsync();

        Assert.Equal([(1300, LogLevel.Information), (1300, LogLevel.Information), (1301, LogLevel.Error)], log.Written);
    }

    /// <summary>By a worker, so that the practice's system is told; it does not answer.</summary>
    async Task<string> TakenAsync()
    {
        var id = await app.SubmitAsync();
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        return id;
    }

    /// <summary>Of a unit the singular.</summary>
    [GeneratedRegex(@"^\| `(workflows\.[a-z_.]+)` \| (s|\w+(?=s))s? \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    sealed class WrittenLog<T> : ILogger<T>
    {
        public List<(int EventId, LogLevel Level)> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add((eventId.Id, logLevel));
    }
}
