using Microsoft.AspNetCore.Http;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>Gathers what a client's own pages show.</summary>
sealed class MyScreens(ReferralReader referrals, DossierStore dossiers, DirectoryStore directory)
{
    /// <summary>The client's referral, once it is recorded that the client sees it; null when there is none any more.</summary>
    public Task<SeenReferral?> OpenAsync(HttpRequest request, string what, CancellationToken cancellation) =>
        referrals.OpenAsync(request.Caller.Id, request.Caller, what, ofPerson: true, cancellation);

    /// <summary>The organisation that helps.</summary>
    public async Task<Organisation> OrganisationAsync(SeenReferral seen, CancellationToken cancellation) =>
        await directory.OrganisationAsync(seen.Referral.Organisation, cancellation) ?? throw new InvalidOperationException("A referral that can be seen has its organisation in the directory.");

    public Task<IReadOnlyList<ReferralEvent>> EventsAsync(SeenReferral seen, CancellationToken cancellation) => referrals.TimelineAsync(seen, cancellation);

    /// <summary>Where it stands.</summary>
    public async Task<MyReferral> OfAsync(SeenReferral seen, Language language, CancellationToken cancellation)
    {
        var (referral, organisation, events) = (seen.Referral, await OrganisationAsync(seen, cancellation), await EventsAsync(seen, cancellation));
        var worker = referral.Worker is { } id ? organisation.Worker(id) : null;
        return new(
            StandOf(referral),
            organisation.Name,
            organisation.Practice(referral.Practice)?.Name ?? referral.Practice,
            worker?.Name,
            worker?.Email,
            worker?.Phone,
            referral.Hold is { } hold && !IsRestricted(referral) ? hold.Until : null,
            FirstContact.Of(referral),
            await AppointmentAsync(referral, organisation, events, cancellation),
            MyTasks.Of(seen, events, language),
            [.. events.Reverse().Select(happened => MyTimeline.Item(happened, organisation, language)).OfType<Parts.TimelineItem>()]);
    }

    /// <summary>The commands that the client may give now.</summary>
    public static IReadOnlyList<string> OpenTo(SeenReferral seen) => [.. Transitions.OpenTo(seen.Referral, seen.Caller).Select(line => line.Name)];

    public static bool IsRestricted(Referral referral) => referral.Requests.Any(open => open.Right is ClientRight.Objection);

    static string StandOf(Referral referral) => referral switch
    {
        { ErasureGrantedAt: not null } => "Stand.Erasure",
        { ConsentIsWithdrawn: true } => "Stand.Withdrawn",
        _ when IsRestricted(referral) => "Stand.Restricted",
        _ => $"Stand.{referral.Status}",
    };

    async Task<Appointment?> AppointmentAsync(Referral referral, Organisation organisation, IReadOnlyList<ReferralEvent> events, CancellationToken cancellation)
    {
        if (referral is not { Status: ReferralStatus.HandoverPlanned, Handover.At: { } at } || events.Select(happened => happened.Change).OfType<HandoverPlanned>().LastOrDefault() is not { } planned)
        {
            return null;
        }

        var place = planned.Place is { } section ? await dossiers.ReadAsync(referral.Id, section, cancellation) : null;
        return new(at, planned.Form, place ?? (planned.Form is HandoverForm.ConsultationHour ? organisation.AgreementWith(referral.Practice)?.ConsultationHour?.Location : null));
    }
}
