using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>Where a referral stands in lists, one row per list, so that pages stay fast at a million referrals.</summary>
static class ReferralLists
{
    public static string All(string organisation) => $"{organisation}!all";

    /// <summary>A worker's caseload: the open referrals, offers included.</summary>
    public static string OfWorker(string organisation, string worker) => $"{organisation}!worker!{worker}";

    public static string OfPractice(string organisation, string practice) => $"{organisation}!practice!{practice}";

    /// <summary>A practice's own list: it may refer to several organisations.</summary>
    public static string OfPractice(string practice) => $"practice!{practice}";

    public static string OfStatus(string organisation, ReferralStatus status) => $"{organisation}!status!{status}";

    /// <summary>The open referrals of a practice that this worker took: while there is one, the two are a pair.</summary>
    public static string OfPair(string organisation, string practice, string worker) => $"{organisation}!pair!{practice}!{worker}";

    /// <summary>The handovers of a practice's open referrals, in the order of their moments, planned or proposed.</summary>
    public static string Handovers(string organisation, string practice) => $"{organisation}!handovers!{practice}";

    public static string Stuck(string organisation) => $"{organisation}!stuck";

    /// <summary>All rows of a referral; none once it is erased. A worker's list is in the order in which the process will act.</summary>
    public static IReadOnlyList<ListRow> Of(Referral referral)
    {
        if (referral.IsErased)
        {
            return [];
        }

        var json = ReferralJson.Write(ListedReferral.Of(referral));
        var (organisation, due) = (referral.Organisation, referral.NextDeadline?.At ?? referral.StatusSince);
        List<(string List, DateTimeOffset At)> places =
        [
            (All(organisation), referral.ReceivedAt),
            (OfPractice(organisation, referral.Practice), referral.ReceivedAt),
            (OfPractice(referral.Practice), referral.ReceivedAt),
            (OfStatus(organisation, referral.Status), referral.StatusSince),
        ];
        if (!referral.Status.IsClosed && (referral.Worker ?? referral.Offer.Worker) is { } worker)
        {
            places.Add((OfWorker(organisation, worker), due));
        }

        if (!referral.Status.IsClosed && referral is { Status: not ReferralStatus.Offered, Worker: { } taker })
        {
            places.Add((OfPair(organisation, referral.Practice, taker), referral.ReceivedAt));
        }

        if (!referral.Status.IsClosed && (referral.Handover.At ?? referral.Handover.ProposedSlot) is { } handover)
        {
            places.Add((Handovers(organisation, referral.Practice), handover));
        }

        if (referral is { Status: ReferralStatus.InSupport, Support.StuckSince: { } stuck })
        {
            places.Add((Stuck(organisation), stuck));
        }

        return [.. places.Select(place => new ListRow(ListKey.At(place.List, place.At, referral.Id), json))];
    }
}

/// <summary>A referral as a list shows it: nothing personal.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusReason">The coded reason of the status; null where it needs none.</param>
/// <param name="StatusSince">Since when.</param>
/// <param name="Practice">AGB code of the practice that refers.</param>
/// <param name="Worker">Who has it, or is asked; null when nobody is.</param>
/// <param name="ReceivedAt">When this cycle began.</param>
/// <param name="Turn">Who must act now; null when nobody needs to.</param>
/// <param name="HandoverAt">The slot agreed or proposed for the handover; null without one.</param>
/// <param name="Due">When the process acts next; null when it does not.</param>
/// <param name="Next">What it does next but for sending a message that waits for the morning, when, and why then; null when it does nothing.</param>
sealed record ListedReferral(
    string Id, ReferralStatus Status, string? StatusReason, DateTimeOffset StatusSince, string Practice, string? Worker, DateTimeOffset ReceivedAt, string? Turn, DateTimeOffset? HandoverAt, DateTimeOffset? Due,
    Deadline? Next = null)
{
    public static ListedReferral Of(Referral referral)
    {
        var first = referral.NextDeadline;
        return new(
            referral.Id, referral.Status, referral.StatusReason, referral.StatusSince, referral.Practice, referral.Worker ?? referral.Offer.Worker,
            referral.ReceivedAt, referral.WhoseTurn, referral.Handover.At ?? referral.Handover.ProposedSlot, first?.At,
            first is { Kind: DeadlineKind.DeferredMessage } ? referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind != DeadlineKind.DeferredMessage) : first);
    }
}
