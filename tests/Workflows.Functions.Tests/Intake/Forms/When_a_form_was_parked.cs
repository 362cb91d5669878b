using System.Text.Json;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Functions.Tests.Storage;
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
}
