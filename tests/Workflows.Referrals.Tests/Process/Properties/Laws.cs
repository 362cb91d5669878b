using System.Text.Json;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

/// <summary>What holds for every decision about every referral, whatever happens in whichever order.</summary>
sealed class Laws(Referral submitted)
{
    /// <summary>Writing and reading everything takes longer than deciding it; the payloads have tests of their own.</summary>
    const int EveryNth = 10;

    static readonly MessageKind[] AfterTheEnd =
    [
        MessageKind.NoLongerYours, MessageKind.AcknowledgementReminder, MessageKind.AcknowledgementMissing, MessageKind.FeedbackUndeliverable, MessageKind.AftercareDue, MessageKind.MessageWaiting,
        MessageKind.RequestWaiting, MessageKind.RequestReminder, MessageKind.RequestOverdue, MessageKind.RequestAnswered,
    ];

    readonly List<ReferralEvent> events = [];
    readonly HashSet<string> keys = [];
    readonly HashSet<(Recipient, DateOnly)> reminders = [];
    readonly HashSet<FeedbackMoment> momentsOfThisCycle = [];
    Referral folded = submitted;
    int decisions;

    public void HoldFor(Referral before, Happening happening, Decision decision)
    {
        ARefusalChangesNothing(before, decision);
        TheFoldOfTheEventsIsTheStateCarried(decision);
        SomebodyActsOrSomethingIsDue(decision.Referral);
        ADeadlineThatPassedIsGone(happening, decision.Referral);
        AnEndHasAReason(decision.Referral);
        foreach (var effect in decision.Effects)
        {
            KeysAreLegalAndUnique(effect);
            MessagesLeaveWhenTheyMay(effect, happening.At, decision);
            FeedbackIsGivenOnceAMoment(effect);
        }

        if (++decisions % EveryNth == 0)
        {
            TheSameHappeningGivesTheSameDecision(before, happening, decision);
            EverythingIsAnIdOrACode(decision);
            EverythingTravelsUnchanged(happening);
            EverythingTravelsUnchanged(decision);
        }
    }

    public IEnumerable<Type> KindsOfChanges => events.Select(happened => happened.Change.GetType());

    public void HoldAtTheEnd()
    {
        var again = Referral.From(folded.Id, events);
        Assert.Equal(folded, again);
        Assert.Equal(JsonSerializer.Serialize(folded), JsonSerializer.Serialize(again));
    }

    static void TheSameHappeningGivesTheSameDecision(Referral before, Happening happening, Decision decision) => Assert.Equal(decision, before.Handle(happening));

    static void ARefusalChangesNothing(Referral before, Decision decision)
    {
        if (decision.Refusal is not null)
        {
            Assert.Empty(decision.Events);
            Assert.Empty(decision.Effects);
            Assert.Equal(before, decision.Referral with { HandledCommands = before.HandledCommands });
        }
    }

    void TheFoldOfTheEventsIsTheStateCarried(Decision decision)
    {
        foreach (var next in decision.Events)
        {
            if (next.Change is OfferMade)
            {
                Assert.Null(folded.Offer.Worker);   // two open offers
            }

            if (next.Change is Reopened)
            {
                momentsOfThisCycle.Clear();
            }

            folded = folded.Apply(next);
            events.Add(next);
        }

        Assert.Equal(folded, decision.Referral with { HandledCommands = folded.HandledCommands });
    }

    static void SomebodyActsOrSomethingIsDue(Referral after)
    {
        var deadlines = after.OpenDeadlines;
        if (!after.Status.IsClosed)
        {
            Assert.True(deadlines.Count > 0 || after.OpenQuestion is not null, "An open referral waits for nothing.");
            Assert.True(after.OpenQuestion is not null || after.WhoseTurn is not null || after.Status is ReferralStatus.OnHold, "It is nobody's turn.");
        }
        else if (!after.IsErased)
        {
            Assert.Contains(deadlines, deadline => deadline.Kind is DeadlineKind.Retention);
        }

    }

    static void ADeadlineThatPassedIsGone(Happening happening, Referral after)
    {
        if (happening.Deadline is { } passed && passed.At <= happening.At)
        {
            Assert.DoesNotContain(passed, after.OpenDeadlines);
        }
    }

    static void AnEndHasAReason(Referral after)
    {
        if (after.Status is ReferralStatus.Rejected or ReferralStatus.Cancelled or ReferralStatus.OnHold or ReferralStatus.NotStarted or ReferralStatus.EnteredInError)
        {
            Assert.NotNull(after.StatusReason);
        }
    }

    void KeysAreLegalAndUnique(Effect effect)
    {
        Assert.True(Code.IsOne(effect.Key), effect.Key);
        Assert.StartsWith($"{folded.Id}.", effect.Key, StringComparison.Ordinal);
        Assert.True(keys.Add(effect.Key), $"Twice: {effect.Key}");
    }

    void MessagesLeaveWhenTheyMay(Effect effect, DateTimeOffset at, Decision decision)
    {
        if (effect is not SendMessage { Message: { Kind: not MessageKind.Receipt } message })
        {
            return;
        }

        Assert.Equal(at, QuietHours.NextAllowed(at, decision.Referral.Pathway.Calendar));
        Assert.True(!decision.Referral.Status.IsClosed || AfterTheEnd.Contains(message.Kind), $"{message.Kind} after the end");
        Assert.True(!decision.Referral.ConsentIsWithdrawn || message.Kind.OutlivesConsent, $"{message.Kind} without consent");
        Assert.True(!message.Kind.IsReminder || reminders.Add((message.To, AmsterdamTime.DayOf(at))), $"{message.Kind} is the second reminder of the day");
    }

    void FeedbackIsGivenOnceAMoment(Effect effect)
    {
        if (effect is GiveFeedback given)
        {
            Assert.False(folded.ConsentIsWithdrawn, "Feedback without consent");
            Assert.True(folded.Submission.SharesContentWithReferrer || given.Lines is null, "Content that the client does not share");
            Assert.True(momentsOfThisCycle.Add(given.Moment) || given.Moment is FeedbackMoment.Progress, $"{given.Moment} twice in a cycle");
            Assert.Contains(given.Moment, folded.Pathway.Feedback.Moments);
        }
    }

    /// <summary>The pathway's texts are policy, written by the organisation about nobody; all else is checked.</summary>
    void EverythingIsAnIdOrACode(Decision decision)
    {
        var pathway = folded.Pathway with { Name = new("", ""), TargetGroup = [] };
        var silent = decision with
        {
            Referral = decision.Referral with { Submission = decision.Referral.Submission with { Pathway = pathway } },
            Events = [.. decision.Events.Select(next => next.Change is Received received ? next with { Change = received with { Submission = received.Submission with { Pathway = pathway } } } : next)],
            Refusal = null,
        };
        foreach (var text in Payload.TextsOf(silent))
        {
            Assert.True(
                text.Length == 0 || Code.IsOne(text) || Term.TryParse(text, out _) || DateTimeOffset.TryParse(text, out _) || text == folded.Pathway.VersionLabel,
                $"Neither an id nor a code: {text}");
        }
    }

    static void EverythingTravelsUnchanged<T>(T payload) => Assert.Equal(payload, Payload.ThereAndBack(payload));
}
