using System.Text.Json;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Commands;

/// <summary>Reads the body of a command: the command without free text, and the dossier sections that take the texts.</summary>
/// <remarks>Wrong fields are added to the errors, and reading goes on. Sections are named after <paramref name="token"/>, which other content does not share.</remarks>
sealed class CommandReader(JsonFields body, string token, Pathway pathway, DateOnly today, FieldErrors errors)
{
    const int LongestId = 50;
    const int LongestNote = 2000;
    const int LongestLine = 200;

    readonly Dictionary<string, string> sections = [];

    /// <summary>The texts by dossier section, with citizen service numbers removed.</summary>
    public IReadOnlyDictionary<string, string> Sections => sections;

    /// <summary>The command; null when it has wrong fields.</summary>
    /// <param name="name">The command's name in the route; one that the route table knows.</param>
    public ReferralCommand? Read(string name)
    {
        var command = ReadFields(name);
        body.RefuseOthers();
        return errors.Any ? null : command;
    }

    ReferralCommand? ReadFields(string name) => name switch
    {
        "accept" => new Accept(),
        "decline" => new Decline(Choice<DeclineReason>("reason"), Note("note", required: false)),
        "reject" => new Reject(Choice<RejectReason>("reason")),
        "waitlist" => new Waitlist(Date("until")),
        "request-assessment" => new RequestAssessment(Note("note", required: true)!),
        "merge" => new Merge(body.Text("into", LongestId, FieldRules.Required)!),
        "assign" => new Assign(body.Text("worker", FieldFormat.Identifier, FieldRules.Required)!),
        "plan-handover" => new PlanHandover(body.Moment("at", FieldRules.Required).GetValueOrDefault(), Choice<HandoverForm>("form"), Note("place", required: false)),
        "record-handover" => new RecordHandover(Choice<HandoverResult>("result")),
        "log-contact" => new LogContact(Choice<ContactKind>("kind"), Note("note", required: false)),
        "set-goal" => new SetGoal(Note("text", required: true)!, body.Number("score", 0, 10, FieldRules.Required).GetValueOrDefault()),
        "choose-arrangement" => new ChooseArrangement(Choice<Arrangement>("arrangement"), body.Flag("accompanied", FieldRules.Required).GetValueOrDefault()),
        "record-attendance" => new RecordAttendance(body.Flag("attended", FieldRules.Required).GetValueOrDefault()),
        "record-measurement" => Measurement(),
        "put-on-hold" => new PutOnHoldUntil(Choice<HoldReason>("reason"), Date("until")),
        "resume" => new Resume(),
        "give-interim-feedback" => new GiveInterimFeedback(Lines(required: true)!),
        "write-message" => new WriteMessage(Keep("message", body.Text("text", LongestNote, FieldRules.Required, lines: true))!),
        "record-outcome" => new RecordOutcome(Choice<OutcomeKind>("outcome"), body.Choice<OutcomeReason>("reason"), body.Choice<Arrangement>("arrangement"), Lines(required: false)),
        "acknowledge-feedback" => new AcknowledgeFeedback(body.Text("feedback", 100, FieldRules.Required)!),
        "withdraw-consent" => new WithdrawConsent(),
        "request-cancellation" => new RequestCancellation(Cancellation()),
        "cancel" => new Cancel(Cancellation()),
        "reopen" => new Reopen(Choice<ReopenReason>("reason")),
        "mark-entered-in-error" => new MarkEnteredInError(Choice<ErrorReason>("reason")),
        "share-story" => new ShareStory(Note("text", required: true)!, body.Flag("consent", FieldRules.Required).GetValueOrDefault()),
        "approve-story" => new ApproveStory(body.Text("story", 100, FieldRules.Required)!),
        "withdraw-story" => new WithdrawStory(body.Text("story", 100, FieldRules.Required)!),
        "change-sharing" => new ChangeSharing(body.Flag("shareContentWithReferrer", FieldRules.Required).GetValueOrDefault()),
        "correct-details" => Correction(),
        "request-right" => new RequestRight(Choice<ClientRight>("right"), Note("note", required: false)),
        "answer-request" => new AnswerRequest(
            Choice<ClientRight>("right"), body.Flag("granted", FieldRules.Required).GetValueOrDefault(), body.Choice<RequestGround>("ground"), Note("note", required: false)),
        "report-worker-unavailable" => new ReportWorkerUnavailable(body.Text("worker", FieldFormat.Identifier, FieldRules.Required)!),
        _ => null,
    };

    T Choice<T>(string name)
        where T : struct, Enum => body.Choice<T>(name, FieldRules.Required).GetValueOrDefault();

    DateOnly Date(string name) => body.Date(name, FieldRules.Required).GetValueOrDefault();

    /// <summary>Withdrawn consent has a command of its own, which does more.</summary>
    CancelReason Cancellation() => Choice<CancelReason>("reason") is var reason && reason is CancelReason.ConsentWithdrawn
        ? errors.Refuse<CancelReason>(body.At("reason"), FieldRules.NotAccepted, "withdraw-consent")
        : reason;

    string? Note(string name, bool required) =>
        Keep(name, body.Text(name, LongestNote, required ? FieldRules.Required : null, lines: true));

    string? Lines(bool required)
    {
        var rule = required ? FieldRules.Required : null;
        var lines = body.Texts("lines", pathway.Feedback.MaxLines, new FieldFormat(line => line.Length is > 0 and <= LongestLine, FieldRules.Line), rule);
        return lines.Count == 0 ? null : Write("lines", JsonSerializer.Serialize(lines.Select(line => BsnRedaction.Redact(line).Text)));
    }

    RecordMeasurement? Measurement()
    {
        var note = Note("note", required: false);
        return MeasurementReader.Read(body, errors) is var (score, answers) ? new(score.Instrument, Write("answers", JsonSerializer.Serialize(answers)), score, note) : null;
    }

    CorrectDetails? Correction() => Clients.Correction.Read(body, today, errors) is { } correction ? new(Write("details", DossierSections.Write(correction))) : null;

    /// <summary>The section that takes the text; null without a text.</summary>
    string? Keep(string name, string? text) => text is null ? null : Write(name, BsnRedaction.Redact(text).Text);

    /// <summary>The section that takes what holds no citizen number any more. JSON is not looked through: in what it writes for a quotation mark there are digits.</summary>
    string Write(string name, string content)
    {
        var section = $"{name}!{token}";
        sections[section] = content;
        return section;
    }
}
