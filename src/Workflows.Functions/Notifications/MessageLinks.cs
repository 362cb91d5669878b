using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>The links in messages. They lead on as long as there is something to lead to, and never past the sign-in.</summary>
sealed class MessageLinks(LinkTokens mails, ShortLinks texts, TimelineStore timeline)
{
    /// <summary>The message of a link in a mail or an SMS; null when it is forged or expired, or its referral's data were erased.</summary>
    public async Task<LinkedMessage?> ReadAsync(string token, CancellationToken cancellation = default)
    {
        var message = await texts.ReadAsync(token, cancellation)
            ?? (await mails.ReadAsync(token, LinkToken.Open, cancellation) is { } link ? new LinkedMessage(link.Referral, link.Effect) : null);
        return message is not null && await IsThereAsync(message.Referral, cancellation) ? message : null;
    }

    /// <summary>What is no referral yet has no timeline.</summary>
    async Task<bool> IsThereAsync(string referral, CancellationToken cancellation) =>
        await timeline.ReadSummaryAsync(referral, cancellation) is not { } summary || !ReferralJson.ReadReferral(summary).IsErased;
}
