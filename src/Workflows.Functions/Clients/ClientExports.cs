using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Feedback;
using Workflows.Functions.Intake;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.Mine;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Clients;

/// <summary>Everything that is held about a person, in one file: to be read (GDPR, article 15), or to be taken along to another system (article 20).</summary>
sealed class ClientExports(
    Screens screens, ReferralReader referrals, DossierStore dossiers, NotificationStore messages, CallbackLog callbacks, AccessLog access, DirectoryStore directory, TimeProvider clock)
{
    /// <param name="request">Who asks; that it is recorded comes before this.</param>
    /// <param name="seen">The referral.</param>
    /// <param name="asJson">For another system; else for people.</param>
    /// <param name="language">In which language people read it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, SeenReferral seen, bool asJson, Language language, CancellationToken cancellation)
    {
        var everything = await GatherAsync(seen, cancellation);
        request.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{(asJson ? "gegevens.json" : "gegevens.html")}\"";
        return asJson
            ? Results.Json(Json(seen, everything), ReferralJson.Edge)
            : await screens.ShowAsync<ExportPage>(request, new { Export = ExportShown.Of(seen.Referral, everything, language) });
    }

    async Task<Held> GatherAsync(SeenReferral seen, CancellationToken cancellation)
    {
        var id = seen.Referral.Id;
        return new(
            AmsterdamTime.Of(clock.GetUtcNow()),
            await directory.OrganisationAsync(seen.Referral.Organisation, cancellation),
            await dossiers.ReadAllAsync(id, cancellation),
            await referrals.TimelineAsync(seen, cancellation),
            [.. (await messages.AllAsync(id, cancellation)).OrderBy(message => message.Row.FirstTriedAt)],
            await callbacks.ReadAsync(id, cancellation),
            await access.OfAsync(seen.Referral, cancellation));
    }

    static object Json(SeenReferral seen, Held held) => new
    {
        madeAt = held.MadeAt,
        referral = seen.Referral.Id,
        organisation = new { id = seen.Referral.Organisation, name = held.Organisation?.Name },
        practice = new { agb = seen.Referral.Practice, name = held.Organisation?.Practice(seen.Referral.Practice)?.Name },
        status = seen.Referral.Status,
        sharesContentWithReferrer = seen.Referral.Submission.SharesContentWithReferrer,
        dossier = held.Dossier.OrderBy(section => section.Key, StringComparer.Ordinal).ToDictionary(section => section.Key, section => DossierSections.Structure(section.Value) ?? JsonValue.Create(section.Value)),
        timeline = held.Timeline,
        messages = held.Messages.Select(message => new
        {
            at = message.Row.FirstTriedAt,
            to = message.Notification.To.Kind,
            about = message.Notification.Template,
            channel = $"{message.Notification.Channel}",
            state = $"{message.Row.State}",
        }),
        callbacks = held.Callbacks.Select(attempt => new { attempt.Feedback, attempt.At, result = $"{attempt.Result}" }),
        access = held.Access,
    };
}

/// <summary>What is held about a person, wherever it lies.</summary>
sealed record Held(
    DateTimeOffset MadeAt,
    Organisation? Organisation,
    IReadOnlyDictionary<string, string> Dossier,
    IReadOnlyList<Workflows.Referrals.Timeline.ReferralEvent> Timeline,
    IReadOnlyList<(Notification Notification, NotificationRow Row)> Messages,
    IReadOnlyList<CallbackAttempt> Callbacks,
    IReadOnlyList<AccessShown> Access);
