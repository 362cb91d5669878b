using System.Text.Json.Serialization;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Lifecycle;

public sealed class The_transition_table
{
    public static TheoryData<string> Commands => [.. Transitions.All.Select(line => line.Name)];

    [Fact]
    public void Has_one_line_for_every_command() =>
        Assert.Equal(
            typeof(ReferralCommand).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(derived => (string)derived.TypeDiscriminator!).Order(),
            Transitions.All.Select(line => line.Name).Order());

    [Theory, MemberData(nameof(Commands))]
    public void Says_in_every_status_and_for_every_role_what_happens(string name)
    {
        var line = Transitions.Of(name);
        foreach (var status in Enum.GetValues<ReferralStatus>())
        {
            var referral = Situation.In(status);
            foreach (var (role, command) in from role in Enum.GetValues<Role>() from command in Sample.Of(line.Command, referral) select (role, command))
            {
                var refusal = referral.Handle(Happening.CommandArrived(new("c", Sample.By(role, referral), command), Story.Monday.AddHours(1).UtcDateTime)).Refusal;
                var expected = !line.By.Contains(role) ? Refusals.NotYourRole(name)
                    : !line.FromFor(role).Contains(status) ? Refusals.NotInThisStatus(line, role, status)
                    : refusal is { Code: "not-your-role" or "not-in-this-status" } ? null
                    : refusal;
                Assert.True(expected == refusal, $"{name} by {role} in {status}: {refusal?.Code ?? "accepted"}");
            }
        }
    }

    [Theory, MemberData(nameof(Commands))]
    public void Promises_no_status_in_which_the_command_expectedalways_refused(string name)
    {
        var line = Transitions.Of(name);
        var accepting = from referral in Situation.All
                        from role in line.By
                        from command in Sample.Of(line.Command, referral)
                        where referral.Handle(Happening.CommandArrived(new("c", Sample.By(role, referral), command), Story.Monday.AddHours(1).UtcDateTime)).Refusal is null
                        select referral.Status;

        Assert.Empty(line.From.Except(accepting).Except(NothingToActOn(name)));
    }

    [Fact]
    public void Opens_to_an_actor_exactly_what_the_actor_may_give()
    {
        string[] closed = ["erased", "not-your-role", "consent-withdrawn", "restricted", "not-in-this-status", "not-your-offer", "not-your-referral"];
        foreach (var referral in Situation.All.Append(Situation.All.First() with { ConsentIsWithdrawn = true }).Append(Situation.All.First() with { IsErased = true }))
        {
            foreach (var by in Enum.GetValues<Role>().Select(role => Sample.By(role, referral)).Append(new(Role.Worker, "somebody-else")))
            {
                var open = Transitions.OpenTo(referral, by).ToList();
                foreach (var (line, command) in from line in Transitions.All from command in Sample.Of(line.Command, referral) select (line, command))
                {
                    var refusal = referral.Handle(Happening.CommandArrived(new("opens", by, command), Story.Monday.AddHours(1).UtcDateTime)).Refusal;
                    Assert.True(open.Contains(line) != closed.Contains(refusal?.Code), $"{line.Name} by {by} in {referral.Status}: {refusal?.Code ?? "accepted"}");
                }
            }
        }
    }

    [Fact]
    public void Leaves_a_road_to_an_end_from_every_open_status() =>
        Assert.All(Enum.GetValues<ReferralStatus>().Where(status => !status.IsClosed), status => Assert.Contains(Road.All, road => road.From == status && road.To.IsClosed));

    [Fact]
    public void Leaves_a_road_to_every_status() =>
        Assert.All(Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received]), status => Assert.Contains(Road.All, road => road.To == status));

    [Fact]
    public void Refuses_with_a_reason_that_a_worker_understands()
    {
        var refusal = Story.In(ReferralStatus.Completed).Anna(new LogContact(ContactKind.Phone)).Refusal!;

        Assert.Equal("'log-contact' is not possible: the referral is Completed. It is possible in: Accepted, HandoverPlanned, InSupport, OnHold.", refusal.InEnglish);
        Assert.Equal("'log-contact' kan niet: de verwijzing heeft de status Completed. Wel mogelijk in: Accepted, HandoverPlanned, InSupport, OnHold.", refusal.InDutch);
    }

    [Theory, InlineData("diagram"), InlineData("table")]
    public void Is_what_the_documentation_shows(string part)
    {
        var (expected, shown) = (part == "table" ? LifecycleDocument.Table() : LifecycleDocument.Diagram(), File.ReadAllText(LifecycleDocument.Path()).ReplaceLineEndings("\n"));

        Assert.True(shown.Contains(expected, StringComparison.Ordinal), $"docs/lifecycle.md should show:\n{expected}");
    }

    /// <summary>Statuses that a practice's feedback, an arrangement, a duplicate or a story reaches only by a longer road.</summary>
    static ReferralStatus[] NothingToActOn(string name) => name switch
    {
        "acknowledge-feedback" => [ReferralStatus.Received, ReferralStatus.Offered, ReferralStatus.AwaitingCoordinator, ReferralStatus.Cancelled],
        "record-attendance" => [ReferralStatus.InSupport],
        "approve-story" or "withdraw-story" => Enum.GetValues<ReferralStatus>(),
        _ => [],
    };
}
