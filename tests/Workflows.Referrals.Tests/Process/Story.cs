using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

/// <summary>A referral lived through in virtual time: commands come when a test says so, deadlines pass by themselves in between.</summary>
sealed class Story
{
    readonly ValueList<RankedWorker> candidates;
    int commands;

    Story(Pathway pathway, DateTimeOffset receivedAt, string[] workers, bool sharesContent, HandoverForm handover)
    {
        candidates = [.. workers.Select(worker => new RankedWorker(worker, ["free-capacity"]))];
        Now = receivedAt;
        Referral = Referral.Submit("r1", new("welzijn-zuid", "01999901", pathway, sharesContent, handover));
        Take(Happening.Submitted(Now.UtcDateTime));
    }

    public Referral Referral { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public List<ReferralEvent> Events { get; } = [];

    public List<(DateTimeOffset At, Effect Effect)> Effects { get; } = [];

    public Refusal? Refusal { get; private set; }

    public DateTimeOffset? FreeSlot { get; init; }

    public IEnumerable<(DateTimeOffset At, Message Message)> Sent =>
        from effect in Effects where effect.Effect is SendMessage select (effect.At, ((SendMessage)effect.Effect).Message);

    public IEnumerable<GiveFeedback> Feedback => Effects.Select(effect => effect.Effect).OfType<GiveFeedback>();

    public static Story Received(
        DateTimeOffset at, string[]? workers = null, Pathway? pathway = null, bool sharesContent = true, HandoverForm handover = HandoverForm.Phone) =>
        new(pathway ?? Pathway.Default, at, workers ?? ["anna", "bram", "carla"], sharesContent, handover);

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
        Take(Happening.CommandArrived(new(key ?? $"c{++commands}", new(role, id), command), Now.UtcDateTime));
        return this;
    }

    public Story Anna(ReferralCommand command) => By(Role.Worker, "anna", command);

    public Story Cora(ReferralCommand command) => By(Role.Coordinator, "cora", command);

    public Story Practice(ReferralCommand command) => By(Role.Referrer, "01999901", command);

    public T Last<T>()
        where T : Change => Events.Select(happened => happened.Change).OfType<T>().Last();

    public IEnumerable<T> All<T>()
        where T : Change => Events.Select(happened => happened.Change).OfType<T>();

    void Take(Happening happening)
    {
        Commit(Referral.Handle(happening));
        while (Referral.OpenQuestion is { } question)
        {
            Commit(Referral.Handle(Happening.Answered(Answer(question), Now.UtcDateTime)));
        }
    }

    Answer Answer(Question question) => question.Kind switch
    {
        QuestionKind.WhoFits => new(question.Kind, candidates),
        QuestionKind.WhoTakesOver => new(question.Kind, [.. candidates.Where(candidate => candidate.Worker != question.Worker)]),
        _ => new(question.Kind, [], Slot: FreeSlot),
    };

    void Commit(Decision decision)
    {
        Referral = decision.Referral;
        Refusal = decision.Refusal;
        Events.AddRange(decision.Events);
        Effects.AddRange(decision.Effects.Select(effect => (Now, effect)));
    }
}
