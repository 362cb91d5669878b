using System.Text.Json;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

public sealed class When_a_form_was_parked : IAsyncLifetime
{
    static readonly string WithoutBirthDate = When_any_system_sends_JSON.Payload.Replace("\"1948-03-12\"", "\"12 maart '48\"", StringComparison.Ordinal);
    static readonly string Mended = Submitted.With("/reference", null).ToJsonString();
    FormsUnderTest forms = null!;

    public async Task InitializeAsync() => forms = await FormsUnderTest.WithAsync(When_any_system_sends_JSON.Form);

    public async Task DisposeAsync() => await forms.DisposeAsync();

    async Task<string> ParkAsync() => (await forms.SendAsync("portal", WithoutBirthDate)).Body.GetProperty("id").GetString()!;

    Task<bool> IsOnTheListOfErasuresAsync(string id) => new ErasureList(forms.Storage.Tables, forms.Storage.Clock).ContainsAsync(id);

    [Fact]
    public async Task Its_coordinator_sees_it_with_what_is_wrong_and_another_one_does_not()
    {
        var id = await ParkAsync();

        var parked = Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal((id, "portal"), (parked.GetProperty("id").GetString(), parked.GetProperty("source").GetString()));
        var error = Assert.Single(parked.GetProperty("errors").EnumerateArray());
        Assert.Equal(("/client/birthDate", "not-a-date"), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal("An existing date such as 1948-03-12.", error.GetProperty("detail").GetString());
        Assert.Empty((await forms.ParkedAsync("buurtwerk-noord")).EnumerateArray());
        Assert.False(await forms.RunsAsync(id));
    }

    [Fact]
    public async Task Sent_again_it_is_parked_once()
    {
        Assert.Equal(await ParkAsync(), await ParkAsync());
        Assert.Single((await forms.ParkedAsync()).EnumerateArray());
    }

    [Fact]
    public async Task The_table_says_nothing_about_the_person()
    {
        await ParkAsync();

        var rows = await forms.Storage.Tables.Waiting.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync();
        Assert.DoesNotContain("Jansen", string.Join(' ', Assert.Single(rows).Values()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mended_it_becomes_a_referral_and_keeps_the_answers_without_a_field()
    {
        var id = await ParkAsync();

        var (status, body) = await forms.SubmitAsync(id, Mended);

        Assert.Equal((202, id), (status, body.GetProperty("id").GetString()));
        Assert.True(await forms.RunsAsync(id));
        Assert.Equal(new DateOnly(1948, 3, 12), (await forms.SectionAsync<ClientDetails>(id, DossierSection.Client)).BirthDate);
        Assert.Contains(new("/patient/pets", ["2"]), await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
        Assert.Empty((await forms.ParkedAsync()).EnumerateArray());
        Assert.Null(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Waiting));
        Assert.Equal(202, (await forms.SubmitAsync(id, Mended)).Status);
        Assert.Equal("Received", (await forms.SendAsync("portal", WithoutBirthDate)).Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Mended_badly_it_stays_and_says_what_is_still_wrong()
    {
        var id = await ParkAsync();

        Assert.Equal(422, (await forms.SubmitAsync(id, Submitted.With("/client/birthDate", "\"1848-03-12\"").ToJsonString())).Status);
        Assert.Single((await forms.ParkedAsync()).EnumerateArray());
    }

    [Fact]
    public async Task Another_organisation_can_do_nothing_with_it() =>
        Assert.Equal(404, (await forms.SubmitAsync(await ParkAsync(), Mended, "buurtwerk-noord")).Status);

    [Fact]
    public async Task Put_away_it_is_unreadable_and_does_not_come_back()
    {
        var id = await ParkAsync();

        Assert.Equal(422, (await forms.DiscardAsync(id, """{ "reason": "Ria belde" }""")).Status);
        Assert.Equal(204, (await forms.DiscardAsync(id, """{ "reason": "duplicate" }""")).Status);
        Assert.Null(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Waiting));
        Assert.True(await IsOnTheListOfErasuresAsync(id));
        Assert.Equal(id, await ParkAsync());
        Assert.Empty((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal(404, (await forms.SubmitAsync(id, Mended)).Status);
    }

    [Fact]
    public async Task What_became_a_referral_cannot_be_put_away()
    {
        var id = await ParkAsync();
        await forms.SubmitAsync(id, Mended);

        Assert.Equal(409, (await forms.DiscardAsync(id, """{ "reason": "duplicate" }""")).Status);
        Assert.NotNull(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Client));
    }

    [Fact]
    public async Task Its_coordinators_are_told_at_once_and_each_week_without_a_word_about_the_person()
    {
        var id = await ParkAsync();
        var notice = Assert.Single(await forms.Storage.Timelines.PendingEffectsAsync(id));
        Assert.Equal(
            new SendMessage($"{id}.0.submissionWaiting", new(new(RecipientKind.Coordinator, "welzijn-zuid"), MessageKind.SubmissionWaiting)),
            ReferralJson.ReadEffect(notice.Json));

        await forms.PassAsync(days: 6);
        Assert.Equal(["0.submissionWaiting"], await forms.NoticesAsync(id));
        await forms.PassAsync(days: 1);
        await forms.PassAsync(days: 1);
        Assert.Equal(["0.submissionWaiting", "1.submissionWaiting"], await forms.NoticesAsync(id));

        await forms.SubmitAsync(id, Mended);
        await forms.PassAsync(days: 7);
        Assert.Equal(2, (await forms.NoticesAsync(id)).Count());
    }

    [Fact]
    public async Task After_thirty_days_it_is_unreadable_and_says_so_beforehand()
    {
        var id = await ParkAsync();
        var parked = Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal(TestStorage.Monday.AddDays(30), parked.GetProperty("expiresAt").GetDateTimeOffset());

        await forms.PassAsync(days: 29);
        Assert.NotNull(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Waiting));
        await forms.PassAsync(days: 1);

        Assert.Null(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Waiting));
        Assert.True(await IsOnTheListOfErasuresAsync(id));
        Assert.Empty((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal(404, (await forms.SubmitAsync(id, Mended)).Status);
    }

    [Fact]
    public async Task What_became_a_referral_does_not_expire()
    {
        var id = await ParkAsync();
        await forms.SubmitAsync(id, Mended);

        await forms.PassAsync(days: 31);

        Assert.NotNull(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Client));
    }

    [Fact]
    public async Task An_erasure_that_a_kill_broke_off_is_finished_the_next_night()
    {
        var id = await ParkAsync();
        await forms.Storage.Tables.Waiting.UpdateEntityAsync(
            new Azure.Data.Tables.TableEntity("parked!welzijn-zuid", id) { ["State"] = "Expiring" }, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Merge);

        await forms.PassAsync(days: 30);

        Assert.Null(await forms.Storage.Dossiers.ReadAsync(id, DossierSection.Waiting));
    }

    [Fact]
    public async Task One_that_was_taken_and_then_hit_by_a_kill_is_still_shown_and_can_be_submitted_again()
    {
        var id = await ParkAsync();
        await forms.Storage.Tables.Waiting.UpdateEntityAsync(
            new Azure.Data.Tables.TableEntity("parked!welzijn-zuid", id) { ["State"] = "Taken" }, Azure.ETag.All, Azure.Data.Tables.TableUpdateMode.Merge);

        Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal(202, (await forms.SubmitAsync(id, Mended)).Status);
        Assert.True(await forms.RunsAsync(id));
        Assert.Empty((await forms.ParkedAsync()).EnumerateArray());
    }
}
