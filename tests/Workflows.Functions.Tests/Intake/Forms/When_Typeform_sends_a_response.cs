using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake.Forms;

public sealed class When_Typeform_sends_a_response : IAsyncLifetime
{
    const string Secret = "typeform-shared-secret";

    const string Form = $$"""
        { "id": "typeform-linde", "name": "Verwijsformulier De Linde", "tool": "typeform", "organisation": "welzijn-zuid", "practice": "01999901", "secret": "{{Secret}}",
          "fields": [
            { "to": "/reference", "from": ["hidden.his_number"] },
            { "to": "/referrer/name", "from": ["referrer_name"] },
            { "to": "/referrer/role", "from": ["referrer_role"], "choices": [{ "answer": "Huisarts", "value": "gp" }, { "answer": "POH", "value": "practiceNurse" }] },
            { "to": "/referrer/email", "from": ["referrer_email"] },
            { "to": "/client/givenName", "from": ["given_name"] }, { "to": "/client/familyName", "from": ["family_name"] },
            { "to": "/client/birthDate", "from": ["birth_date"] }, { "to": "/client/phone", "from": ["phone"] },
            { "to": "/reasons", "from": ["reasons"], "choices": [{ "answer": "Rouw of verlies", "value": "Z15" }, { "answer": "Somberheid", "value": "P03" }] },
            { "to": "/question", "from": ["question"] },
            { "to": "/consent/ground", "value": "consent" }, { "to": "/consent/recordedAt", "from": ["submitted_at"] },
            { "to": "/consent/shareContentWithReferrer", "from": ["share"] }
          ] }
        """;

    /// <summary>The shape of Typeform's documented example payload.</summary>
    const string Payload = """
        {
          "event_id": "LtWXD3crgy", "event_type": "form_response",
          "form_response": {
            "form_id": "lT4Z3j", "token": "a3a12ec67a1365927098a606107fac15", "submitted_at": "2026-04-13T07:55:09Z", "landed_at": "2026-04-13T07:51:07Z",
            "hidden": { "his_number": "HIS-4711" },
            "definition": { "id": "lT4Z3j", "title": "Verwijzen naar welzijn", "fields": [
              { "id": "DlXFaesGBpoF", "ref": "referrer_name", "title": "Uw naam", "type": "short_text" },
              { "id": "k6TP9oLGgHjl", "ref": "remarks", "title": "Wat moeten we nog weten?", "type": "long_text" },
              { "id": "SMEUb7VJz92Q", "ref": "days", "title": "Welke dagen schikken?", "type": "multiple_choice", "allow_multiple_selections": true } ] },
            "answers": [
              { "type": "text", "text": "dr. M. de Wit", "field": { "id": "DlXFaesGBpoF", "ref": "referrer_name", "type": "short_text" } },
              { "type": "choice", "choice": { "id": "d0ttE3nE4dVw", "label": "Huisarts", "ref": "gp" }, "field": { "id": "a", "ref": "referrer_role", "type": "multiple_choice" } },
              { "type": "email", "email": "dewit@praktijk.example", "field": { "id": "b", "ref": "referrer_email", "type": "email" } },
              { "type": "text", "text": "Ria", "field": { "id": "c", "ref": "given_name", "type": "short_text" } },
              { "type": "text", "text": "Jansen", "field": { "id": "d", "ref": "family_name", "type": "short_text" } },
              { "type": "date", "date": "1948-03-12", "field": { "id": "e", "ref": "birth_date", "type": "date" } },
              { "type": "phone_number", "phone_number": "+31612345678", "field": { "id": "f", "ref": "phone", "type": "phone_number" } },
              { "type": "choices", "choices": { "ids": ["x", "y"], "labels": ["Rouw of verlies", "Somberheid"], "refs": ["x", "y"] }, "field": { "id": "g", "ref": "reasons", "type": "multiple_choice" } },
              { "type": "text", "text": "Weduwe sinds vorig jaar, komt weinig buiten.", "field": { "id": "h", "ref": "question", "type": "long_text" } },
              { "type": "boolean", "boolean": true, "field": { "id": "i", "ref": "share", "type": "yes_no" } },
              { "type": "text", "text": "BSN 111222333, houdt van tuinieren", "field": { "id": "k6TP9oLGgHjl", "ref": "remarks", "type": "long_text" } },
              { "type": "choices", "choices": { "labels": ["Dinsdag"], "other": "zaterdag soms" }, "field": { "id": "SMEUb7VJz92Q", "ref": "days", "type": "multiple_choice" } }
            ]
          }
        }
        """;

    FormsUnderTest forms = null!;

    public async Task InitializeAsync() => forms = await FormsUnderTest.WithAsync(Form);

    public async Task DisposeAsync() => await forms.DisposeAsync();

    Task<(int Status, JsonElement Body)> SendAsync(string payload = Payload, string? signature = null) =>
        forms.SendAsync("typeform-linde", payload, caller: null, signature ?? Signed(payload, Secret));

    static string Signed(string payload, string secret) =>
        $"sha256={Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(payload)))}";

    [Fact]
    public async Task Its_answers_become_a_referral()
    {
        var (status, body) = await SendAsync();
        var id = body.GetProperty("id").GetString()!;

        Assert.Equal((202, "Received"), (status, body.GetProperty("status").GetString()));
        Assert.True(await forms.RunsAsync(id));
        Assert.Equal(
            new ClientDetails("Ria", "Jansen", new DateOnly(1948, 3, 12), "+31612345678", null, null, "nl", null),
            await forms.SectionAsync<ClientDetails>(id, DossierSection.Client));
        Assert.Equal(
            new ReferrerDetails("dr. M. de Wit", ReferrerRole.Gp, "dewit@praktijk.example", null, "HIS-4711"),
            await forms.SectionAsync<ReferrerDetails>(id, DossierSection.Referrer));
        Assert.Equal([new("icpc-1", "Z15"), new("icpc-1", "P03")], (await forms.SectionAsync<QuestionSection>(id, DossierSection.Question)).Reasons);
    }

    [Fact]
    public async Task What_has_no_field_is_kept_with_its_question_and_without_a_citizen_number()
    {
        var id = (await SendAsync()).Body.GetProperty("id").GetString()!;

        Assert.Equal(
            [new("Wat moeten we nog weten?", ["BSN [BSN verwijderd], houdt van tuinieren"]), new("Welke dagen schikken?", ["Dinsdag", "zaterdag soms"])],
            await forms.SectionAsync<ValueList<UnmappedAnswer>>(id, DossierSection.Unmapped));
    }

    [Fact]
    public async Task Sent_again_by_the_tool_it_is_the_same_referral()
    {
        var first = await SendAsync();
        forms.Storage.Clock.Now += TimeSpan.FromDays(3);

        Assert.Equal(first.Body.GetProperty("id").GetString(), (await SendAsync(Payload.Replace("LtWXD3crgy", "another-event"))).Body.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("sha256=bm90IHRoZSBzaWduYXR1cmU=")]
    [InlineData("")]
    public async Task A_signature_that_does_not_hold_is_turned_away_and_nothing_is_kept(string signature)
    {
        Assert.Equal(401, (await SendAsync(signature: signature)).Status);
        Assert.Equal(401, (await SendAsync(signature: Signed(Payload, "another secret altogether"))).Status);
        Assert.Equal(401, (await SendAsync(Payload.Replace("Ria", "Mia"), Signed(Payload, Secret))).Status);
        Assert.Empty((await forms.ParkedAsync()).EnumerateArray());
    }

    [Fact]
    public async Task A_key_is_no_signature() =>
        Assert.Equal(401, (await forms.SendAsync("typeform-linde", Payload)).Status);

    [Fact]
    public async Task An_answer_that_the_mapping_does_not_know_parks_it()
    {
        Assert.Equal("Parked", (await SendAsync(Payload.Replace("\"Huisarts\"", "\"Diëtist\""))).Body.GetProperty("status").GetString());

        var parked = Assert.Single((await forms.ParkedAsync()).EnumerateArray());
        var error = Assert.Single(parked.GetProperty("errors").EnumerateArray());
        Assert.Equal(("/referrer/role", "answer-not-mapped"), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Equal("Ria", parked.GetProperty("submission").GetProperty("client").GetProperty("givenName").GetString());
    }
}
