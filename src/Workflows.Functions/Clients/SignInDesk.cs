using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.Notifications;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Clients;

/// <summary>Where clients ask for a code and enter it. What it answers, and how fast, is the same for who exists and for who does not.</summary>
sealed class SignInDesk(AccessCodes access, SignInCodes codes, MessageLinks links, Outbox outbox, TimelineStore timeline, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Under which name everything about the access code is kept; null when what was typed is none, and the link no client's.</summary>
    /// <param name="typed">The number of the letter.</param>
    /// <param name="link">The token of a message to a client, in place of the number.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> WhoseAsync(string? typed, string? link, CancellationToken cancellation = default)
    {
        var code = string.IsNullOrEmpty(link) ? AccessCode.Read(typed)
            : await links.ReadAsync(link, cancellation) is { IsForClient: true } message ? await access.OfAsync(message.Referral, cancellation)
            : null;
        return code is null ? null : await access.LookupAsync(code, cancellation);
    }

    /// <summary>Whether the link is one of a message to a client, and leads on.</summary>
    public async Task<bool> IsLinkAsync(string link, CancellationToken cancellation = default) => await links.ReadAsync(link, cancellation) is { IsForClient: true };

    /// <summary>Has a code sent to the client, if there is one. Whether there is, nothing here knows: it only puts the wish into a queue.</summary>
    public Task AskAsync(string lookup, Channel channel, CancellationToken cancellation = default) =>
        outbox.SendAsync(Entities.SignIn, new SignInRequest(lookup, channel, clock.GetUtcNow()).Message(), cancellation);

    /// <summary>The referral of the client who has this code, once it is recorded that they signed in; null when it is not the code.</summary>
    public async Task<string?> EnterAsync(string lookup, string typed, CancellationToken cancellation = default)
    {
        var digits = string.Concat(typed.Where(character => !char.IsWhiteSpace(character)));
        if (await codes.TryAsync(lookup, digits, cancellation) is not { } id
            || await timeline.ReadSummaryAsync(id, cancellation) is not { } summary
            || ReferralJson.ReadReferral(summary) is not { IsErased: false } referral)
        {
            return null;
        }

        await trail.RecordAsync(AuditEvents.ClientSignedIn, new Caller(CallerKind.Person, Role.Client, id), referral.Organisation, id);
        return id;
    }

    /// <summary>A code that is handed to the client by who sits beside them, for who has neither a mobile phone nor email; null when there were too many of late.</summary>
    public async Task<string?> HandAsync(string referral, CancellationToken cancellation = default) =>
        await codes.MakeAsync(await access.LookupAsync(await access.OfAsync(referral, cancellation), cancellation), referral, cancellation);
}
