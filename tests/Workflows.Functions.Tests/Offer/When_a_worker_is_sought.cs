using Workflows.Functions.Directory;
using Workflows.Functions.Handover;
using Workflows.Functions.Intake;
using Workflows.Functions.Offer;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;
using Submitted = Workflows.Functions.Tests.Intake.Submitted;

namespace Workflows.Functions.Tests.Offer;

public sealed class When_a_worker_is_sought : IAsyncLifetime
{
    const string Organisation = "welzijn-zuid";
    const string Practice = "01999901";
    static readonly DateTimeOffset Slot = new(2026, 4, 14, 13, 0, 0, TimeSpan.FromHours(2));   // a Tuesday

    TestStorage storage = null!;
    CandidateFinder candidates = null!;
    SlotFinder slots = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        await table.CreateAsync(default);
        var directory = new DirectoryStore(table);
        await directory.ImportAsync(new([Zuid], [], [], []));
        candidates = new(directory, storage.Timelines, storage.Lists, storage.Dossiers, new(storage.Clients, storage.Timelines));
        slots = new(directory, storage.Lists);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_took_an_open_referral_of_this_practice_comes_first_until_that_one_is_closed()
    {
        Assert.Equal(["anna", "bram"], await RankedAsync());   // by name

        await StandsAsync(Taken("one", "bram", ReferralStatus.Accepted));
        Assert.Equal(["bram", "anna"], await RankedAsync());

        await StandsAsync(Taken("one", "bram", ReferralStatus.Completed));
        Assert.Equal(["anna", "bram"], await RankedAsync());
    }

    [Fact]
    public async Task An_offer_and_another_practice_make_no_pair()
    {
        var offered = Open("one", ReferralStatus.Offered);
        await StandsAsync(offered with { Offer = offered.Offer with { Worker = "bram" } });
        await StandsAsync(Taken("two", "bram", ReferralStatus.InSupport, practice: "01999904"));

        // Bram's places count all the same, and Anna has more of them.
        Assert.Equal(["anna", "bram"], await RankedAsync());
    }

    [Fact]
    public async Task Who_has_no_room_is_not_asked()
    {
        await StandsAsync(Taken("one", "anna", ReferralStatus.InSupport, practice: "01999904"));
        Assert.Equal(["bram", "anna"], await RankedAsync());

        await StandsAsync(Taken("two", "anna", ReferralStatus.InSupport, practice: "01999904"));
        await StandsAsync(Taken("three", "anna", ReferralStatus.InSupport, practice: "01999904"));
        await StandsAsync(Taken("four", "anna", ReferralStatus.InSupport, practice: "01999904"));   // as a deputy takes what must be taken
        Assert.Equal(["bram"], await RankedAsync());
    }

    [Fact]
    public async Task For_a_human_who_decides_those_who_fit_come_first_and_the_others_after_them_with_how_much_room_they_have()
    {
        await StandsAsync(Taken("one", "anna", ReferralStatus.InSupport));
        await StandsAsync(Taken("two", "bram", ReferralStatus.InSupport, practice: "01999904"));
        await StandsAsync(Taken("three", "bram", ReferralStatus.InSupport, practice: "01999904"));
        await StandsAsync(Taken("four", "bram", ReferralStatus.InSupport, practice: "01999904"));

        var rated = await candidates.RateAsync(Open("asking", ReferralStatus.AwaitingCoordinator), TestStorage.Monday, default);

        Assert.Equal([("anna", 2), ("bram", 0)], rated.Select(one => (one.Candidate.Worker, one.Candidate.FreePlaces)));
        Assert.Equal([RankLabel.Paired, RankLabel.FreeCapacity], rated[0].Because);
        Assert.Empty(rated[1].Because);
    }

    [Fact]
    public async Task A_slot_that_was_proposed_or_planned_for_an_open_referral_is_taken()
    {
        Assert.Equal(Slot, await NextFreeAsync());

        await StandsAsync(Taken("one", "anna", ReferralStatus.Accepted) with { Handover = HandoverState.None with { ProposedSlot = Slot } });
        await StandsAsync(Taken("two", "anna", ReferralStatus.HandoverPlanned) with { Handover = HandoverState.None with { At = Slot.AddMinutes(30) } });
        Assert.Equal(Slot.AddMinutes(60), await NextFreeAsync());

        await StandsAsync(Taken("one", "anna", ReferralStatus.Completed));
        Assert.Equal(Slot, await NextFreeAsync());
    }

    [Fact]
    public async Task Its_own_slot_is_free_for_a_referral_and_one_that_runs_takes_what_it_overlaps()
    {
        var asking = Taken("asking", "anna", ReferralStatus.HandoverPlanned);
        await StandsAsync(asking with { Handover = asking.Handover with { At = Slot } });
        Assert.Equal(Slot, await NextFreeAsync());

        var running = Taken("running", "anna", ReferralStatus.HandoverPlanned);
        await StandsAsync(running with { Handover = running.Handover with { At = Slot.AddMinutes(-15) } });
        Assert.Equal(Slot.AddMinutes(30), (await slots.NextFreeAsync(Asked(QuestionKind.WhichSlotIsFree) with { At = Slot.AddMinutes(-1) }, default)).Slot);
    }

    [Fact]
    public async Task What_the_practice_and_the_organisation_have_behind_them_is_not_read()
    {
        foreach (var list in (string[])[ReferralLists.OfPractice(Organisation, Practice), ReferralLists.All(Organisation), ReferralLists.OfStatus(Organisation, ReferralStatus.Completed)])
        {
            await storage.Lists.MoveAsync([new(ListKey.At(list, TestStorage.Monday, "old"), "whoever reads this fails")], []);
        }

        Assert.Equal(["anna", "bram"], await RankedAsync());
        Assert.Equal(Slot, await NextFreeAsync());
    }

    static Organisation Zuid => Submitted.WelzijnZuid with
    {
        Workers = [.. Submitted.WelzijnZuid.Workers, Worker("anna"), Worker("bram")],
        Agreements = [Submitted.WelzijnZuid.Agreements[0] with { ConsultationHour = new(DayOfWeek.Tuesday, new(13, 0), new(15, 0), 30, "Kamer 2") }],
    };

    static Worker Worker(string id) => new(id, id, $"{id}@zuid.example", null, WorkerRole.Worker, null, [], [], 3, []);

    static Referral Taken(string id, string worker, ReferralStatus status, string practice = Practice) => Open(id, status, practice) with { Worker = worker };

    static Referral Open(string id, ReferralStatus status, string practice = Practice) =>
        Referral.Submit(id, new(Organisation, practice, ShippedPathways.All[0], true, HandoverForm.Phone)) with { Status = status, StatusSince = TestStorage.Monday, ReceivedAt = TestStorage.Monday };

    static Question Asked(QuestionKind kind) => new(kind, "asking", Organisation, Practice, null, TestStorage.Monday);

    /// <summary>As a turn leaves it: the summary, and the rows of the lists.</summary>
    async Task StandsAsync(Referral referral)
    {
        var rows = ReferralLists.Of(referral);
        await storage.Lists.MoveAsync(rows, await storage.Timelines.CommitAsync(new(referral.Id, 1, [], ReferralJson.Write(referral), null, [], [.. rows.Select(row => row.Key)])));
    }

    async Task<IEnumerable<string>> RankedAsync()
    {
        var asking = Open("asking", ReferralStatus.Received);
        await StandsAsync(asking);
        await storage.Dossiers.WriteAsync(asking.Id, DossierSections.Of(Submitted.Accepted(Submitted.Body).Dossier));
        return (await candidates.WhoFitsAsync(Asked(QuestionKind.WhoFits), default)).Candidates.Select(candidate => candidate.Worker);
    }

    async Task<DateTimeOffset?> NextFreeAsync() => (await slots.NextFreeAsync(Asked(QuestionKind.WhichSlotIsFree), default)).Slot;
}
