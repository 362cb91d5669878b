using Microsoft.Extensions.DependencyInjection;
using SendGrid;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Notifications;

/// <summary>Messages to people; see <see cref="NotificationSettings"/> and <see cref="SmsSettings"/>. The app brings an <see cref="IRecipients"/>.</summary>
static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, SettingsReader settings) => services
        .AddSingleton(NotificationSettings.Read(settings))
        .AddSingleton<ISendGridClient>(provider =>
        {
            var mail = provider.GetRequiredService<NotificationSettings>();
            return new SendGridClient(
                new HttpClient { Timeout = TimeSpan.FromSeconds(30) },
                new SendGridClientOptions { ApiKey = mail.SendGridKey, Host = mail.SendGridHost });
        })
        .AddSingleton<SendGridMail>()
        .AddSingleton(provider => new MailEvidence(MailEvidence.Client(provider.GetRequiredService<NotificationSettings>())))
        .AddSingleton<IChannel, MailChannel>()
        .AddSms(settings)
        .AddSingleton<NotificationStore>()
        .AddSingleton<LinkTokens>()
        .AddSingleton<ShortLinks>()
        .AddSingleton<MessageLinks>()
        .AddSingleton<Suppressions>()
        .AddSingleton<ChannelSender>()
        .AddSingleton<NotificationSender>()
        .AddSingleton<UndeliveredMessages>()
        .AddSingleton<Fallbacks>()
        .AddSingleton<DeliveryReports>();

    static IServiceCollection AddSms(this IServiceCollection services, SettingsReader settings) => SmsSettings.Read(settings) is { } sms
        ? services
            .AddSingleton(sms)
            .AddSingleton(provider => new TwilioSms(TwilioSms.Client(sms), sms, provider.GetRequiredService<NotificationSettings>()))
            .AddSingleton<IChannel, SmsChannel>()
        : services;
}
