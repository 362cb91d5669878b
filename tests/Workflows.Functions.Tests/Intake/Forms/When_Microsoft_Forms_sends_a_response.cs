using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

public sealed class When_Microsoft_Forms_sends_a_response : IAsyncLifetime
{
    const string Form = """
        { "id": "forms-linde", "name": "Microsoft Forms", "tool": "microsoftForms", "organisation": "welzijn-zuid",
          "fields": [
            { "to": "/practice", "from": ["r2b0f6cd1a9e84f0f8c41b0d5c7a6e311"], "choices": [{ "answer": "De Linde", "value": "01999901" }] },
            { "to": "/referrer/name", "from": ["r7be52f0a"] }, { "to": "/referrer/role", "value": "gp" }, { "to": "/referrer/email", "from": ["responder"] },
            { "to": "/client/givenName", "from": ["r1c4d"] }, { "to": "/client/familyName", "from": ["r1c4e"] },
            { "to": "/client/birthDate", "from": ["r1c4f"] }, { "to": "/client/email", "from": ["r1c50"] },
            { "to": "/reasons", "from": ["r99aa"], "choices": [{ "answer": "Eenzaam", "value": "Z04" }, { "answer": "Somber", "value": "P03" }] },
            { "to": "/consent/ground", "value": "consent" }, { "to": "/consent/recordedAt", "from": ["submitDate"], "format": "M/d/yyyy h:mm:ss tt" },
            { "to": "/consent/shareContentWithReferrer", "from": ["r77"], "choices": [{ "answer": "Ja", "value": "true" }, { "answer": "Nee", "value": "false" }] }
          ] }
        """;

    /// <summary>The outputs of "Get response details" in a flow: what was ticked is a list inside a text.</summary>
    const string Payload = """
        { "responseId": 17,
          "response": { "responder": "dewit@praktijk.example", "submitDate": "4/13/2026 7:55:01 AM",
            "r2b0f6cd1a9e84f0f8c41b0d5c7a6e311": "De Linde", "r7be52f0a": "dr. M. de Wit", "r1c4d": "Ria", "r1c4e": "Jansen", "r1c4f": "1948-03-12", "r1c50": "ria@thuis.example",
            "r99aa": "[\"Eenzaam\",\"Somber\"]", "r77": "Nee", "r88": "[niet bellen] voor tienen", "r89": null } }
        """;

    FormsUnderTest forms = null!;

    public async Task InitializeAsync() => forms = await FormsUnderTest.WithAsync(Form);

    public async Task DisposeAsync() => await forms.DisposeAsync();

    [Fact]
    public async Task Its_answers_become_a_referral()
    {
        var id = (await forms.SendAsync("forms-linde", Payload)).Body.GetProperty("id").GetString()!;

        Assert.True(await forms.RunsAsync(id));
        Assert.Equal("dewit@praktijk.example", (await forms.SectionAsync<ReferrerDetails>(id, DossierSection.Referrer)).Email);
        Assert.Equal([new("icpc-1", "Z04"), new("icpc-1", "P03")], (await forms.SectionAsync<QuestionSection>(id, DossierSection.Question)).Reasons);
        Assert.Equal(
            new ConsentDetails(LegalGround.Consent, new DateTimeOffset(2026, 4, 13, 7, 55, 1, TimeSpan.Zero), false),
            await forms.SectionAsync<ConsentDetails>(id, DossierSection.Consent));
        Assert.Equal([new("r88", ["[niet bellen] voor tienen"])], await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
    }

    [Fact]
    public async Task The_flow_that_runs_again_makes_no_second_referral()
    {
        var first = await forms.SendAsync("forms-linde", Payload);
        forms.Storage.Clock.Now += TimeSpan.FromDays(2);

        Assert.Equal(first.Body.GetProperty("id").GetString(), (await forms.SendAsync("forms-linde", Payload)).Body.GetProperty("id").GetString());
    }
}
