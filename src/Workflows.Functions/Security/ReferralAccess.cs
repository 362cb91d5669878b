using Workflows.Functions.Directory;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Security;

/// <summary>Whose a referral is. To everybody else it does not exist.</summary>
static class ReferralAccess
{
    /// <summary>
    /// Whether the caller may see that the referral exists and how it stands on that day in Amsterdam.
    /// A worker who was asked and did not take it may: a late answer must be told why it is late.
    /// </summary>
    public static bool Sees(Caller caller, Referral referral, Organisation organisation, DateOnly day) =>
        Concerns(caller, referral)
        && (caller.Role != Role.Worker || HasItInHand(caller, referral, organisation, day) || referral.Offer.Asked.Contains(caller.Id));

    /// <summary>
    /// Whether the referral can be the caller's at all, from what the caller carries along. Who is answered no needs no look into the directory:
    /// another organisation's referral takes as long as one that does not exist.
    /// </summary>
    public static bool Concerns(Caller caller, Referral referral) => caller.Role switch
    {
        Role.Worker or Role.Coordinator => caller.Organisation == referral.Organisation,
        Role.Referrer => caller.Practice == referral.Practice,
        Role.System => Access.MaySubmit(caller, referral.Organisation, referral.Practice),
        Role.Client => caller.Id == referral.Id,
        _ => false,
    };

    /// <summary>Whether the caller may read the person's data now: of the workers only who has it or is asked, or stands in for that one.</summary>
    public static bool SeesPerson(Caller caller, Referral referral, Organisation organisation, DateOnly day) => caller.Role switch
    {
        Role.Worker => Concerns(caller, referral) && HasItInHand(caller, referral, organisation, day),
        Role.System => false,
        _ => Sees(caller, referral, organisation, day),
    };

    /// <summary>For whom a worker acts who is not the one in charge: the one who has it or is asked, and is away; null for everybody else.</summary>
    public static string? OnBehalfOf(Caller caller, Referral referral, Organisation organisation, DateOnly day) =>
        caller.Role == Role.Worker && InCharge(referral) is { } worker && worker != caller.Id && ActingFor(worker, organisation, day) == caller.Id ? worker : null;

    /// <summary>The workers who are away on that day and for whom this one acts.</summary>
    public static IReadOnlyList<string> StandsInFor(Caller caller, Organisation organisation, DateOnly day) =>
        [.. organisation.Workers.Select(worker => worker.Id).Where(worker => worker != caller.Id && ActingFor(worker, organisation, day) == caller.Id)];

    static bool HasItInHand(Caller caller, Referral referral, Organisation organisation, DateOnly day) =>
        InCharge(referral) is { } worker && (worker == caller.Id || ActingFor(worker, organisation, day) == caller.Id);

    static string? InCharge(Referral referral) => referral.Worker ?? referral.Offer.Worker;

    /// <summary>The caseload does not matter to who stands in for whom.</summary>
    static string? ActingFor(string worker, Organisation organisation, DateOnly day) => Deputies.ActingFor(
        worker,
        organisation.Workers.Select(other => new Candidate(other.Id, false, [], [], other.Capacity, 0, other.Absences)).ToValueList(),
        day);
}
