using Azure.Data.Tables;
using Workflows.Functions.Intake;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake;

public sealed class When_a_client_is_referred_twice : IAsyncLifetime
{
    static readonly DateTime Nine = new(2026, 4, 13, 7, 0, 0, DateTimeKind.Utc);
    static readonly ClientDetails Ria = new("Ria", "de Vries-Jansen", new(1948, 3, 12), "+31612345678", null, "3011 ED", "nl", null);

    TestStorage storage = null!;
    Duplicates duplicates = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        duplicates = new(storage.Clients, storage.Timelines);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_second_is_a_possible_duplicate_of_the_first_however_the_name_is_written()
    {
        Assert.Null(await ReceivedAsync("first", Nine, Ria));

        Assert.Equal("first", await ReceivedAsync("second", Nine.AddDays(30), Ria with { GivenName = "R.", FamilyName = "Jansen - De Vries", Phone = null, PostalCode = null }));
    }

    [Fact]
    public async Task A_question_that_is_asked_again_has_the_same_answer()
    {
        await ReceivedAsync("first", Nine, Ria);
        await ReceivedAsync("second", Nine.AddDays(1), Ria);

        Assert.Null(await ReceivedAsync("first", Nine, Ria));
        Assert.Equal("first", await ReceivedAsync("second", Nine.AddDays(1), Ria));
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_goes_on()
    {
        await ReceivedAsync("a", Nine, Ria);

        Assert.Equal("a", await ReceivedAsync("b", Nine, Ria));
        Assert.Null(await ReceivedAsync("a", Nine, Ria));
    }

    [Fact]
    public async Task Somebody_else_and_another_organisation_are_no_duplicates()
    {
        await ReceivedAsync("first", Nine, Ria);

        Assert.Null(await ReceivedAsync("second", Nine.AddDays(1), Ria with { BirthDate = new(1948, 3, 13) }));
        Assert.Null(await ReceivedAsync("third", Nine.AddDays(1), Ria with { FamilyName = "de Vries" }));
        Assert.Null(await ReceivedAsync("fourth", Nine.AddDays(1), Ria, organisation: "buurtwerk-noord"));
    }

    [Fact]
    public async Task A_referral_that_has_ended_does_not_count()
    {
        await ReceivedAsync("first", Nine, Ria);
        await StandsAsync(Received("first", Nine).Handle(Happening.CommandArrived(
            new("k", new(Role.Coordinator, "cora"), new MarkEnteredInError(ErrorReason.Test)), Nine)).Referral);

        Assert.Null(await ReceivedAsync("second", Nine.AddDays(1), Ria));
    }

    [Fact]
    public async Task No_name_can_be_read_from_the_rows_and_erasure_leaves_none()
    {
        await ReceivedAsync("first", Nine, Ria);
        var rows = await RowsAsync();
        Assert.All(rows, row => Assert.DoesNotContain("Jansen", string.Join(' ', row.Select(property => property.Value)), StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(rows);

        await storage.Erasure.EraseAsync("first");

        Assert.Empty(await RowsAsync());
    }

    /// <summary>Receives a referral, and answers which one it may repeat.</summary>
    async Task<string?> ReceivedAsync(string id, DateTime at, ClientDetails client, string organisation = "welzijn-zuid")
    {
        var referral = Received(id, at, organisation);
        await StandsAsync(referral);
        return await duplicates.FindAsync(referral.OpenQuestion!, client);
    }

    async Task StandsAsync(Referral referral) =>
        await storage.Timelines.CommitAsync(new(referral.Id, referral.Sequence, [], ReferralJson.Write(referral), null, [], []));

    static Referral Received(string id, DateTime at, string organisation = "welzijn-zuid") =>
        Referral.Submit(id, new(organisation, "01999901", ShippedPathways.All[0], true, HandoverForm.Phone)).Handle(Happening.Submitted(at)).Referral;

    ValueTask<List<TableEntity>> RowsAsync() => storage.Tables.Submissions.QueryAsync<TableEntity>().ToListAsync();
}
