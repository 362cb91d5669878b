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
            { "to": "/referrer/name", "from": ["rd2b73f2d24e340d49512b4d93d31c4f5"] }, { "to": "/referrer/role", "value": "gp" }, { "to": "/referrer/email", "from": ["responder"] },
            { "to": "/client/givenName", "from": ["rac9eab10e953b5a0090246833a29a848"] }, { "to": "/client/familyName", "from": ["r89d384cdf75eb9675fd3b5907ee27b01"] },
            { "to": "/client/birthDate", "from": ["r38382313a62bf85383c61da77a4d981a"] }, { "to": "/client/email", "from": ["r52d855b6531d120aee674a8ed3d6070e"] },
            { "to": "/reasons", "from": ["r257bd2e30d42fdb2636a24baf65d9e58"], "choices": [{ "answer": "Eenzaam", "value": "Z04" }, { "answer": "Somber", "value": "P03" }] },
            { "to": "/consent/ground", "value": "consent" }, { "to": "/consent/recordedAt", "from": ["submitDate"], "format": "M/d/yyyy h:mm:ss tt" },
            { "to": "/consent/shareContentWithReferrer", "from": ["rdd841d5f0ac4ec27f9d7d2eabd176c30"], "choices": [{ "answer": "Ja", "value": "true" }, { "answer": "Nee", "value": "false" }] }
          ] }
        """;

    /// <summary>The outputs of "Get response details" in a flow: what was ticked is a list inside a text.</summary>
    const string Payload = """
        { "responseId": 17,
          "response": { "responder": "dewit@praktijk.example", "submitDate": "4/13/2026 7:55:01 AM",
            "r2b0f6cd1a9e84f0f8c41b0d5c7a6e311": "De Linde", "rd2b73f2d24e340d49512b4d93d31c4f5": "dr. M. de Wit", "rac9eab10e953b5a0090246833a29a848": "Ria", "r89d384cdf75eb9675fd3b5907ee27b01": "Jansen", "r38382313a62bf85383c61da77a4d981a": "1948-03-12", "r52d855b6531d120aee674a8ed3d6070e": "ria@thuis.example",
            "r257bd2e30d42fdb2636a24baf65d9e58": "[\"Eenzaam\",\"Somber\"]", "rdd841d5f0ac4ec27f9d7d2eabd176c30": "Nee", "rab2d6bb9b0c510e94b831c7cf2b5bc24": "[niet bellen] voor tienen", "r33f8518c7d1256c6989b9af6f94d9ca4": null } }
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
        Assert.Equal([new("rab2d6bb9b0c510e94b831c7cf2b5bc24", ["[niet bellen] voor tienen"])], await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
    }

    [Fact]
    public async Task The_flow_that_runs_again_makes_no_second_referral()
    {
        var first = await forms.SendAsync("forms-linde", Payload);
        forms.Storage.Clock.Now += TimeSpan.FromDays(2);

        Assert.Equal(first.Body.GetProperty("id").GetString(), (await forms.SendAsync("forms-linde", Payload)).Body.GetProperty("id").GetString());
    }
}
