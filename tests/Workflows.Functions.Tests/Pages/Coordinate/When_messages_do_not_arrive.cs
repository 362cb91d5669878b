using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Tests.Pages.Coordinate;

public sealed class When_messages_do_not_arrive(PagesApp app) : IClassFixture<PagesApp>
{
    static readonly DateTimeOffset Monday = new(2026, 4, 13, 9, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task The_coordinator_sees_which_to_whom_and_where_the_address_is_kept_and_takes_it_off_the_list()
    {
        await AddAsync(new("r1.3.offerWaiting-worker", "r1", new(RecipientKind.Worker, "anna"), "offerWaiting"));
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync("/regie");
        Assert.Contains("berichten niet aangekomen", cora.Text, StringComparison.Ordinal);

        await cora.OpenAsync("/regie/berichten");
        Assert.Contains("href=\"/regie/r1\">Er wacht een verwijzing op uw antwoord</a>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("Aan Anna Verbeek", cora.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/gids/welzijn-zuid/mensen/anna\"", cora.Html, StringComparison.Ordinal);

        await cora.SubmitAsync("/regie/berichten");
        Assert.Equal((303, "/regie/berichten?gedaan=1"), (cora.Status, cora.Location));
        await cora.OpenAsync(cora.Location!);
        Assert.Contains("Het bericht staat niet meer op de lijst.", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Verbeek", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_about_a_parked_submission_leads_to_the_submissions()
    {
        await AddAsync(new("s1.0.submissionWaiting", "s1", new(RecipientKind.Coordinator, "welzijn-zuid"), "submissionWaiting"));
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie/berichten");

        Assert.Contains("href=\"/regie/aanmeldingen\">Een aanmelding wacht op u</a>", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_neither_sees_it_nor_takes_it_off()
    {
        await AddAsync(new("r2.3.offerWaiting-worker", "r2", new(RecipientKind.Worker, "bram"), "offerWaiting"));
        var row = (await app.Get<UndeliveredMessages>().ReadAsync("welzijn-zuid", 10, null)).Messages.First(message => message.Referral == "r2").Row;
        await app.Get<UndeliveredMessages>().AddAsync("buurtwerk-noord", new("r3.3.offerWaiting-worker", "r3", new(RecipientKind.Worker, "dirk"), "offerWaiting"), Monday);
        using var coen = await app.CoordinatorAsync("coen");
        await coen.OpenAsync("/regie/berichten");
        Assert.DoesNotContain("/regie/r2", coen.Text, StringComparison.Ordinal);

        await coen.SubmitAsync("/regie/berichten", ("row", row));

        Assert.Contains((await app.Get<UndeliveredMessages>().ReadAsync("welzijn-zuid", 10, null)).Messages, message => message.Referral == "r2");
    }

    [Fact]
    public async Task How_far_each_message_about_a_referral_came_is_shown_without_an_address()
    {
        var referral = await app.ReferAsync();
        var offer = new Notification($"{referral}.3.offerWaiting-worker", referral, new(RecipientKind.Worker, "anna"), "offerWaiting") { Channel = Channel.Sms };
        await app.Get<NotificationStore>().WriteAsync(offer, new(NotificationState.Failed, 1, Monday, Monday, Monday, "twilio-21211"), default);
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"/regie/{referral}/bezorging");

        Assert.Contains("<td>Er wacht een verwijzing op uw antwoord<br>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("kon niet uit<br /><code>twilio-21211</code>", cora.Text.Replace("<br>", "<br />", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Aan Huisartsenpraktijk De Linde, per e-mail", cora.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@", cora.Text, StringComparison.Ordinal);
    }

    Task AddAsync(Notification message) => app.Get<UndeliveredMessages>().AddAsync("welzijn-zuid", message, Monday);
}
