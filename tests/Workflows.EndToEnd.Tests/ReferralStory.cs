using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.EndToEnd.Tests;

/// <summary>One referral as its people live through it, over HTTP.</summary>
sealed class ReferralStory(RunningApp app, string id, string coordinator = "coordinator/cora")
{
    public string Id => id;

    public static async Task<ReferralStory> SubmittedAsync(RunningApp app, object? submission = null, string practice = "01999901", string coordinator = "coordinator/cora")
    {
        using var answer = await app.PostAsync($"referrer/{practice}", "/api/referrals", submission ?? SampleReferral.Of(practice));
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var story = new ReferralStory(app, body.GetProperty("id").GetString()!, coordinator);
        await app.AdvanceAsync("PT1S");
        return story;
    }

    public async Task<JsonElement> SummaryAsync() => await app.GetAsync(coordinator, $"/api/referrals/{id}");

    public async Task<string> StatusAsync() => (await SummaryAsync()).GetProperty("status").GetString()!;

    public async Task<string?> WorkerAsync() => (await SummaryAsync()).GetProperty("worker").GetString();

    public async Task<JsonElement[]> TimelineAsync() => [.. (await app.GetAsync(coordinator, $"/api/referrals/{id}/timeline")).EnumerateArray()];

    /// <summary>Gives a command, waits until things have settled, and answers the new status.</summary>
    public async Task<string> DoesAsync(string user, string command, object? body = null)
    {
        using var answer = await app.PostAsync(user, $"/api/referrals/{id}/commands/{command}", body ?? new { });
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{command}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        await app.AdvanceAsync("PT1S");
        return await StatusAsync();
    }
}
