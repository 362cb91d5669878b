using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SendGrid;

namespace Workflows.Functions.Notifications;

/// <summary>Settings: <c>SendGridKey</c>, <c>SendGridHost</c>, <c>MailFrom</c>, <c>PublicUrl</c>, <c>SendGridEventKey</c>; for SMS <c>TwilioAccountSid</c>, <c>TwilioAuthToken</c>, <c>TwilioHost</c>, <c>SmsFrom</c>. The app brings an <see cref="IRecipients"/>.</summary>
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
        .AddSingleton<IChannel, MailChannel>()
        .AddSms(configuration)
        .AddSingleton<NotificationStore>()
        .AddSingleton<LinkTokens>()
        .AddSingleton<ShortLinks>()
        .AddSingleton<ChannelSender>()
        .AddSingleton<NotificationSender>()
        .AddSingleton<Fallbacks>()
        .AddSingleton<DeliveryReports>();

    static IServiceCollection AddSms(this IServiceCollection services, IConfiguration configuration) => SmsSettings.Of(configuration) is { } sms
        ? services
            .AddSingleton(sms)
            .AddSingleton(provider => new TwilioSms(TwilioSms.Client(sms), sms, provider.GetRequiredService<NotificationSettings>()))
            .AddSingleton<IChannel, SmsChannel>()
        : services;
}
