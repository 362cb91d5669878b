using System.Text.Json;
using Workflows.Functions.Events;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Events;

public sealed class What_is_published_of_an_event
{
    static readonly ReferralEvent Happened = new(7, TestStorage.Monday, new(Role.Worker, "anna"), "default/1", new GoalSet("goal-1", 4));

    [Fact]
    public void It_is_a_cloud_event_named_after_the_change()
    {
        var message = ReferralCloudEvent.Message("4711", Happened, new Uri("https://app.example/"));
        var said = JsonDocument.Parse(message.Body).RootElement;

        Assert.Equal("application/cloudevents+json; charset=utf-8", message.ContentType);
        Assert.Equal("4711.7", message.MessageId);
        Assert.Equal(
            ("1.0", "4711.7", "https://app.example/", "nl.welzijn.referral.goal-set.v1", "4711", "0000000007"),
            (Text("specversion"), Text("id"), Text("source"), Text("type"), Text("subject"), Text("sequence")));
        Assert.Equal(TestStorage.Monday, said.GetProperty("time").GetDateTimeOffset());
        Assert.Equal(4, said.GetProperty("data").GetProperty("change").GetProperty("score").GetInt32());

        string? Text(string name) => said.GetProperty(name).GetString();
    }
}
