using Microsoft.AspNetCore.Http;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>How far every message and every callback about a referral came. No address and no text.</summary>
sealed class DeliveryPages(Screens screens, ReferralReader referrals, NotificationStore messages, CallbackLog callbacks, DirectoryStore directory)
{
    public async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.DeliveriesRead, ofPerson: false, cancellation) is not { Referral: var referral })
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var language = LanguageOfPages.Of(request);
        var organisation = await directory.OrganisationAsync(referral.Organisation, cancellation);
        return await screens.ShowAsync<DeliveriesPage>(request, new
        {
            Referral = id,
            Messages = (IReadOnlyList<MessageDelivery>)
            [
                .. from message in await messages.AllAsync(id, cancellation)
                   orderby message.Row.FirstTriedAt descending
                   select new MessageDelivery(
                       message.Row.FirstTriedAt,
                       MailText.SubjectOf(message.Notification.Template, language.Code),
                       RecipientTexts.Of(message.Notification.To, referral.Practice, organisation, language),
                       $"{message.Notification.Channel}",
                       $"{message.Row.State}",
                       message.Row.State.DidNotArrive || !message.Row.State.IsFinal ? message.Row.Detail : null),
            ],
            Callbacks = (IReadOnlyList<CallbackDelivery>)
            [
                .. from attempt in await callbacks.ReadAsync(id, cancellation)
                   orderby attempt.At descending
                   let moment = referral.Feedback.FirstOrDefault(given => given.Id == attempt.Feedback)?.Moment
                   select new CallbackDelivery(attempt.At, moment is { } known ? CodeTexts.Of(known, language) : attempt.Feedback, attempt.Result, attempt.Result is DeliveryResult.Delivered ? null : attempt.Detail),
            ],
        });
    }
}

/// <summary>How far a message came.</summary>
/// <param name="At">When it was first tried.</param>
/// <param name="About">What it is about.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Channel">The name of the channel's text.</param>
/// <param name="State">The name of the state's text.</param>
/// <param name="Detail">The code that says why it did not arrive or waits; null otherwise.</param>
public sealed record MessageDelivery(DateTimeOffset At, string About, string To, string Channel, string State, string? Detail);

/// <summary>What came of one attempt to hand feedback to the practice's system.</summary>
/// <param name="At">When.</param>
/// <param name="Moment">Which feedback.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Detail">The code that says why it was not received; null otherwise.</param>
public sealed record CallbackDelivery(DateTimeOffset At, string Moment, DeliveryResult Result, string? Detail);
