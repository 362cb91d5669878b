using Workflows.Functions.Intake;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Retention;

public sealed class When_an_erasure_is_carried_out : IAsyncLifetime
{
    const string Ria = "referral-ria";

    static readonly ClientDetails Client = new("Ria", "Jansen", new(1948, 3, 12), "+31612345678", "ria@thuis.example", null, "nl", null);

    TestStorage storage = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        await storage.Dossiers.WriteAsync(Ria, DossierSection.Client, DossierSections.Write(Client));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_persons_addresses_are_forgotten_and_those_of_others_are_not()
    {
        await storage.Suppressions.AddAsync(Channel.Email, "ria@thuis.example", "unsubscribe");
        await storage.Suppressions.AddAsync(Channel.Sms, "+31612345678", "21610");
        await storage.Suppressions.AddAsync(Channel.Email, "henk@thuis.example", "unsubscribe");

        await storage.Erasure.EraseAsync(Ria);

        Assert.False(await storage.Suppressions.ContainAsync(Channel.Email, "ria@thuis.example"));
        Assert.False(await storage.Suppressions.ContainAsync(Channel.Sms, "+31612345678"));
        Assert.True(await storage.Suppressions.ContainAsync(Channel.Email, "henk@thuis.example"));
    }

    [Fact]
    public async Task The_list_names_it_once_however_often_it_is_repeated()
    {
        await storage.Erasure.EraseAsync(Ria);
        await storage.Erasure.EraseAsync(Ria);

        Assert.Equal([Ria], await storage.Erasures.AllAsync().ToListAsync());
    }

    [Fact]
    public async Task One_that_breaks_off_stands_on_the_list_already()
    {
        storage.Master.Forget("1");   // the dossier cannot be opened, so that nothing after the list happens

        await Assert.ThrowsAnyAsync<Exception>(() => storage.Erasure.EraseAsync(Ria));

        Assert.Equal([Ria], await storage.Erasures.AllAsync().ToListAsync());
    }

    [Fact]
    public async Task A_guess_at_what_was_written_can_no_longer_be_checked()
    {
        var fingerprint = await storage.Dossiers.FingerprintAsync(Ria, ["decline", "She is away"]);
        Assert.Equal(fingerprint, await storage.Dossiers.FingerprintAsync(Ria, ["decline", "She is away"]));
        Assert.NotEqual(fingerprint, await storage.Dossiers.FingerprintAsync(Ria, ["declineShe is away"]));
        Assert.NotEqual(fingerprint, await storage.Dossiers.FingerprintAsync("referral-henk", ["decline", "She is away"]));

        await storage.Erasure.EraseAsync(Ria);

        await Assert.ThrowsAsync<DossierErasedException>(() => storage.Dossiers.FingerprintAsync(Ria, ["decline", "She is away"]));
    }
}
