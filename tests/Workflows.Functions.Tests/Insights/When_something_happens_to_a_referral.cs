using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Tests.Intake;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Timeline;
using static Workflows.Functions.Tests.Insights.InsightsUnderTest;

namespace Workflows.Functions.Tests.Insights;

public sealed class When_something_happens_to_a_referral : IAsyncLifetime
{
    static readonly DateOnly April = new(2026, 4, 1);
    static readonly ReferralEvent Came = Received(TestStorage.Monday);
    static readonly ReferralEvent Accepted = Next(2, TestStorage.Monday.AddHours(2), new WorkerAssigned("anna", null));
    static readonly ReferralEvent Started = Next(3, TestStorage.Monday.AddDays(3), new SupportStarted(ByPhone: false));

    InsightsUnderTest insights = null!;

    public async Task InitializeAsync() => insights = await CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Its_fact_is_made_of_the_whole_timeline()
    {
        await insights.TellAsync("r1", Came, Accepted, Started);

        await insights.Keeper.KeepAsync("r1");   // of whichever event was heard first

        var fact = Assert.Single(await insights.CohortAsync(April)).Fact!;
        Assert.Equal(("r1", "welzijn-zuid", "01999901", "anna", 3), (fact.Referral, fact.Organisation, fact.Practice, fact.Worker, fact.Sequence));
        Assert.True(fact.IsHandedOver);
    }

    [Fact]
    public async Task Hearing_of_it_twice_changes_nothing()
    {
        await insights.TellAsync("r1", Came, Accepted);

        Assert.True(await insights.Keeper.KeepAsync("r1"));
        Assert.False(await insights.Keeper.KeepAsync("r1"));
    }

    [Fact]
    public async Task Who_read_the_timeline_earlier_and_writes_later_does_not_put_the_old_fact_back()
    {
        await insights.TellAsync("r1", Came, Accepted, Started);
        await insights.Keeper.KeepAsync("r1");
        var ahead = (await insights.CohortAsync(April)).Single() with { Sequence = 4 };
        await insights.Storage.Tables.Named("Facts").UpsertEntityAsync(ahead.ToEntity());

        Assert.False(await insights.Keeper.KeepAsync("r1"));

        Assert.Equal(ahead, (await insights.CohortAsync(April)).Single());
    }

    [Fact]
    public async Task Many_events_at_once_leave_the_fact_of_the_last()
    {
        await insights.TellAsync("r1", Came, Accepted, Started);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => insights.Keeper.KeepAsync("r1")));

        Assert.Equal(3, Assert.Single(await insights.CohortAsync(April)).Sequence);
    }

    [Fact]
    public async Task A_mistake_counts_nowhere_and_is_not_forgotten()
    {
        await insights.TellAsync("r1", Came, Accepted, Next(3, TestStorage.Monday.AddDays(1), new MarkedEnteredInError(ErrorReason.WrongPerson)));
        await insights.Keeper.KeepAsync("r1");

        Assert.Null(Assert.Single(await insights.CohortAsync(April)).Fact);
    }

    [Fact]
    public async Task The_person_is_known_by_classes_that_were_taken_once_and_outlast_the_dossier()
    {
        var arrived = Submitted.Accepted(Submitted.Body);
        await insights.Storage.Profiles.KeepAsync("r1", arrived);
        await insights.Storage.Profiles.KeepAsync("r1", Submitted.Accepted(Submitted.With("/client/birthDate", "\"1999-01-01\"")));
        await insights.TellAsync("r1", Came);
        await insights.Storage.Erasure.EraseAsync("r1");

        await insights.Keeper.KeepAsync("r1");

        Assert.Equal(new Profile("65-79", "3011", "relations", ["GALA", "IZA", "WOZO"]), (await insights.CohortAsync(April)).Single().Fact!.Profile);
    }

    [Fact]
    public async Task What_is_kept_says_nothing_of_the_person_but_these_classes()
    {
        await insights.Storage.Profiles.KeepAsync("r1", Submitted.Accepted(Submitted.Body));
        await insights.TellAsync("r1", Came, Accepted, Started);
        await insights.Keeper.KeepAsync("r1");

        foreach (var row in (await insights.RowsAsync("Profiles")).Concat(await insights.RowsAsync("Facts")))
        {
            Assert.All(["Ria", "Jansen", "1948", "3011 ED", "3011ED", "612345678", "Z15", "P03", "Weduwe", "Wit"], personal => Assert.DoesNotContain(personal, row, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_lost_event_is_made_up_for()
    {
        await insights.TellAsync("r1", Came);
        await insights.Keeper.KeepAsync("r1");
        await insights.TellAsync("r1", Came, Accepted, Started);   // nobody hears of it
        await insights.TellAsync("r2", Came);

        Assert.Equal(2, await insights.Keeper.CatchUpAsync("welzijn-zuid"));

        Assert.Equal([3, 1], (await insights.CohortAsync(April)).Select(row => row.Sequence));
        Assert.Equal(0, await insights.Keeper.CatchUpAsync("welzijn-zuid"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_followed_is_given_up_after_some_tries()
    {
        await insights.TellAsync("r1", Came);
        await insights.Storage.Tables.Named("Facts").DeleteAsync();
        var function = new KeepFacts(insights.Keeper, NullLogger<KeepFacts>.Instance);

        await Assert.ThrowsAnyAsync<Exception>(() => function.Run(Message(deliveries: 1), default));
        await function.Run(Message(deliveries: 5), default);
    }

    static ServiceBusReceivedMessage Message(int deliveries) => ServiceBusModelFactory.ServiceBusReceivedMessage(correlationId: "r1", deliveryCount: deliveries);
}
