using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

/// <summary>Commands as people give them, mostly possible ones, and some that are not.</summary>
static class AnyCommand
{
    public static readonly string[] Workers = ["anna", "bram", "carla", "dirk", "els"];

    static readonly Type[] Ends = [typeof(Reject), typeof(RecordOutcome), typeof(Cancel), typeof(RequestCancellation), typeof(WithdrawConsent), typeof(MarkEnteredInError), typeof(RequestRight)];

    public static CommandEnvelope For(Referral referral, Random random, string key, DateTimeOffset now)
    {
        var possible = Transitions.All.Where(line => line.From.Contains(referral.Status)).ToArray();
        var line = random.Next(10) < 8 && possible.Length > 0 ? Any(possible, random) : Any(Transitions.All, random);
        line = Ends.Contains(line.Command) && random.Next(6) > 0 ? Any(possible, random) : line;   // or hardly any walk would come far
        line = referral.Requests is not [] && random.Next(3) == 0 ? Transitions.Of("answer-request") : line;
        return new(key, By(referral, random.Next(10) < 9 ? Any(line.By, random) : Any(Enum.GetValues<Role>(), random), random), Of(line.Command, referral, random, now));
    }

    /// <summary>Any value of a command's type, sensible in most cases.</summary>
    public static ReferralCommand Of(Type command, Referral referral, Random random, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        return command.Name switch
        {
            nameof(Accept) => new Accept(),
            nameof(Decline) => new Decline(Any<DeclineReason>(random), Section(random)),
            nameof(Reject) => new Reject(Any<RejectReason>(random)),
            nameof(Waitlist) => new Waitlist(today.AddDays(random.Next(-1, 200))),
            nameof(RequestAssessment) => new RequestAssessment("note!1"),
            nameof(Merge) => new Merge(referral.Offer.DuplicateOf ?? "r9"),
            nameof(Assign) => new Assign(Any(Workers, random)),
            nameof(PlanHandover) => new PlanHandover(now.AddHours(random.Next(-5, 900)), Any<HandoverForm>(random), Section(random)),
            nameof(RecordHandover) => new RecordHandover(Any<HandoverResult>(random)),
            nameof(LogContact) => new LogContact(Any<ContactKind>(random), Section(random)),
            nameof(SetGoal) => new SetGoal("text!1", random.Next(-1, 12)),
            nameof(ChooseArrangement) => new ChooseArrangement(Any<Arrangement>(random), random.Next(2) == 0),
            nameof(RecordAttendance) => new RecordAttendance(random.Next(2) == 0),
            nameof(RecordMeasurement) => new RecordMeasurement(random.Next(9) == 0 ? "unheard-of" : Any(referral.Pathway.Instruments, random), "answers!1"),
            nameof(PutOnHoldUntil) => new PutOnHoldUntil(Any<HoldReason>(random), today.AddDays(random.Next(-1, 200))),
            nameof(Resume) => new Resume(),
            nameof(GiveInterimFeedback) => new GiveInterimFeedback("lines!1"),
            nameof(WriteMessage) => new WriteMessage("message!1"),
            nameof(RecordOutcome) => new RecordOutcome(
                Any<OutcomeKind>(random), random.Next(4) == 0 ? null : Any<OutcomeReason>(random), random.Next(2) == 0 ? null : Any<Arrangement>(random), Section(random)),
            nameof(AcknowledgeFeedback) => new AcknowledgeFeedback(AnyFeedback(referral, random)),
            nameof(WithdrawConsent) => new WithdrawConsent(),
            nameof(RequestCancellation) => new RequestCancellation(Any<CancelReason>(random)),
            nameof(Cancel) => new Cancel(Any<CancelReason>(random)),
            nameof(Reopen) => new Reopen(Any<ReopenReason>(random)),
            nameof(MarkEnteredInError) => new MarkEnteredInError(Any<ErrorReason>(random)),
            nameof(ReportFeedbackDelivered) => new ReportFeedbackDelivered(AnyFeedback(referral, random), Any<FeedbackChannel>(random)),
            nameof(ReportFeedbackUndeliverable) => new ReportFeedbackUndeliverable(AnyFeedback(referral, random)),
            nameof(ChangeSharing) => new ChangeSharing(random.Next(2) == 0),
            nameof(CorrectDetails) => new CorrectDetails("details!1"),
            nameof(RequestRight) => new RequestRight(Any<ClientRight>(random), Section(random)),
            nameof(AnswerRequest) => new AnswerRequest(AnyRequest(referral, random), random.Next(6) == 0, random.Next(9) == 0 ? null : Any<RequestGround>(random), Section(random)),
            nameof(ReportWorkerUnavailable) => new ReportWorkerUnavailable(referral.Worker ?? referral.Offer.Worker ?? Any(Workers, random)),
            nameof(ShareStory) => new ShareStory("text!1", random.Next(5) > 0),
            nameof(ApproveStory) => new ApproveStory(AnyStory(referral, random)),
            nameof(WithdrawStory) => new WithdrawStory(AnyStory(referral, random)),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command of a referral."),
        };
    }

    /// <summary>Somebody of a role: of the workers mostly the one whose turn it is.</summary>
    public static Actor By(Referral referral, Role role, Random random) => role switch
    {
        Role.Worker when random.Next(10) == 0 => new(role, Any(Workers, random)),
        Role.Worker when random.Next(10) == 0 => new(role, "deputy", OnBehalfOf: referral.Offer.Worker ?? referral.Worker),
        Role.Worker => new(role, referral.Offer.Worker ?? referral.Worker ?? "anna"),
        Role.Coordinator => new(role, "cora"),
        Role.Referrer => new(role, referral.Practice),
        Role.Client => new(role, referral.Id),
        Role.Process => Actor.Process,
        _ => new(role, "someone"),
    };

    public static T Any<T>(Random random)
        where T : struct, Enum => Any(Enum.GetValues<T>(), random);

    public static T Any<T>(IReadOnlyList<T> of, Random random) => of[random.Next(of.Count)];

    static string AnyFeedback(Referral referral, Random random) =>
        referral.Feedback.Count == 0 || random.Next(10) == 0 ? "nothing" : Any(referral.Feedback, random).Id;

    static string AnyStory(Referral referral, Random random) =>
        referral.Stories.Count == 0 || random.Next(10) == 0 ? "nothing" : Any(referral.Stories, random).Id;

    static ClientRight AnyRequest(Referral referral, Random random) =>
        referral.Requests is [] || random.Next(10) == 0 ? Any<ClientRight>(random) : Any(referral.Requests, random).Right;

    static string? Section(Random random) => random.Next(2) == 0 ? null : "note!1";
}
