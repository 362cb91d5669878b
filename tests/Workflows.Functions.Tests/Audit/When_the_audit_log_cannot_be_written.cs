using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Audit;

public sealed class When_the_audit_log_cannot_be_written : IAsyncLifetime
{
    readonly WholeApp app = new();
    string id = null!;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        id = await app.SubmitAsync();
        await app.Get<Tables>().Audit.DeleteAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nothing_is_read_and_nothing_is_changed()
    {
        var before = await app.Get<TimelineStore>().ReadEventsAsync(id);
        foreach (var (who, method, path, body) in ((string, string, string, object?)[])
            [
                ("worker/anna", "GET", $"/api/referrals/{id}", null),
                ("worker/anna", "GET", $"/api/referrals/{id}/timeline", null),
                ("worker/anna", "GET", $"/api/referrals/{id}/client", null),
                ("worker/anna", "GET", $"/api/referrals/{id}/messages", null),
                ("worker/anna", "GET", "/api/referrals", null),
                ("coordinator/cora", "GET", $"/api/referrals/{id}/access-log", null),
                ("coordinator/cora", "GET", "/api/audit?month=2026-04", null),
                ("coordinator/coen", "GET", $"/api/referrals/{id}/client", null),
                ("funder/gemeente", "GET", $"/api/referrals/{id}/client", null),
                ("worker/anna", "POST", $"/api/referrals/{id}/commands/accept", null),
                ("referrer/01999901", "POST", $"/api/referrals/{id}/messages", new { text = "Belt u mij?" }),
                ("referrer/01999901", "POST", "/api/referrals", Intake.Submitted.Body),
            ])
        {
            var answer = await app.CallAsync(who, method, path, body);
            Assert.Equal((path, 503), (path, answer.Status));
            Assert.Contains("not-audited", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Jansen", answer.Text, StringComparison.Ordinal);
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(before.Count, (await app.Get<TimelineStore>().ReadEventsAsync(id)).Count);
        Assert.Empty(await app.Get<TimelineStore>().PendingCommandsAsync(id));
        Assert.DoesNotContain((await app.Get<DossierStore>().ReadAllAsync(id)).Keys, section => section.StartsWith("message!", StringComparison.Ordinal));
    }
}
