using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.EndToEnd.Tests;

public sealed class When_a_practice_submits_a_referral(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task The_same_submission_is_one_referral_and_what_is_wrong_leaves_nothing_behind()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);

        await The_same_key_at_the_same_moment_is_one_referral(app);
        await The_same_content_within_a_day_is_one_referral(app);
        await The_same_key_with_other_content_is_a_conflict(app);
        await Every_wrong_field_is_named_in_one_answer_and_nothing_is_stored(app);
        await What_is_no_JSON_or_too_large_is_refused(app);
        await Who_is_not_known_may_not_submit(app);
    }

    static async Task The_same_key_at_the_same_moment_is_one_referral(RunningApp app)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SubmitAsync(app, SampleReferral.Of(question: "Dubbelklik."), "double-click")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Single(answers.Select(answer => answer.Id).Distinct());
        await app.AdvanceAsync("PT1S");
        Assert.Single(await ListedAsync(app));
    }

    static async Task The_same_content_within_a_day_is_one_referral(RunningApp app)
    {
        var first = await SubmitAsync(app, SampleReferral.Of(question: "Zonder sleutel."), key: null);
        var again = await SubmitAsync(app, SampleReferral.Of(question: "Zonder sleutel."), key: null);

        Assert.Equal(first.Id, again.Id);
    }

    static async Task The_same_key_with_other_content_is_a_conflict(RunningApp app) =>
        Assert.Equal(HttpStatusCode.Conflict, (await SubmitAsync(app, SampleReferral.Of(question: "Iets anders."), "double-click")).Status);

    static async Task Every_wrong_field_is_named_in_one_answer_and_nothing_is_stored(RunningApp app)
    {
        await app.AdvanceAsync("PT1S");
        var before = (await ListedAsync(app)).Length;
        using var answer = await app.PostAsync("referrer/01999901", "/api/referrals", new
        {
            organisation = "welzijn-nergens",
            practice = "123",
            referrer = new { name = "dr. M. de Wit", role = "gp", email = "dewit@praktijk.example" },
            client = new { givenName = "Ria", familyName = "Jansen", birthDate = "2048-13-12", phone = "0612345678", postalCode = "30 ED", language = "nl", bsn = "111222333" },
            reasons = Array.Empty<object>(),
            question = "Haar nummer is 111222333.",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var pointers = problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).ToArray();
        Assert.Superset(
            new HashSet<string?> { "/organisation", "/practice", "/client/birthDate", "/client/phone", "/client/postalCode", "/client/bsn", "/reasons", "/consent" },
            pointers.ToHashSet());

        await app.AdvanceAsync("PT1S");
        Assert.Equal(before, (await ListedAsync(app)).Length);
    }

    static async Task What_is_no_JSON_or_too_large_is_refused(RunningApp app)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(app, "{ \"organisation\": ", "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(app, "organisation=welzijn-zuid", "text/plain"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(app, $"{{ \"question\": \"{new string('x', 70_000)}\" }}", "application/json"));
    }

    static async Task Who_is_not_known_may_not_submit(RunningApp app)
    {
        using var nobody = new HttpClient { BaseAddress = app.Address };
        using var unknown = await nobody.PostAsJsonAsync("/api/referrals", SampleReferral.Of());
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);

        using var worker = await app.PostAsync("worker/anna", "/api/referrals", SampleReferral.Of());
        Assert.Equal(HttpStatusCode.Forbidden, worker.StatusCode);

        nobody.DefaultRequestHeaders.Authorization = new("Bearer", "local-form-key");
        using var form = await nobody.PostAsJsonAsync("/api/referrals", SampleReferral.Of(question: "Via het formulier."));
        Assert.Equal(HttpStatusCode.Accepted, form.StatusCode);
    }

    static async Task<HttpStatusCode> SendAsync(RunningApp app, string body, string type)
    {
        using var client = app.As("referrer/01999901");
        using var answer = await client.PostAsync("/api/referrals", new StringContent(body, Encoding.UTF8, type));
        return answer.StatusCode;
    }

    static async Task<(HttpStatusCode Status, string? Id)> SubmitAsync(RunningApp app, object submission, string? key)
    {
        using var answer = await app.PostAsync("referrer/01999901", "/api/referrals", submission, key);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("id", out var id) ? id.GetString() : null);
    }

    static async Task<JsonElement[]> ListedAsync(RunningApp app) =>
        [.. (await app.GetAsync("referrer/01999901", "/api/referrals?top=100")).GetProperty("referrals").EnumerateArray()];
}
