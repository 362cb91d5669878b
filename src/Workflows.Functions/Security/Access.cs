using System.Collections.Frozen;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;
using static Workflows.Referrals.Timeline.Role;

namespace Workflows.Functions.Security;

/// <summary>The one place that says who may call which HTTP function. A function that does not stand here answers nobody.</summary>
static class Access
{
    /// <summary>Everybody whom some command belongs to; which command is whose, the domain's transition table says.</summary>
    static readonly Policy WhoeverGivesCommands = new(false, Transitions.All.SelectMany(line => line.By).Where(role => role != Role.Process).Distinct().ToValueList());

    public static FrozenDictionary<string, Policy> Policies { get; } = new Dictionary<string, Policy>
    {
        ["GetHealth"] = Policy.Anyone,
        ["GetLiveness"] = Policy.Anyone,
        ["GetOpenApi"] = Policy.Anyone,
        ["OpenLink"] = Policy.Anyone,
        ["OpenShortLink"] = Policy.Anyone,
        ["GetAsset"] = Policy.Anyone,
        ["SignIn"] = Policy.Anyone,
        ["SignInLocally"] = Policy.Anyone,
        ["Home"] = Policy.Anyone,
        ["SignOut"] = Policy.Anyone,
        ["AskForReferral"] = Policy.Anyone,
        ["SendReferral"] = Policy.Anyone,
        ["ConfirmReferral"] = Policy.Anyone,
        ["GetCalendar"] = Policy.Anyone,

        ["ShowCaseload"] = Policy.Only(Worker).OfPersons(AuditEvents.ListRead),
        ["ShowCase"] = Policy.Only(Worker).OfPersons(AuditEvents.ReferralRead),
        ["ShowCommand"] = Policy.Only(Worker).OfPersons(AuditEvents.ReferralRead),
        ["SendCommand"] = Policy.Only(Worker).OfPersons(AuditEvents.CommandGiven),
        ["ListMeasurements"] = Policy.Only(Worker).OfPersons(AuditEvents.TimelineRead),
        ["AskForMeasurement"] = Policy.Only(Worker).OfPersons(AuditEvents.ReferralRead),
        ["SendMeasurement"] = Policy.Only(Worker).OfPersons(AuditEvents.CommandGiven),
        ["ListCaseMessages"] = Policy.Only(Worker).OfPersons(AuditEvents.MessagesRead),
        ["SendCaseMessage"] = Policy.Only(Worker).OfPersons(AuditEvents.CommandGiven),

        ["ShowBoard"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ListRead),
        ["ShowCoordinatorCase"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ReferralRead),
        ["ShowCoordinatorCommand"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ReferralRead),
        ["SendCoordinatorCommand"] = Policy.Only(Coordinator).OfPersons(AuditEvents.CommandGiven),
        ["ListCoordinatorMeasurements"] = Policy.Only(Coordinator).OfPersons(AuditEvents.TimelineRead),
        ["AskForCoordinatorMeasurement"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ReferralRead),
        ["SendCoordinatorMeasurement"] = Policy.Only(Coordinator).OfPersons(AuditEvents.CommandGiven),
        ["ListCoordinatorMessages"] = Policy.Only(Coordinator).OfPersons(AuditEvents.MessagesRead),
        ["PostCoordinatorMessage"] = Policy.Only(Coordinator).OfPersons(AuditEvents.CommandGiven),
        ["ListDeliveries"] = Policy.Only(Coordinator).OfPersons(AuditEvents.DeliveriesRead),
        ["ListUndelivered"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ListRead),
        ["SettleUndelivered"] = Policy.Only(Coordinator),
        ["ListParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ListRead),
        ["AskForParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedRead),
        ["MendParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedSubmitted),
        ["PutParkedAside"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedDiscarded),

        ["ShowDirectory"] = Policy.Only(Coordinator, Administrator),
        ["ShowPeople"] = Policy.Only(Coordinator, Administrator),
        ["AskForPerson"] = Policy.Only(Coordinator, Administrator),
        ["SendPerson"] = Policy.Only(Coordinator, Administrator),
        ["AskForNewPerson"] = Policy.Only(Coordinator, Administrator),
        ["SendNewPerson"] = Policy.Only(Coordinator, Administrator),
        ["AskForAbsence"] = Policy.Only(Coordinator, Administrator),
        ["SendAbsence"] = Policy.Only(Coordinator, Administrator),
        ["ShowAgreements"] = Policy.Only(Coordinator, Administrator),
        ["SendAgreement"] = Policy.Only(Coordinator, Administrator),
        ["AskForClosingDays"] = Policy.Only(Coordinator, Administrator),
        ["SendClosingDays"] = Policy.Only(Coordinator, Administrator),
        ["ShowPathways"] = Policy.Only(Coordinator, Administrator),
        ["SendPathway"] = Policy.Only(Coordinator, Administrator),
        ["ShowPathway"] = Policy.Only(Coordinator, Administrator),
        ["DownloadPathway"] = Policy.Only(Coordinator, Administrator),
        ["ShowDeadLetters"] = Policy.Only(Administrator),
        ["SettleDeadLetter"] = Policy.Only(Administrator),

        ["ShowOwnReferrals"] = Policy.Only(Referrer).OfPersons(AuditEvents.ListRead),
        ["ShowOwnCase"] = Policy.Only(Referrer).OfPersons(AuditEvents.ReferralRead),
        ["AskForOwnCommand"] = Policy.Only(Referrer).OfPersons(AuditEvents.ReferralRead),
        ["SendOwnCommand"] = Policy.Only(Referrer).OfPersons(AuditEvents.CommandGiven),
        ["AskForMessageToWorker"] = Policy.Only(Referrer).OfPersons(AuditEvents.MessagesRead),
        ["SendMessageToWorker"] = Policy.Only(Referrer).OfPersons(AuditEvents.CommandGiven),
        ["ShowFeedback"] = Policy.Only(Referrer).OfPersons(AuditEvents.FeedbackRead),
        ["AcknowledgeFeedback"] = Policy.Only(Referrer).OfPersons(AuditEvents.CommandGiven),
        ["ListSelected"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionRead),
        ["UploadSelection"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionStored),
        ["AskForSelected"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionRead),
        ["SendSelected"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionApproved),
        ["LeaveSelectedOut"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionRejected),
        ["ShowJointReview"] = Policy.Only(Referrer).OfPersons(AuditEvents.ListRead),
        ["RecordTalk"] = Policy.Only(Referrer),
        ["ShowConsultationHours"] = Policy.Only(Referrer).OfPersons(AuditEvents.ListRead),
        ["MakeCalendarAddress"] = Policy.Only(Referrer),
        ["RevokeCalendarAddress"] = Policy.Only(Referrer),

        ["ShowDoor"] = Policy.Anyone,
        ["ShowDoorOfMessage"] = Policy.Anyone,
        ["AskForCode"] = Policy.ByCode,
        ["AskForDigits"] = Policy.Anyone,
        ["EnterCode"] = Policy.ByCode.OfPersons(AuditEvents.ClientSignedIn),
        ["LeaveMine"] = Policy.Anyone,
        ["ShowMine"] = Policy.Only(Client).OfPersons(AuditEvents.ReferralRead),
        ["ShowMyData"] = Policy.Only(Client).OfPersons(AuditEvents.ClientRead),
        ["GetMyData"] = Policy.Only(Client).OfPersons(AuditEvents.DataExported),
        ["ChangeMySharing"] = Policy.Only(Client).OfPersons(AuditEvents.CommandGiven),
        ["ShowWhoLooked"] = Policy.Only(Client).OfPersons(AuditEvents.AccessLogRead),
        ["ShowMyRights"] = Policy.Only(Client).OfPersons(AuditEvents.TimelineRead),
        ["AskForRight"] = Policy.Only(Client).OfPersons(AuditEvents.ReferralRead),
        ["RequestMyRight"] = Policy.Only(Client).OfPersons(AuditEvents.CommandGiven),
        ["AskToWithdraw"] = Policy.Only(Client).OfPersons(AuditEvents.ReferralRead),
        ["WithdrawMyConsent"] = Policy.Only(Client).OfPersons(AuditEvents.CommandGiven),
        ["AskForQuestionnaire"] = Policy.Only(Client).OfPersons(AuditEvents.ReferralRead),
        ["SendQuestionnaire"] = Policy.Only(Client).OfPersons(AuditEvents.CommandGiven),
        ["AskForExperience"] = Policy.Only(Client).OfPersons(AuditEvents.ReferralRead),
        ["SendExperience"] = Policy.Only(Client).OfPersons(AuditEvents.CommandGiven),
        ["ShowLetter"] = Policy.Only(Referrer, Worker, Coordinator).OfPersons(AuditEvents.LetterShown),
        ["HandCode"] = Policy.Only(Worker, Coordinator).OfPersons(AuditEvents.CodeHanded),
        ["ShowLetterOfSent"] = Policy.Anyone.OfPersons(AuditEvents.LetterShown),

        ["SubmitReferral"] = Policy.Only(Referrer, Role.System).OfPersons(AuditEvents.ReferralSubmitted),
        ["PostClaim"] = Policy.Only(Role.System).OfPersons(AuditEvents.ClaimStored),
        ["TakeForm"] = Policy.BySignature.OfPersons(AuditEvents.ReferralSubmitted),
        ["SendGridEvents"] = Policy.BySignature,
        ["TwilioStatus"] = Policy.BySignature,
        ["PostSelection"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionStored),
        ["GetSelections"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionRead),
        ["ApproveSelected"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionApproved),
        ["RejectSelected"] = Policy.Only(Referrer).OfPersons(AuditEvents.SelectionRejected),
        ["GetParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedRead),
        ["SubmitParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedSubmitted),
        ["DiscardParked"] = Policy.Only(Coordinator).OfPersons(AuditEvents.ParkedDiscarded),
        ["GetReferral"] = Policy.Only(Referrer, Worker, Coordinator, Client, Role.System).OfPersons(AuditEvents.ReferralRead),
        ["GetTimeline"] = Policy.Only(Referrer, Worker, Coordinator, Client).OfPersons(AuditEvents.TimelineRead),
        ["GetClient"] = Policy.Only(Referrer, Worker, Coordinator, Client).OfPersons(AuditEvents.ClientRead),
        ["ListReferrals"] = Policy.Only(Referrer, Worker, Coordinator, Role.System).OfPersons(AuditEvents.ListRead),
        ["GiveCommand"] = WhoeverGivesCommands.OfPersons(AuditEvents.CommandGiven),
        ["AcknowledgeByLink"] = Policy.Only(Referrer).OfPersons(AuditEvents.CommandGiven),
        ["GetDeliveries"] = Policy.Only(Coordinator).OfPersons(AuditEvents.DeliveriesRead),
        ["GetMessages"] = Policy.Only(Referrer, Worker, Coordinator).OfPersons(AuditEvents.MessagesRead),
        ["PostMessage"] = Policy.Only(Referrer, Worker, Coordinator).OfPersons(AuditEvents.CommandGiven),

        ["GetAccessLog"] = Policy.Only(Client, Coordinator).OfPersons(AuditEvents.AccessLogRead),
        ["ExportClient"] = Policy.Only(Client, Coordinator).OfPersons(AuditEvents.DataExported),
        ["ExportAudit"] = Policy.Only(Coordinator).OfPersons(AuditEvents.AuditRead),
        ["VerifyAudit"] = Policy.Only(Coordinator, Administrator),

        ["ListDeadLetters"] = Policy.Only(Administrator),
        ["ResubmitDeadLetter"] = Policy.Only(Administrator),
        ["DropDeadLetter"] = Policy.Only(Administrator),
        ["LiftSuppression"] = Policy.Only(Administrator),

        ["ShowInsight"] = Policy.Only(Coordinator, Referrer, Funder),
        ["ShowStories"] = Policy.Only(Coordinator).OfPersons(AuditEvents.StoriesRead),
        ["DecideStory"] = Policy.Only(Coordinator).OfPersons(AuditEvents.CommandGiven),
        ["GetReport"] = Policy.Only(Coordinator, Referrer, Funder),
        ["GetIndicators"] = Policy.Only(Worker, Coordinator, Referrer, Funder, Administrator),
        ["GetReportTemplates"] = Policy.Only(Worker, Coordinator, Referrer, Funder, Administrator),
        ["GetStories"] = Policy.Only(Coordinator).OfPersons(AuditEvents.StoriesRead),
        ["StartRebuild"] = Policy.Only(Administrator),
        ["GetRebuild"] = Policy.Only(Administrator),

        ["ApplyErasures"] = Policy.Only(Administrator),
        ["MakeBackup"] = Policy.Only(Administrator),
        ["ListBackups"] = Policy.Only(Administrator),
        ["RestoreBackup"] = Policy.Only(Administrator),
        ["GetPathways"] = Policy.Only(Worker, Coordinator, Administrator),
        ["PutDirectory"] = Policy.Only(Administrator),
        ["GetOrganisation"] = Policy.Only(Worker, Coordinator, Administrator),
        ["PutOrganisation"] = Policy.Only(Coordinator, Administrator),
        ["GetOrganisationPart"] = Policy.Only(Worker, Coordinator, Administrator),
        ["PutOrganisationPart"] = Policy.Only(Coordinator, Administrator),
    }.ToFrozenDictionary();

    /// <summary>Why the caller, null when nobody known is calling, may not call the function; null when it may.</summary>
    /// <exception cref="InvalidOperationException">The function has no policy.</exception>
    public static Problem? Refuses(string function, Caller? caller) =>
        PolicyOf(function).Allows(caller) ? null
        : Problem.Of(caller is null ? ProblemKind.Unauthenticated : ProblemKind.Forbidden);

    /// <exception cref="InvalidOperationException">The function has no policy.</exception>
    public static Policy PolicyOf(string function) =>
        Policies.GetValueOrDefault(function) ?? throw new InvalidOperationException($"The function {function} has no policy: state in {nameof(Access)} who may call it.");

    /// <summary>Whether the caller may see that organisation's entry in the directory, or change it when the role may.</summary>
    public static bool ReachesOrganisation(Caller caller, string organisation) => caller.Role == Administrator || caller.Organisation == organisation;

    /// <summary>Whether the caller may submit a referral from that practice to that organisation.</summary>
    public static bool MaySubmit(Caller caller, string organisation, string practice) =>
        (caller.Organisation is null || caller.Organisation == organisation) && (caller.Practice is null || caller.Practice == practice);
}
