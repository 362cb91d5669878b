using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Commands;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Feedback;

public sealed class When_a_practice_follows_the_link : IAsyncLifetime
{
    const string Feedback = "referral-1.9.feedback-end";

    static readonly Referral Given = Referral.Submit("referral-1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)) with
    {
        Feedback = [new(Feedback, FeedbackMoment.End, TestStorage.Monday)],
    };

    static readonly LinkToken Link = new(LinkToken.Acknowledge, "referral-1", Feedback, TestStorage.Monday.AddDays(90));

    TestStorage storage = null!;
    TestEngine engine = null!;
    LinkTokens links = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        engine = await TestEngine.StartAsync(TestStorage.Monday, _ => { });
        links = new(storage.Hash, storage.Clock);
        await StandsAsync(Given);
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    async Task<(int Status, string Location)> FollowAsync(string method, LinkToken link, string practice = "01999901")
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = method } };
        context.Features.Set(new Caller(CallerKind.Person, Role.Referrer, practice, Practice: practice));
        var function = new AcknowledgeByLink(links, storage.Timelines, new(storage.Timelines, NullLogger<ReferralCommands>.Instance), storage.Trail);
        var answer = await function.Run(context.Request, await links.WriteAsync(link), engine.Client, CancellationToken.None);
        await answer.ExecuteAsync(context);
        return (context.Response.StatusCode, context.Response.Headers.Location.ToString());
    }

    async Task StandsAsync(Referral referral) => await storage.Timelines.CommitAsync(new("referral-1", 0, [], ReferralJson.Write(referral), null, [], []));

    Task<IReadOnlyList<StoredCommand>> CommandsAsync() => storage.Timelines.PendingCommandsAsync("referral-1");

    [Fact]
    public async Task Opening_it_only_asks()
    {
        Assert.Equal((303, "/praktijk/referral-1"), await FollowAsync("GET", Link));
        Assert.Empty(await CommandsAsync());
    }

    [Fact]
    public async Task Saying_yes_acknowledges_once_however_often_it_is_said()
    {
        Assert.Equal((303, "/praktijk/referral-1?gedaan=acknowledge-feedback"), await FollowAsync("POST", Link));
        Assert.Equal(303, (await FollowAsync("POST", Link)).Status);

        var given = ReferralJson.ReadCommand(Assert.Single(await CommandsAsync()).Json);
        Assert.Equal(new AcknowledgeFeedback(Feedback), given.Command);
        Assert.Equal(new Actor(Role.Referrer, "01999901"), given.By);
    }

    [Fact]
    public async Task It_says_yes_as_long_as_somebody_waits_for_that_and_leads_to_the_page_as_long_as_there_is_one()
    {
        await StandsAsync(Given with { Feedback = [Given.Feedback[0] with { IsAcknowledged = true }] });
        Assert.Equal((303, "/praktijk/referral-1"), await FollowAsync("POST", Link));

        await StandsAsync(Given with { Feedback = [Given.Feedback[0] with { IsPast = true }] });
        Assert.Equal((303, "/praktijk/referral-1"), await FollowAsync("POST", Link));

        await StandsAsync(Given with { IsErased = true });
        Assert.Equal(410, (await FollowAsync("GET", Link)).Status);
        Assert.Equal(410, (await FollowAsync("POST", Link)).Status);
        Assert.Empty(await CommandsAsync());
    }

    [Fact]
    public async Task For_another_practice_it_is_not_there()
    {
        Assert.Equal(404, (await FollowAsync("POST", Link, practice: "01999902")).Status);
        Assert.Empty(await CommandsAsync());
    }

    [Fact]
    public async Task A_link_for_something_else_or_an_expired_one_is_not_there()
    {
        Assert.Equal(404, (await FollowAsync("POST", Link with { Purpose = LinkToken.Open })).Status);
        Assert.Equal(404, (await FollowAsync("POST", Link with { Expires = TestStorage.Monday })).Status);
        Assert.Empty(await CommandsAsync());
    }
}
