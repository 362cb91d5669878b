using LocalRuntime.LocalPages;
using LocalRuntime.LocalPages.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SendGrid;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Tests.Notifications;

/// <summary>On a developer's machine a kill at any moment loses no mail and doubles none, because the fake answers what SendGrid would.</summary>
public sealed class When_the_provider_is_the_local_page : IAsyncLifetime
{
    WebApplication app = null!;
    NotificationSettings settings = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = await Azurite.ConnectionStringAsync(),
            ["LocalPages:TablePrefix"] = $"t{Guid.NewGuid():N}"[..10],
        });
        builder.Services.AddSingleton(TimeProvider.System).AddLocalPages(builder.Configuration);
        app = builder.Build();
        var local = app.MapGroup("/local");
        LocalRuntime.LocalPages.Mailbox.FakeSendGrid.Map(local);
        FakeEmailActivity.Map(local);
        await app.StartAsync();
        settings = new("key", $"{app.Urls.Single()}/local/sendgrid", "noreply@welzijn.example", new Uri("https://app.example"), TimeSpan.Zero);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_it_took_it_has_and_what_it_did_not_take_it_has_not()
    {
        using var http = new HttpClient();
        var mail = new SendGridMail(new SendGridClient(http, new SendGridClientOptions { ApiKey = settings.SendGridKey, Host = settings.SendGridHost }), settings);
        using var questions = MailEvidence.Client(settings);
        var evidence = new MailEvidence(questions);

        Assert.Equal(Evidence.HasItNot, await evidence.FindAsync("referral-1.3.offerWaiting-worker", CancellationToken.None));
        var answer = await mail.SendAsync("referral-1.3.offerWaiting-worker", "anna@welzijn.example", MailText.Of("offerWaiting", "nl", settings.PublicUrl), CancellationToken.None);

        Assert.Equal(ProviderResult.Accepted, answer.Result);
        Assert.NotNull(answer.Detail);
        Assert.Equal(Evidence.HasIt, await evidence.FindAsync("referral-1.3.offerWaiting-worker", CancellationToken.None));
        Assert.Equal(Evidence.HasItNot, await evidence.FindAsync("referral-1.4.offerWaiting-worker", CancellationToken.None));
    }
}
