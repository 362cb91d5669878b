using Workflows.Functions.Operations;

namespace Workflows.Functions.Tests.Operations;

[Collection(nameof(WatchedTelemetry))]
public sealed class When_a_referral_is_followed(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task Intake_turns_messages_and_callbacks_are_one_trace()
    {
        using var watched = new WatchedTelemetry();
        var id = await app.SubmitAsync();
        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept")).Status);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        var trace = watched.Spans.Where(span => span.TraceId == ReferralTrace.TraceOf(id)).ToList();

        Assert.Subset(
            trace.Select(span => span.OperationName).ToHashSet(),
            new HashSet<string> { "intake", "turn", "effect SendMessage", "effect GiveFeedback", "effect PublishEvents", "send email", "callback" });
        Assert.Single(trace.Select(span => span.ParentSpanId).Distinct());
        Assert.All(trace, span => Assert.Equal([new("referral", id)], span.Tags));   // an id, and nothing else
    }

    [Fact]
    public void Without_anybody_who_listens_nothing_is_made() => Assert.Null(ReferralTrace.Start("turn", "referral-1"));
}
