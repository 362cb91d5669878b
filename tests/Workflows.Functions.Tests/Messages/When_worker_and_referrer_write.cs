using Workflows.Functions.Messages;
using Workflows.Functions.Tests.Commands;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Messages;

public sealed class When_worker_and_referrer_write : IAsyncLifetime
{
    static readonly Actor Anna = new(Role.Worker, "anna");

    TestStorage storage = null!;
    MessageThread thread = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        thread = new(storage.Timelines, storage.Dossiers, storage.Lists, storage.Clock);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_thread_is_read_oldest_first_with_who_wrote_when()
    {
        await WrittenAsync(1, Anna, "Zij komt dinsdag.");
        storage.Clock.Now = TestStorage.Monday.AddHours(1);
        await WrittenAsync(2, new(Role.Referrer, "01999901"), "Fijn.");

        Assert.Equal(
            [
                new(1, TestStorage.Monday, Anna, "Zij komt dinsdag.", TestStorage.Monday.AddDays(30)),
                new(2, TestStorage.Monday.AddHours(1), new(Role.Referrer, "01999901"), "Fijn.", TestStorage.Monday.AddHours(1).AddDays(30)),
            ],
            await thread.ReadAsync("r1"));
    }

    [Fact]
    public async Task A_message_is_no_longer_shown_from_the_thirtieth_day_on()
    {
        await WrittenAsync(1, Anna, "Zij komt dinsdag.");

        storage.Clock.Now = TestStorage.Monday.AddDays(30).AddSeconds(-1);
        Assert.Single(await thread.ReadAsync("r1"));
        storage.Clock.Now = TestStorage.Monday.AddDays(30);
        Assert.Empty(await thread.ReadAsync("r1"));
    }

    [Fact]
    public async Task The_text_of_an_expired_message_is_removed_and_others_stay()
    {
        await WrittenAsync(1, Anna, "Zij komt dinsdag.");
        storage.Clock.Now = TestStorage.Monday.AddDays(1);
        await WrittenAsync(2, Anna, "Of woensdag.");

        storage.Clock.Now = TestStorage.Monday.AddDays(30);
        await thread.ExpireAsync();

        Assert.Null(await storage.Dossiers.ReadAsync("r1", "message!1"));
        Assert.Equal("Of woensdag.", await storage.Dossiers.ReadAsync("r1", "message!2"));
        Assert.Single(await storage.Lists.AllAsync("!expiring-messages").ToListAsync());
    }

    [Fact]
    public async Task What_the_worker_wrote_is_not_shown_while_the_client_shares_no_content()
    {
        await WrittenAsync(1, Anna, "Zij komt dinsdag.");
        await WrittenAsync(2, new(Role.Referrer, "01999901"), "Fijn.");

        await HappenedAsync(3, new(Role.Client, "r1"), new SharingChanged(false));
        Assert.Equal(["Fijn."], (await thread.ReadAsync("r1")).Select(message => message.Text));
        await HappenedAsync(4, new(Role.Client, "r1"), new SharingChanged(true));
        Assert.Equal(["Zij komt dinsdag.", "Fijn."], (await thread.ReadAsync("r1")).Select(message => message.Text));
    }

    [Fact]
    public void A_citizen_number_in_a_message_is_taken_out()
    {
        var (command, sections) = Given.Read("write-message", """{ "text": "Haar nummer is 111222333." }""");

        Assert.Equal("Haar nummer is [BSN verwijderd].", sections[Assert.IsType<WriteMessage>(command).Text]);
    }

    async Task WrittenAsync(int sequence, Actor by, string text)
    {
        var section = $"message!{sequence}";
        await thread.WillExpireAsync("r1", section);
        await storage.Dossiers.WriteAsync("r1", section, text);
        await HappenedAsync(sequence, by, new MessageWritten(section));
    }

    async Task HappenedAsync(int sequence, Actor by, Change change) => await storage.Timelines.CommitAsync(new(
        "r1", sequence, [new(sequence, ReferralJson.Write(new ReferralEvent(sequence, storage.Clock.Now, by, "default/1", change)))], "{}", null, [], []));
}
