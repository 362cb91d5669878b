using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Bus;
using Workflows.Functions.Intake;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Clients;

/// <summary>Makes a code for whoever asked, and sends it to the client if there is one: by the channel that was asked for, or by the other one. At any hour, because somebody waits for it.</summary>
sealed partial class SendSignInCode(
    AccessCodes access, SignInCodes codes, TimelineStore timeline, DossierStore dossiers, IEnumerable<IChannel> channels, Suppressions suppressions, TimeProvider clock, ILogger<SendSignInCode> logger)
{
    [Function(nameof(SendSignInCode))]
    public async Task Run([ServiceBusTrigger(Entities.SignIn, Connection = Entities.Connection)] ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        var asked = SignInRequest.Read(message);
        if (clock.GetUtcNow() - asked.At > SignInCodes.Lasts)
        {
            return;   // nobody waits for it any more
        }

        var referral = await access.FindAsync(asked.Access, cancellation) is { } known && await IsThereAsync(known, cancellation) ? known : null;
        if (await codes.MakeAsync(asked.Access, referral, cancellation) is { } code && referral is not null && !await IsSentAsync(referral, code, asked.Channel, cancellation))
        {
            NotSent(referral);
        }
    }

    async Task<bool> IsThereAsync(string referral, CancellationToken cancellation) =>
        await timeline.ReadSummaryAsync(referral, cancellation) is { } summary && !ReferralJson.ReadReferral(summary).IsErased;

    /// <summary>Not tried again by itself: a code that comes too late confuses more than none, and who waits can ask again.</summary>
    async Task<bool> IsSentAsync(string referral, string code, Channel wanted, CancellationToken cancellation)
    {
        if (await dossiers.ReadAsync(referral, DossierSection.Client, cancellation) is not { } client)
        {
            return false;
        }

        var details = DossierSections.Read<ClientDetails>(client);
        var addressee = new Addressee(details.Email, details.Language, details.Phone);
        foreach (var channel in channels.OrderByDescending(channel => channel.Kind == wanted))
        {
            if (channel.AddressOf(addressee) is { } address
                && !await suppressions.ContainAsync(channel.Kind, address, cancellation)
                && await channel.SendCodeAsync($"{referral}.sign-in.{Guid.NewGuid():N}", address, addressee.Language, code, cancellation) is { Result: ProviderResult.Accepted or ProviderResult.Unknown })
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(EventId = 1050, Level = LogLevel.Warning, Message = "The client of referral {Referral} asked for a sign-in code and could be sent none.")]
    partial void NotSent(string referral);
}
