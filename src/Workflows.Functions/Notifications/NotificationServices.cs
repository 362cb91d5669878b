using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SendGrid;

namespace Workflows.Functions.Notifications;

/// <summary>Settings: <c>SendGridKey</c>, <c>SendGridHost</c>, <c>MailFrom</c>, <c>PublicUrl</c>. The app brings an <see cref="IRecipients"/>.</summary>
static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => NotificationSettings.Of(configuration, provider.GetRequiredService<IHostEnvironment>()))
        .AddSingleton<ISendGridClient>(provider =>
        {
            var settings = provider.GetRequiredService<NotificationSettings>();
            return new SendGridClient(
                new HttpClient { Timeout = TimeSpan.FromSeconds(30) },
                new SendGridClientOptions { ApiKey = settings.SendGridKey, Host = settings.SendGridHost });
        })
        .AddSingleton<SendGridMail>()
        .AddSingleton(provider => new MailEvidence(MailEvidence.Client(provider.GetRequiredService<NotificationSettings>())))
        .AddSingleton<NotificationStore>()
        .AddSingleton<LinkTokens>()
        .AddSingleton<NotificationSender>();
}
