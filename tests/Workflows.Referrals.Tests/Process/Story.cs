using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

/// <summary>A referral lived through in virtual time: commands come when a test says so, deadlines pass by themselves in between.</summary>
sealed class Story
{
    /// <summary>Monday 13 April 2026 at 10:00: two weeks without a holiday follow.</summary>
    public static readonly DateTimeOffset Monday = Amsterdam.At(2026, 4, 13, 10);

    readonly Answer whoFits;
    int commands;

    Story(Pathway pathway, DateTimeOffset receivedAt, Answer candidates, bool sharesContent, HandoverForm handover)
    {
        whoFits = candidates;
        Now = receivedAt;
        Referral = Referral.Submit("r1", new("welzijn-zuid", "01999901", pathway, sharesContent, handover));
        Take(Happening.Submitted(Now.UtcDateTime));
    }

    public Referral Referral { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public List<ReferralEvent> Events { get; } = [];

    public List<(DateTimeOffset At, Effect Effect)> Effects { get; } = [];

    /// <summary>Every happening, with what was decided.</summary>
    public List<(Happening Happening, Decision Decision)> Steps { get; } = [];

    public Refusal? Refusal { get; private set; }

    /// <summary>What the practice's consultation hour has free; set before it is asked for.</summary>
    public DateTimeOffset? FreeSlot { get; set; }

    /// <summary>Who can take over from an absent worker; set before it is asked for.</summary>
    public string[] Deputies { get; set; } = ["bram"];

    public IEnumerable<(DateTimeOffset At, Message Message)> Sent =>
        from effect in Effects where effect.Effect is SendMessage select (effect.At, ((SendMessage)effect.Effect).Message);

    public IEnumerable<GiveFeedback> Feedback => Effects.Select(effect => effect.Effect).OfType<GiveFeedback>();

    public static Story Received(
        DateTimeOffset at, string[]? workers = null, Pathway? pathway = null, bool sharesContent = true, HandoverForm handover = HandoverForm.Phone, string? rule = null, string? duplicate = null) =>
        new(pathway ?? Pathway.Default, at, new(QuestionKind.WhoFits, Ranked(workers ?? ["anna", "bram", "carla"]), rule, duplicate), sharesContent, handover);

    /// <summary>Received on Monday, and brought into a status by the shortest road.</summary>
    public static Story In(ReferralStatus status, Pathway? pathway = null, bool sharesContent = true) => status switch
    {
        ReferralStatus.Offered => Received(Monday, pathway: pathway, sharesContent: sharesContent),
        ReferralStatus.AwaitingCoordinator => Received(Monday, workers: [], pathway: pathway, sharesContent: sharesContent),
        ReferralStatus.Accepted => In(ReferralStatus.Offered, pathway, sharesContent).Anna(new Accept()),
        ReferralStatus.HandoverPlanned => In(ReferralStatus.Accepted, pathway, sharesContent).Anna(new PlanHandover(Monday.AddDays(1), HandoverForm.Phone)),
        ReferralStatus.InSupport => In(ReferralStatus.HandoverPlanned, pathway, sharesContent).Anna(new RecordHandover(HandoverResult.Held)),
        ReferralStatus.OnHold => In(ReferralStatus.InSupport, pathway, sharesContent).Anna(new PutOnHoldUntil(HoldReason.Illness, new(2026, 6, 1))),
        ReferralStatus.Completed => In(ReferralStatus.InSupport, pathway, sharesContent).Anna(new RecordOutcome(OutcomeKind.Completed, Lines: "lines!1")),
        ReferralStatus.NotStarted => In(ReferralStatus.Accepted, pathway, sharesContent).Anna(new RecordOutcome(OutcomeKind.NotStarted, OutcomeReason.Unreachable)),
        ReferralStatus.Rejected => In(ReferralStatus.AwaitingCoordinator, pathway, sharesContent).Cora(new Reject(RejectReason.NeedsCareFirst)),
        ReferralStatus.Cancelled => In(ReferralStatus.Offered, pathway, sharesContent).Practice(new Cancel(CancelReason.WithdrawnByReferrer)),
        ReferralStatus.EnteredInError => In(ReferralStatus.Offered, pathway, sharesContent).Practice(new MarkEnteredInError(ErrorReason.WrongPerson)),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No story rests there."),
    };

    /// <summary>Lets time pass; every deadline on the way does what it does.</summary>
    public Story Until(DateTimeOffset moment)
    {
        while (Referral.NextDeadline is { } deadline && deadline.At <= moment)
        {
            Now = deadline.At > Now ? deadline.At : Now;
            Take(Happening.DeadlinePassed(deadline, Now.UtcDateTime));
        }

        Now = moment > Now ? moment : Now;
        return this;
    }

    public Story After(TimeSpan time) => Until(Now + time);

    public Story By(Role role, string id, ReferralCommand command, string? key = null)
    {
        Take(new CommandEnvelope(key ?? $"c{++commands}", new(role, id), command));
        return this;
    }

    public Story Anna(ReferralCommand command) => By(Role.Worker, "anna", command);

    public Story Cora(ReferralCommand command) => By(Role.Coordinator, "cora", command);

    public Story Practice(ReferralCommand command) => By(Role.Referrer, "01999901", command);

    public Story Client(ReferralCommand command) => By(Role.Client, Referral.Id, command);

    public Story Delivery(ReferralCommand command) => By(Role.Process, "process", command);

    /// <summary>When messages of a kind left.</summary>
    public IEnumerable<DateTimeOffset> Times(MessageKind kind) => Sent.Where(sent => sent.Message.Kind == kind).Select(sent => sent.At);

    public Deadline? Next(DeadlineKind kind) => Referral.OpenDeadlines.FirstOrDefault(deadline => deadline.Kind == kind);

    public T Last<T>()
        where T : Change => Events.Select(happened => happened.Change).OfType<T>().Last();

    public IEnumerable<T> All<T>()
        where T : Change => Events.Select(happened => happened.Change).OfType<T>();

    public void Take(CommandEnvelope envelope) => Take(Happening.CommandArrived(envelope, Now.UtcDateTime));

    void Take(Happening happening)
    {
        Handle(happening);
        while (Referral.OpenQuestion is { } question)
        {
            Handle(Happening.Answered(Answer(question), Now.UtcDateTime));
        }
    }

    Answer Answer(Question question) => question.Kind switch
    {
        QuestionKind.WhoFits => whoFits,
        QuestionKind.WhoTakesOver => new(question.Kind, Ranked(Deputies)),
        _ => new(question.Kind, [], Slot: FreeSlot),
    };

    void Handle(Happening happening)
    {
        var decision = Referral.Handle(happening);
        Steps.Add((happening, decision));
        Referral = decision.Referral;
        Refusal = decision.Refusal;
        Events.AddRange(decision.Events);
        Effects.AddRange(decision.Effects.Select(effect => (Now, effect)));
    }

    static ValueList<RankedWorker> Ranked(string[] workers) => [.. workers.Select(worker => new RankedWorker(worker, ["free-capacity"]))];
}
