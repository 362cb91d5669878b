using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>Where a referral stands in lists, one row per list, so that pages stay fast at a million referrals.</summary>
static class ReferralLists
{
    const string Coordinator = "coordinator";
    const string Referrer = "referrer";

    public static string All(string organisation) => $"{organisation}!all";

    /// <summary>A worker's caseload: the open referrals, offers included.</summary>
    public static string OfWorker(string organisation, string worker) => $"{organisation}!worker!{worker}";

    public static string OfPractice(string organisation, string practice) => $"{organisation}!practice!{practice}";

    /// <summary>A practice's own list: it may refer to several organisations.</summary>
    public static string OfPractice(string practice) => $"practice!{practice}";

    /// <summary>What a practice referred and has not ended, the latest first.</summary>
    public static string OpenOfPractice(string practice) => $"{OfPractice(practice)}!open";

    /// <summary>What waits for a practice: feedback that it has not seen, what has waited longest first.</summary>
    public static string UnseenByPractice(string practice) => $"{OfPractice(practice)}!unseen";

    /// <summary>What a practice referred and has ended, the latest first.</summary>
    public static string EndedOfPractice(string practice) => $"{OfPractice(practice)}!ended";

    /// <summary>What a practice and a worker should speak about, what has stood longest first.</summary>
    public static string TalkOfPractice(string practice) => $"{OfPractice(practice)}!talk";

    public static string OfStatus(string organisation, ReferralStatus status) => $"{organisation}!status!{status}";

    /// <summary>The open referrals of a practice that this worker took: while there is one, the two are a pair.</summary>
    public static string OfPair(string organisation, string practice, string worker) => $"{organisation}!pair!{practice}!{worker}";

    /// <summary>The handovers of a practice's open referrals, in the order of their moments, planned or proposed.</summary>
    public static string Handovers(string organisation, string practice) => $"{organisation}!handovers!{practice}";

    /// <summary>All that asks for the coordinator, what has stood longest first.</summary>
    public static string Concerns(string organisation) => $"{organisation}!concerns";

    /// <summary>What asks for the coordinator in one way, what has stood longest first.</summary>
    public static string Concerns(string organisation, ConcernKind kind) => $"{organisation}!concerns!{kind}";

    public static string Stuck(string organisation) => Concerns(organisation, ConcernKind.Silence);

    /// <summary>What waits for a worker, whoever that is, what has waited longest first.</summary>
    public static string WorkersTurn(string organisation) => $"{organisation}!turn!worker";

    /// <summary>What waits for a practice, what has waited longest first.</summary>
    public static string ReferrersTurn(string organisation) => $"{organisation}!turn!referrer";

    /// <summary>What has ended, the latest first.</summary>
    public static string Ended(string organisation) => $"{organisation}!ended";

    /// <summary>The stories that may be read outside, or those that the coordinator has not read yet.</summary>
    public static string Stories(string organisation, bool approved) => $"{organisation}!stories!{(approved ? "approved" : "waiting")}";

    /// <summary>All rows of a referral; none once it is erased. A worker's list is in the order in which the process will act.</summary>
    public static IReadOnlyList<ListRow> Of(Referral referral)
    {
        if (referral.IsErased)
        {
            return [];
        }

        var listed = ListedReferral.Of(referral);
        var json = ReferralJson.Write(listed);
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

        if (listed.Turn is { } turn and not Coordinator)
        {
            places.Add((turn == Referrer ? ReferrersTurn(organisation) : WorkersTurn(organisation), referral.StatusSince));
        }

        if (listed.Concerns is [var longest, ..] concerns)
        {
            places.AddRange([(Concerns(organisation), longest.Since), .. concerns.Select(one => (Concerns(organisation, one.Kind), one.Since))]);
        }

        IEnumerable<ListKey> ended = referral.Status.IsClosed ? [ListKey.LatestFirst(Ended(organisation), referral.StatusSince, referral.Id)] : [];
        return
        [
            .. places.Select(place => ListKey.At(place.List, place.At, referral.Id)).Concat(ended).Concat(KeysOfPractice(referral, listed)).Select(key => new ListRow(key, json)),
            .. referral.Stories.Select(story => new ListRow(ListKey.At(Stories(organisation, story.IsApproved), story.At, story.Id), ReferralJson.Write(new ListedStory(referral.Id, story)))),
        ];
    }

    /// <summary>Where it stands among what its practice follows.</summary>
    static IEnumerable<ListKey> KeysOfPractice(Referral referral, ListedReferral listed)
    {
        yield return referral.Status.IsClosed
            ? ListKey.LatestFirst(EndedOfPractice(referral.Practice), referral.StatusSince, referral.Id)
            : ListKey.LatestFirst(OpenOfPractice(referral.Practice), referral.ReceivedAt, referral.Id);
        if (listed.UnseenSince is { } unseen)
        {
            yield return ListKey.At(UnseenByPractice(referral.Practice), unseen, referral.Id);
        }

        if (listed.AsksForTalkSince is { } asks)
        {
            yield return ListKey.At(TalkOfPractice(referral.Practice), asks, referral.Id);
        }
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
/// <param name="Concerns">What asks for the coordinator, longest first.</param>
/// <param name="Organisation">The organisation asked.</param>
/// <param name="UnseenSince">Since when feedback waits for the practice to see it; null when none does.</param>
/// <param name="CancellationIsRequested">Whether practice or client asked to stop and the worker has not answered.</param>
/// <param name="Sequence">How many events its timeline has.</param>
/// <param name="IsRestricted">Whether the client objected and nobody has answered: nothing is done with it until then.</param>
/// <param name="Limit">By when whose turn it is has to act, also once that has passed; null when they need not.</param>
sealed record ListedReferral(
    string Id, ReferralStatus Status, string? StatusReason, DateTimeOffset StatusSince, string Practice, string? Worker, DateTimeOffset ReceivedAt, string? Turn, DateTimeOffset? HandoverAt, DateTimeOffset? Due,
    Deadline? Next = null, ValueList<Concern>? Concerns = null, string? Organisation = null, DateTimeOffset? UnseenSince = null, bool CancellationIsRequested = false,
    int Sequence = 0, bool IsRestricted = false, Deadline? Limit = null)
{
    /// <summary>Since when practice and worker have something to speak about; null when they have not.</summary>
    [JsonIgnore]
    public DateTimeOffset? AsksForTalkSince =>
        ((DateTimeOffset?[])[Concerns?.FirstOrDefault(concern => concern.Kind != ConcernKind.Request)?.Since, UnseenSince, CancellationIsRequested || Status == ReferralStatus.Offered ? StatusSince : null]).Min();

    /// <summary>Whether a row of the lists shows a referral: such rows follow from the timelines, and others do not.</summary>
    public static bool IsOne(string json) => JsonElement.Parse(json).TryGetProperty("statusSince", out _);

    public static ListedReferral Of(Referral referral)
    {
        var first = referral.NextDeadline;
        return new(
            referral.Id, referral.Status, referral.StatusReason, referral.StatusSince, referral.Practice, referral.Worker ?? referral.Offer.Worker,
            referral.ReceivedAt, referral.WhoseTurn, referral.Handover.At ?? referral.Handover.ProposedSlot, first?.At,
            first is { Kind: DeadlineKind.DeferredMessage } ? referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind != DeadlineKind.DeferredMessage) : first,
            Concern.Of(referral) is { Count: > 0 } concerns ? concerns : null, referral.Organisation, UnseenIn(referral), referral.CancellationIsRequested, referral.Sequence,
            referral.Requests.Any(open => open.Right is ClientRight.Objection),
            referral.WhoseTurn is { } turn ? Limits.Of(referral).FirstOrDefault(limit => limit.Who == turn) : null);
    }

    /// <summary>Also what the coordinator was told of: the practice can still see it. Of what may not be told any more, nobody waits for an answer.</summary>
    static DateTimeOffset? UnseenIn(Referral referral) =>
        referral is { ConsentIsWithdrawn: false, Status: not ReferralStatus.EnteredInError }
            ? referral.Feedback.FirstOrDefault(given => given is { IsAcknowledged: false, IsPast: false })?.GivenAt
            : null;
}

/// <summary>A story as a list shows it: where its words stand.</summary>
/// <param name="Referral">In the dossier of which referral.</param>
/// <param name="Story">The story.</param>
sealed record ListedStory(string Referral, StoryState Story);
