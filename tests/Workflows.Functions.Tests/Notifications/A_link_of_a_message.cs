using Azure.Data.Tables;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Notifications;

public sealed class A_link_of_a_message : IAsyncLifetime
{
    static readonly Notification ToWorker = new("r1.3.offerWaiting-worker", "r1", new(RecipientKind.Worker, "anna"), "offerWaiting");
    static readonly Notification ToClient = new("r1.9.aftercareDue-client", "r1", new(RecipientKind.Client, "r1"), "aftercareDue");

    TestStorage storage = null!;
    TestNotifications notifications = null!;
    MessageLinks links = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        notifications = new(storage);
        links = new(notifications.Links, notifications.ShortLinks, storage.Timelines);
        await StandsAsync(Referral.Submit("r1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Says_by_mail_and_by_SMS_which_message_it_belongs_to_and_whether_that_went_to_the_client()
    {
        foreach (var message in (Notification[])[ToWorker, ToClient])
        {
            Assert.Equal(new LinkedMessage("r1", message.Key), await links.ReadAsync(await InMailAsync(message)));
            Assert.Equal(new LinkedMessage("r1", message.Key), await links.ReadAsync(await notifications.ShortLinks.MakeAsync(message)));
        }

        Assert.False((await links.ReadAsync(await InMailAsync(ToWorker)))!.IsForClient);
        Assert.True((await links.ReadAsync(await InMailAsync(ToClient)))!.IsForClient);
    }

    [Fact]
    public async Task Leads_nowhere_once_the_persons_data_were_erased()
    {
        string[] tokens = [await InMailAsync(ToClient), await notifications.ShortLinks.MakeAsync(ToClient)];
        await StandsAsync(Referral.Submit("r1", new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.InPerson)) with { IsErased = true, Sequence = 1 });

        foreach (var token in tokens)
        {
            Assert.Null(await links.ReadAsync(token));
        }
    }

    [Fact]
    public async Task Of_an_SMS_is_kept_as_long_as_it_leads_on_and_no_longer()
    {
        var token = await notifications.ShortLinks.MakeAsync(ToWorker);

        storage.Clock.Now += TimeSpan.FromDays(60) - TimeSpan.FromSeconds(1);
        await notifications.ShortLinks.ForgetAsync();
        Assert.NotNull(await links.ReadAsync(token));

        storage.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await links.ReadAsync(token));
        await notifications.ShortLinks.ForgetAsync();
        Assert.Empty(await storage.Tables.Notifications.QueryAsync<TableEntity>("PartitionKey eq '!links'").ToListAsync());
    }

    [Fact]
    public async Task For_another_purpose_leads_nowhere() =>
        Assert.Null(await links.ReadAsync(await notifications.Links.WriteAsync(new(LinkToken.Acknowledge, "r1", ToClient.Key, storage.Clock.Now.AddDays(1)))));

    async Task StandsAsync(Referral referral) => await storage.Timelines.CommitAsync(new("r1", referral.Sequence, [], ReferralJson.Write(referral), null, [], []));

    Task<string> InMailAsync(Notification message) => notifications.Links.WriteAsync(new(LinkToken.Open, message.Referral, message.Key, storage.Clock.Now.AddDays(60)));
}
