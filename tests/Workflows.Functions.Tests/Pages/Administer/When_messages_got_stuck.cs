using Azure.Messaging.ServiceBus;
using Workflows.Functions.Bus;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Administer;

/// <summary>Each test has an app, and so queues, of its own.</summary>
public sealed class When_messages_got_stuck : IAsyncLifetime
{
    const string Messages = "/beheer/berichten";

    readonly PagesApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Get<ServiceBusClient>().CreateSender(Entities.Intake).SendMessageAsync(new("Ria Jansen, 3011 ED"));   // in the old way: a person in a queue
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_administrator_sees_why_without_the_content_and_drops_one_for_good()
    {
        using var admin = await AdministratorAsync();
        Assert.Contains("Een verwijzing van een ander systeem", admin.Text, StringComparison.Ordinal);
        Assert.Contains("<code>no-claim</code>", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ria", admin.Text, StringComparison.Ordinal);
        var form = admin.Html;

        await admin.SubmitAsync(Messages, ("do", "drop"));
        Assert.Equal($"{Messages}?gedaan=drop", admin.Location);
        Assert.Empty(await app.Get<DeadLetterBox>().ListAsync(default));
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("Er is niets vastgelopen.", admin.Text, StringComparison.Ordinal);

        admin.GoBackTo(form);
        await admin.SubmitAsync(Messages, ("do", "drop"));
        Assert.Equal($"{Messages}?weg=1", admin.Location);
        await admin.OpenAsync(admin.Location!);
        Assert.Contains("iemand anders was u voor", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_is_tried_again()
    {
        using var admin = await AdministratorAsync();
        var before = Assert.Single(await app.Get<DeadLetterBox>().ListAsync(default));

        await admin.SubmitAsync(Messages, ("do", "resubmit"));
        Assert.Equal($"{Messages}?gedaan=resubmit", admin.Location);

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.NotEqual(before.SequenceNumber, Assert.Single(await app.Get<DeadLetterBox>().ListAsync(default)).SequenceNumber);   // it got stuck once more
    }

    [Fact]
    public async Task A_coordinator_sees_only_that_some_wait_for_the_administrator()
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync("/regie");
        Assert.Contains("Er staan vastgelopen berichten klaar voor de beheerder.", cora.Text, StringComparison.Ordinal);

        await cora.OpenAsync(Messages);
        Assert.Equal(403, cora.Status);
    }

    [Fact]
    public async Task What_is_neither_of_the_two_does_nothing()
    {
        using var admin = await AdministratorAsync();

        await admin.SubmitAsync(Messages, ("do", "read"));

        Assert.Equal(400, admin.Status);
        Assert.Single(await app.Get<DeadLetterBox>().ListAsync(default));
    }

    async Task<Visitor> AdministratorAsync()
    {
        var admin = app.Visitor();
        await admin.SignInAsync("administrator/admin");
        await admin.OpenAsync(Messages);
        return admin;
    }
}
