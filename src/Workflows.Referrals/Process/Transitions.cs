using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;
using static Workflows.Referrals.Timeline.ReferralStatus;
using static Workflows.Referrals.Timeline.Role;

namespace Workflows.Referrals.Process;

/// <summary>One line of the transition table: who may give a command, and in which statuses.</summary>
/// <param name="Name">The command's name in the route.</param>
/// <param name="Command">The command's type.</param>
/// <param name="From">The statuses that allow it.</param>
/// <param name="By">The roles that may give it.</param>
/// <param name="FromForWorker">The statuses that allow it to a worker, where those are fewer; null otherwise.</param>
public sealed record Transition(string Name, Type Command, ValueList<ReferralStatus> From, ValueList<Role> By, ValueList<ReferralStatus>? FromForWorker = null)
{
    /// <summary>The statuses in which a role may give the command; none when it never may.</summary>
    /// <param name="role">The role.</param>
    public ValueList<ReferralStatus> FromFor(Role role) => !By.Contains(role) ? [] : role is Role.Worker ? FromForWorker ?? From : From;
}

/// <summary>The transition table: the one place that says which command is possible when, and for whom.</summary>
public static class Transitions
{
    static readonly ReferralStatus[] Waiting = [ReferralStatus.Received, Offered, AwaitingCoordinator];
    static readonly ReferralStatus[] Taken = [ReferralStatus.Accepted, ReferralStatus.HandoverPlanned, InSupport];
    static readonly ReferralStatus[] Open = [.. Waiting, .. Taken, OnHold];
    static readonly ReferralStatus[] Closed = [Completed, NotStarted, ReferralStatus.Rejected, ReferralStatus.Cancelled];
    static readonly ReferralStatus[] Any = [.. Open, .. Closed, EnteredInError];

    /// <summary>What remains after consent was withdrawn. The rights of the client do not rest on consent.</summary>
    static readonly Type[] WithoutConsent = [typeof(AcknowledgeFeedback), typeof(MarkEnteredInError), typeof(CorrectDetails), typeof(RequestRight), typeof(AnswerRequest)];

    /// <summary>What can be done while an objection waits for its answer: what ends the use of the data, or is the client's own choice.</summary>
    static readonly Type[] DuringAnObjection = [.. WithoutConsent, typeof(WithdrawConsent), typeof(Cancel), typeof(RequestCancellation), typeof(ChangeSharing)];

    /// <summary>All lines.</summary>
    public static IReadOnlyList<Transition> All { get; } =
    [
        Line<Accept>([Offered], [Worker]),
        Line<Decline>([Offered], [Worker]),
        Line<Waitlist>([Offered], [Worker]),
        Line<RequestAssessment>([Offered], [Worker]),
        Line<Reject>([Offered, AwaitingCoordinator], [Worker, Coordinator]),
        Line<Merge>([AwaitingCoordinator], [Coordinator]),
        Line<Assign>([Offered, AwaitingCoordinator, .. Taken, OnHold], [Coordinator]),
        Line<PlanHandover>([ReferralStatus.Accepted, ReferralStatus.HandoverPlanned], [Worker, Coordinator]),
        Line<RecordHandover>([ReferralStatus.HandoverPlanned], [Worker, Coordinator]),
        Line<LogContact>([.. Taken, OnHold], [Worker, Coordinator]),
        Line<SetGoal>([.. Taken], [Worker]),
        Line<ChooseArrangement>([InSupport], [Worker]),
        Line<RecordAttendance>([InSupport], [Worker]),
        Line<RecordMeasurement>([.. Taken, OnHold, Completed], [Worker, Coordinator, Client]),
        Line<PutOnHoldUntil>([.. Open], [Worker, Coordinator], forWorker: [.. Taken, OnHold]),
        Line<Resume>([OnHold], [Worker, Coordinator]),
        Line<GiveInterimFeedback>([.. Taken], [Worker]),
        Line<WriteMessage>([.. Open, .. Closed], [Referrer, Worker, Coordinator], forWorker: [Offered, .. Taken, OnHold, Completed, NotStarted]),
        Line<RecordOutcome>([AwaitingCoordinator, .. Taken], [Worker, Coordinator], forWorker: [.. Taken]),
        Line<AcknowledgeFeedback>([.. Open, .. Closed], [Referrer, Role.System, Coordinator]),
        Line<WithdrawConsent>([.. Any], [Client, Referrer, Worker, Coordinator]),
        Line<RequestCancellation>([.. Open], [Referrer, Client]),
        Line<Cancel>([.. Open], [Referrer, Client, Worker, Coordinator], forWorker: [.. Taken, OnHold]),
        Line<Reopen>([.. Closed], [Coordinator]),
        Line<MarkEnteredInError>([.. Open, .. Closed], [Referrer, Coordinator]),
        Line<ShareStory>([InSupport, OnHold, Completed], [Worker, Client]),
        Line<ApproveStory>([.. Open, .. Closed], [Coordinator]),
        Line<WithdrawStory>([.. Open, .. Closed], [Worker, Client, Coordinator], forWorker: [.. Taken, OnHold, Completed]),
        Line<ChangeSharing>([.. Open, .. Closed], [Client, Worker, Coordinator], forWorker: [.. Taken, OnHold, Completed]),
        Line<CorrectDetails>([.. Open, .. Closed], [Worker, Coordinator], forWorker: [.. Taken, OnHold, Completed]),
        Line<RequestRight>([.. Any], [Client, Referrer, Worker, Coordinator], forWorker: [.. Taken, OnHold, .. Closed]),
        Line<AnswerRequest>([.. Any], [Coordinator]),
        Line<ReportFeedbackDelivered>([.. Any], [Role.Process]),
        Line<ReportFeedbackUndeliverable>([.. Any], [Role.Process]),
        Line<ReportWorkerUnavailable>([.. Any], [Role.Process, Coordinator]),
    ];

    static FrozenDictionary<Type, Transition> ByType { get; } = All.ToFrozenDictionary(line => line.Command);

    /// <summary>The line of a command.</summary>
    /// <param name="command">The command's name in the route.</param>
    /// <exception cref="InvalidOperationException">There is no such command.</exception>
    public static Transition Of(string command) => All.First(line => line.Name == command);

    /// <summary>The line of a command.</summary>
    /// <param name="command">The command.</param>
    public static Transition Of(ReferralCommand command) => ByType[command.GetType()];

    /// <summary>The commands that an actor may give now, in the order of the table. What a command holds may still be refused.</summary>
    /// <param name="referral">The referral as it stands.</param>
    /// <param name="by">Who.</param>
    public static IEnumerable<Transition> OpenTo(Referral referral, Actor by) => All.Where(line => Refuses(referral, line, by) is null);

    /// <summary>Why this command may not be given now by this actor; null when it may.</summary>
    internal static Refusal? Refuses(Referral referral, CommandEnvelope envelope) => Refuses(referral, Of(envelope.Command), envelope.By);

    static Refusal? Refuses(Referral referral, Transition line, Actor by) =>
        referral.IsErased ? Refusals.Erased
        : !line.By.Contains(by.Role) ? Refusals.NotYourRole(line.Name)
        : referral.ConsentIsWithdrawn && by.Role is not Role.Process && !WithoutConsent.Contains(line.Command) ? Refusals.ConsentIsWithdrawn
        : Rights.IsRestricted(referral) && by.Role is not Role.Process && !DuringAnObjection.Contains(line.Command) ? Refusals.Restricted
        : !line.FromFor(by.Role).Contains(referral.Status) ? Refusals.NotInThisStatus(line, by.Role, referral.Status)
        : by.Role is not Worker ? null
        : referral.Status is Offered ? (Is(by, referral.Offer.Worker) ? null : Refusals.NotYourOffer)
        : Is(by, referral.Worker) ? null
        : (line.Command == typeof(Reject) || line.Command == typeof(WithdrawConsent)) && referral.Worker is null && referral.Offer.Asked.Any(asked => Is(by, asked)) ? null
        : Refusals.NotYourReferral;

    /// <summary>Whether the actor is this worker, or acts on the worker's behalf.</summary>
    static bool Is(Actor by, string? worker) => worker is not null && (by.Id == worker || by.OnBehalfOf == worker);

    static Transition Line<TCommand>(ReferralStatus[] from, Role[] by, ReferralStatus[]? forWorker = null)
        where TCommand : ReferralCommand =>
        new(NameOf(typeof(TCommand)), typeof(TCommand), [.. from], [.. by], forWorker is null ? null : [.. forWorker]);

    /// <summary>The discriminator is the name in the route, so that both are stated once.</summary>
    static string NameOf(Type command) =>
        (string)typeof(ReferralCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(derived => derived.DerivedType == command).TypeDiscriminator!;
}
