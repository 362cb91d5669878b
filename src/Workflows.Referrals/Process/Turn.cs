using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>A decision in the making. Every step sees the referral as the steps before left it.</summary>
/// <param name="Referral">The referral so far.</param>
/// <param name="At">When this turn takes place.</param>
/// <param name="By">Who caused it.</param>
/// <param name="Events">The events so far.</param>
/// <param name="Effects">The effects so far.</param>
sealed record Turn(Referral Referral, DateTimeOffset At, Actor By, ValueList<ReferralEvent> Events, ValueList<Effect> Effects)
{
    public static Turn Of(Referral referral, DateTimeOffset at, Actor by) => new(referral, at, by, [], []);

    public Turn Event(Change change)
    {
        var next = new ReferralEvent(Referral.Sequence + 1, At, By, Referral.Pathway.VersionLabel, change);
        return this with { Referral = Referral.Apply(next), Events = Events.Add(next) };
    }

    public Turn If(bool condition, Func<Turn, Turn> step) => condition ? step(this) : this;

    /// <summary>Sends a message now, or when the quiet hours are over; not at all when it says nothing new.</summary>
    public Turn Notify(RecipientKind kind, string id, MessageKind message) => Notify(new(new(kind, id), message));

    /// <summary>What a reminder changes, and the reminder itself, unless this person had one about this referral today.</summary>
    public Turn Remind(Change change, Recipient person, MessageKind message)
    {
        var reminded = Event(change);
        return Messages.WasReminded(this, person) ? reminded : reminded.Notify(new(person, message));
    }

    public Turn NotifyWorker(MessageKind message) => Referral.Worker is { } worker ? Notify(RecipientKind.Worker, worker, message) : this;

    public Turn NotifyCoordinator(MessageKind message) => Notify(RecipientKind.Coordinator, Referral.Organisation, message);

    public Turn NotifyReferrer(MessageKind message) => Notify(RecipientKind.Referrer, Referral.Id, message);

    /// <summary>Sends a message that somebody asked for just now: it leaves at any hour.</summary>
    public Turn Answer(RecipientKind kind, string id, MessageKind message) => Send(new(new(kind, id), message));

    /// <summary>Gives feedback to the GP, where the agreed moments include this one and the client still consents.</summary>
    /// <remarks>Once a cycle per moment; only of the progress a worker may tell more often.</remarks>
    public Turn Feedback(FeedbackMoment moment, string? lines = null)
    {
        var isTold = moment is not FeedbackMoment.Progress && Referral.Feedback.Any(given => given.Moment == moment && !given.IsPast);
        if (isTold || Referral.ConsentIsWithdrawn || !Referral.Pathway.Feedback.Moments.Contains(moment))
        {
            return this;
        }

        var shared = Referral.Submission.SharesContentWithReferrer ? lines : null;
        var id = IdOf($"feedback-{Code.Of(moment)}");
        return Event(new FeedbackGiven(id, moment, shared)).Effect(new GiveFeedback(id, moment, Referral.Status, Referral.Outcome, shared));
    }

    /// <summary>Feedback that is still on its way goes no further.</summary>
    public Turn StopFeedback() => Referral.Feedback.Where(given => !given.IsDelivered)
        .Aggregate(this, (turn, given) => turn.Effect(new StopFeedback(Key($"stop-{turn.Effects.Count}", Referral.Sequence), given.Id)));

    /// <summary>A text that may not be read any more goes from the dossier.</summary>
    public Turn Forget(string text) => Effect(new ForgetText(Key("forget", Referral.Sequence), text));

    public Turn Erase() => Effect(new EraseDossier(Key("erase", Referral.Sequence)));

    public Turn Correct(string details) => Effect(new CorrectDossier(Key("correct", Referral.Sequence), details));

    /// <summary>Sends a deferred message whose time has come.</summary>
    public Turn Send(Message message) => Effect(new SendMessage(Key($"{Code.Of(message.Kind)}-{Code.Of(message.To.Kind)}", Referral.Sequence), message));

    public Decision Decided(string? command = null) =>
        new(command is null ? Referral : Referral.Remembering(command), Events, Effects, command);

    Turn Notify(Message message)
    {
        if (IsTheActor(message.To) || !Messages.IsNeeded(message, Referral) || Messages.IsDeferred(message, Referral))
        {
            return this;
        }

        var allowed = QuietHours.NextAllowed(At, Referral.Pathway.Calendar);
        return allowed > At ? Event(new MessageDeferred(message, allowed)) : Send(message);
    }

    /// <summary>Nobody is told what they did themselves.</summary>
    bool IsTheActor(Recipient person) => person.Kind is RecipientKind.Worker && By.Role is Role.Worker && By.Id == person.Id;

    /// <summary>The id of something that the next event makes.</summary>
    public string IdOf(string what) => Key(what, Referral.Sequence + 1);

    Turn Effect(Effect effect) => this with { Effects = Effects.Add(effect) };

    string Key(string effect, int sequence) => $"{Referral.Id}.{sequence}.{effect}";
}
