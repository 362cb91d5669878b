using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

public sealed class When_any_system_sends_JSON : IAsyncLifetime
{
    internal const string Form = """
        { "id": "portal", "name": "Zorgportaal", "tool": "json", "organisation": "welzijn-zuid", "practice": "01999901", "submissionId": "/meta/number",
          "fields": [
            { "to": "/referrer/name", "from": ["/doctor/name"] }, { "to": "/referrer/role", "value": "gp" }, { "to": "/referrer/phone", "from": ["/doctor/phone"] },
            { "to": "/client/givenName", "from": ["/patient/names/0/first"] }, { "to": "/client/familyName", "from": ["/patient/names/0/last"] },
            { "to": "/client/birthDate", "from": ["/patient/born"] }, { "to": "/client/phone", "from": ["/patient/phone"] },
            { "to": "/reasons", "from": ["/codes"] }, { "to": "/question", "from": ["/question", "/remarks"] },
            { "to": "/consent/ground", "value": "publicTask" }, { "to": "/consent/recordedAt", "from": ["/meta/at"] }, { "to": "/consent/shareContentWithReferrer", "value": "true" }
          ] }
        """;

    internal const string Payload = """
        { "meta": { "number": "P-88", "at": "2026-04-13T09:30:00+02:00" }, "doctor": { "name": "dr. M. de Wit", "phone": "+31101234567" },
          "patient": { "names": [{ "first": "Ria", "last": "Jansen" }], "born": "1948-03-12", "phone": "0031612345678", "pets": 2 },
          "codes": ["Z15", "P03"], "question": "Komt weinig buiten.", "remarks": "Graag 's middags." }
        """;

    FormsUnderTest forms = null!;

    public async Task InitializeAsync() => forms = await FormsUnderTest.WithAsync(Form);

    public async Task DisposeAsync() => await forms.DisposeAsync();

    [Fact]
    public async Task Its_values_become_a_referral_by_their_pointers()
    {
        var id = (await forms.SendAsync("portal", Payload)).Body.GetProperty("id").GetString()!;

        Assert.True(await forms.RunsAsync(id));
        Assert.Equal("+31612345678", (await forms.SectionAsync<ClientDetails>(id, DossierSection.Client)).Phone);
        Assert.Equal(
            new QuestionSection([new("icpc-1", "Z15"), new("icpc-1", "P03")], "Komt weinig buiten.\nGraag 's middags."),
            await forms.SectionAsync<QuestionSection>(id, DossierSection.Question));
        Assert.Equal([new("/patient/pets", ["2"])], await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    public async Task Another_shape_altogether_is_parked_too(string payload) =>
        Assert.Equal((202, "Parked"), await forms.SendAsync("portal", payload) is var (status, body) ? (status, body.GetProperty("status").GetString()) : default);

    [Fact]
    public async Task What_no_field_can_read_is_kept_for_the_coordinator_beside_what_could_be_read()
    {
        await forms.DisposeAsync();
        forms = await FormsUnderTest.WithAsync(Form
            .Replace("\"from\": [\"/codes\"]", "\"from\": [\"/codes\"], \"choices\": [{ \"answer\": \"Eenzaam\", \"value\": \"Z04\" }]", StringComparison.Ordinal)
            .Replace("\"from\": [\"/patient/born\"]", "\"from\": [\"/patient/born\"], \"format\": \"dd-MM-yyyy\"", StringComparison.Ordinal));

        await forms.SendAsync("portal", Payload.Replace("\"Z15\", \"P03\"", "\"Eenzaam\", \"Rouw of verlies\"", StringComparison.Ordinal).Replace("1948-03-12", "44-13-1948", StringComparison.Ordinal));

        var parked = Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        Assert.Equal("Z04", Assert.Single(parked.GetProperty("submission").GetProperty("reasons").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(
            [("/codes", "Eenzaam, Rouw of verlies"), ("/patient/born", "44-13-1948"), ("/patient/pets", "2")],
            parked.GetProperty("unmapped").EnumerateArray()
                .Select(answer => (answer.GetProperty("question").GetString()!, string.Join(", ", answer.GetProperty("answers").EnumerateArray().Select(value => value.GetString())))).Order());
    }
}
