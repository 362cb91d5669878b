using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

public sealed class When_Gravity_Forms_sends_an_entry : IAsyncLifetime
{
    const string Form = """
        { "id": "wordpress-linde", "name": "Formulier op delinde.example", "tool": "gravityForms", "organisation": "welzijn-zuid", "practice": "01999901",
          "fields": [
            { "to": "/referrer/name", "from": ["7"] }, { "to": "/referrer/role", "value": "practiceNurse" }, { "to": "/referrer/phone", "from": ["8"] },
            { "to": "/client/givenName", "from": ["1.3"] }, { "to": "/client/familyName", "from": ["1.4", "1.6"] },
            { "to": "/client/birthDate", "from": ["2"], "format": "dd-MM-yyyy" }, { "to": "/client/phone", "from": ["3"] }, { "to": "/client/postalCode", "from": ["4.5"] },
            { "to": "/reasons", "from": ["5"], "choices": [{ "answer": "Geldzorgen", "value": "Z01" }, { "answer": "Stress", "value": "P02" }, { "answer": "Slaap", "value": "P06" }] },
            { "to": "/consent/ground", "value": "consent" }, { "to": "/consent/recordedAt", "from": ["date_created"], "format": "yyyy-MM-dd HH:mm:ss" },
            { "to": "/consent/shareContentWithReferrer", "from": ["6.1"], "choices": [{ "answer": "Ja", "value": "true" }] }
          ] }
        """;

    /// <summary>The entry object of Gravity Forms: everything is text, also what is empty.</summary>
    const string Payload = """
        { "id": "1042", "form_id": "3", "post_id": null, "date_created": "2026-04-13 07:58:11", "date_updated": "2026-04-13 07:58:11", "is_starred": "0", "is_read": "0",
          "ip": "203.0.113.7", "source_url": "https://delinde.example/verwijzen/", "user_agent": "Mozilla/5.0", "currency": "EUR", "created_by": "4", "status": "active",
          "1.2": "", "1.3": "Kees", "1.4": "van", "1.6": "Dam", "1.8": "", "2": "05-11-1961", "3": "06-12345679", "4.1": "Dorpsstraat 1", "4.3": "Rotterdam", "4.5": "3012 AB",
          "5.1": "Geldzorgen", "5.2": "", "5.3": "Slaap", "6.1": "Ja", "7": "J. de Boer", "8": "010 123 45 67", "9": "" }
        """;

    FormsUnderTest forms = null!;

    public async Task InitializeAsync() => forms = await FormsUnderTest.WithAsync(Form);

    public async Task DisposeAsync() => await forms.DisposeAsync();

    [Fact]
    public async Task Its_fields_become_a_referral_with_dates_and_numbers_as_people_here_write_them()
    {
        var id = (await forms.SendAsync("wordpress-linde", Payload)).Body.GetProperty("id").GetString()!;

        Assert.True(await forms.RunsAsync(id));
        Assert.Equal(
            new ClientDetails("Kees", "van Dam", new DateOnly(1961, 11, 5), "+31612345679", null, "3012 AB", "nl", null),
            await forms.SectionAsync<ClientDetails>(id, DossierSection.Client));
        Assert.Equal([new("icpc-1", "Z01"), new("icpc-1", "P06")], (await forms.SectionAsync<QuestionSection>(id, DossierSection.Question)).Reasons);
        Assert.Equal(
            new ConsentDetails(LegalGround.Consent, new DateTimeOffset(2026, 4, 13, 7, 58, 11, TimeSpan.Zero), true),
            await forms.SectionAsync<ConsentDetails>(id, DossierSection.Consent));
    }

    [Fact]
    public async Task What_has_no_field_is_kept_and_what_WordPress_adds_is_not()
    {
        var id = (await forms.SendAsync("wordpress-linde", Payload)).Body.GetProperty("id").GetString()!;

        Assert.Equal([new("4.1", ["Dorpsstraat 1"]), new("4.3", ["Rotterdam"])], await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
    }

    [Fact]
    public async Task An_entry_that_is_sent_again_after_a_change_waits_for_the_coordinator_beside_the_first()
    {
        var first = await forms.SendAsync("wordpress-linde", Payload);
        var changed = await forms.SendAsync("wordpress-linde", Payload.Replace("Kees", "Cees"));

        Assert.Equal(("Received", "Parked"), (first.Body.GetProperty("status").GetString(), changed.Body.GetProperty("status").GetString()));
        var parked = Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal("changed-after-submission", Assert.Single(parked.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("Cees", parked.GetProperty("submission").GetProperty("client").GetProperty("givenName").GetString());
    }

    [Fact]
    public async Task Without_a_key_or_with_that_of_another_practice_it_is_turned_away()
    {
        Assert.Equal(401, (await forms.SendAsync("wordpress-linde", Payload, caller: null)).Status);
        Assert.Equal(401, (await forms.SendAsync("wordpress-linde", Payload, new(Workflows.Functions.Security.CallerKind.System, Role.System, "other", Practice: "01999902"))).Status);
        Assert.Equal(404, (await forms.SendAsync("no-such-form", Payload)).Status);
    }
}
