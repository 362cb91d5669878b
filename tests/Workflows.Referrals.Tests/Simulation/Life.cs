using System.Globalization;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Simulation;

/// <summary>One simulated referral: people act as people do, some of them not at all, and deadlines pass in between.</summary>
sealed class Life
{
    static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset End = Begin.AddYears(5);
    static readonly string[] Workers = [.. Enumerable.Range(1, 40).Select(number => $"worker-{number}")];
    static readonly Actor Coordinator = new(Role.Coordinator, "cora");
    static readonly Actor Practice = new(Role.Referrer, "01999901");

    /// <summary>Bridge days and closing days differ between organisations.</summary>
    static readonly Pathway[] Pathways = [.. ShippedPathways.All.Select((pathway, number) => pathway with { ClosingDays = [new(2026, 5, 15), new(2027, 5, 7), new(2028, 12, 27 + number)] })];

    readonly Dictionary<Type, int> seen;
    readonly Place? place;
    Chance chance;
    DateTimeOffset now;
    Referral referral;
    (DateTimeOffset At, Actor By, ReferralCommand Command)? intended;
    bool isIntended;
    int commands;

    Life(int number, ulong seed, Dictionary<Type, int> changes, Place? where)
    {
        seen = changes;
        place = where;
        chance = new(seed + ((ulong)number * 0xD1342543DE82EF95));
        now = Begin + chance.Hours(0, 365 * 24);
        referral = Referral.Submit(
            string.Create(CultureInfo.InvariantCulture, $"s{number}"),
            new("welzijn-zuid", "01999901", Pathways[chance.Below(Pathways.Length)], chance.In100(80), chance.In100(50) ? HandoverForm.ConsultationHour : HandoverForm.Phone));
        if (where is { } there)
        {
            referral = referral with { Submission = referral.Submission with { Organisation = there.Organisation, Practice = there.Practices[chance.Below(there.Practices.Length)] } };
            Profile = there.Somebody(ref chance, referral.Pathway.Id);
        }
    }

    /// <summary>Where the referral got to.</summary>
    public Referral Referral => referral;

    /// <summary>What happened; kept only for a life at a place.</summary>
    public List<ReferralEvent> Events { get; } = [];

    /// <summary>Who the person is, in classes.</summary>
    public Profile Profile { get; } = Profile.Unknown;

    /// <summary>How many happenings there were.</summary>
    public int Happenings { get; private set; }

    /// <summary>A fingerprint of every event and effect, with its moment.</summary>
    public ulong Hash { get; private set; } = 14695981039346656037;

    /// <summary>Lives through five years, or until the data are erased.</summary>
    /// <param name="number">Which referral.</param>
    /// <param name="seed">The simulation's seed.</param>
    /// <param name="changes">Counts the changes by type.</param>
    /// <param name="place">Where people also measure and make mistakes; null for the life of which the hash is known.</param>
    public static Life Of(int number, ulong seed, Dictionary<Type, int> changes, Place? place = null)
    {
        var life = new Life(number, seed, changes, place);
        life.Handle(Happening.Submitted(life.now.UtcDateTime));
        while (!life.referral.IsErased && life.Next())
        {
        }

        return life;
    }

    bool Next()
    {
        if (referral.OpenQuestion is { } question)
        {
            Handle(Happening.Answered(Answer(question.Kind), now.UtcDateTime));
            return true;
        }

        if (!isIntended)
        {
            (intended, isIntended) = (Intention() is ({ } by, { } command, var wait) ? (now + wait, by, command) : null, true);
        }

        var deadline = referral.NextDeadline;
        var isFirst = intended is { } act && (deadline is null || act.At < deadline.At);
        now = isFirst ? intended!.Value.At : deadline is null ? End : deadline.At > now ? deadline.At : now;
        if (now >= End)
        {
            return false;
        }

        if (isFirst)
        {
            isIntended = false;
            Handle(Happening.CommandArrived(new(string.Create(CultureInfo.InvariantCulture, $"c{++commands}"), intended!.Value.By, intended.Value.Command), now.UtcDateTime));
        }
        else
        {
            Handle(Happening.DeadlinePassed(deadline!, now.UtcDateTime));
        }

        return true;
    }

    /// <summary>What somebody is going to do, as long as the referral stays in its status and in the same hands; nothing when nobody does anything.</summary>
    (Actor? By, ReferralCommand? Command, TimeSpan Wait) Intention()
    {
        var worker = new Actor(Role.Worker, referral.Offer.Worker ?? referral.Worker ?? "nobody");
        if (place is not null && Place.Records(ref chance, referral, now) is { } recorded)
        {
            return (recorded.By is Role.Worker ? worker : Coordinator, recorded.Command, recorded.Wait);
        }

        if (chance.In100(1))
        {
            return (Coordinator, referral.Status.IsClosed ? new Reopen(ReopenReason.ClientReturned) : new WithdrawConsent(), chance.Hours(1, 300));
        }

        if (chance.In100(2) && (referral.Worker ?? referral.Offer.Worker) is { } absent)
        {
            return (Actor.Process, new ReportWorkerUnavailable(absent), chance.Hours(1, 400));
        }

        return referral.Status switch
        {
            ReferralStatus.Offered => chance.Below(100) switch
            {
                < 60 => (worker, new Accept(), chance.Hours(1, 40)),
                < 75 => (worker, new Decline(DeclineReason.NoCapacity), chance.Hours(1, 40)),
                < 78 => (worker, new Waitlist(DateOnly.FromDateTime(now.DateTime).AddDays(60)), chance.Hours(1, 40)),
                < 80 => (worker, new RequestAssessment("note!1"), chance.Hours(1, 40)),
                _ => default,
            },
            ReferralStatus.AwaitingCoordinator => chance.Below(100) switch
            {
                < 75 => (Coordinator, new Assign(Workers[chance.Below(Workers.Length)]), chance.Hours(1, 120)),
                < 90 => (Coordinator, referral.Support is null ? new Reject(RejectReason.NoCapacity) : new RecordOutcome(OutcomeKind.Completed), chance.Hours(1, 90)),
                _ => (Practice, new Cancel(CancelReason.WaitedTooLong), chance.Hours(1, 700)),
            },
            ReferralStatus.Accepted => chance.In100(70)
                ? (worker, new PlanHandover(now + chance.Hours(100, 300), HandoverForm.Phone), chance.Hours(2, 90))
                : (worker, new LogContact(chance.In100(50) ? ContactKind.Attempt : ContactKind.Phone), chance.Hours(2, 200)),
            ReferralStatus.HandoverPlanned => (worker, new RecordHandover(chance.Below(100) switch
            {
                < 75 => HandoverResult.Held,
                < 80 => HandoverResult.ByPhone,
                < 88 => HandoverResult.Moved,
                _ => HandoverResult.NoShow,
            }), chance.Hours(20, 200)),
            ReferralStatus.InSupport => chance.Below(100) switch
            {
                < 45 => (worker, new LogContact(ContactKind.InPerson), chance.Hours(200, 1000)),
                < 55 => (worker, new ChooseArrangement(Arrangement.Meeting, chance.In100(50)), chance.Hours(50, 500)),
                < 60 => (worker, new PutOnHoldUntil(HoldReason.Illness, DateOnly.FromDateTime(now.DateTime).AddDays(21 + chance.Below(60))), chance.Hours(50, 500)),
                < 65 => (worker, new GiveInterimFeedback("lines!1"), chance.Hours(100, 800)),
                < 68 => (Practice, new Cancel(CancelReason.HelpedElsewhere), chance.Hours(100, 800)),
                < 97 => (worker, new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached, Arrangement.Meeting, "lines!1"), chance.Hours(400, 2500)),
                _ => default,
            },
            _ when referral.Feedback is [.., { IsDelivered: false, IsPast: false } given] =>
                (Actor.Process, new ReportFeedbackDelivered(given.Id, chance.In100(80) ? FeedbackChannel.Callback : FeedbackChannel.Email), TimeSpan.FromMinutes(1)),
            _ => default,
        };
    }

    Answer Answer(QuestionKind kind) => kind switch
    {
        QuestionKind.WhichSlotIsFree => new(kind, [], Slot: now.AddDays(1 + chance.Below(10))),
        QuestionKind.WhoTakesOver => new(kind, chance.In100(80) ? [Ranked()] : []),
        _ => new(kind, [Ranked(), Ranked(), Ranked(), Ranked()], chance.In100(3) ? "minor" : null, chance.In100(3) ? "s0" : null),
    };

    RankedWorker Ranked() => new(Workers[chance.Below(Workers.Length)], ["free-capacity"]);

    void Handle(Happening happening)
    {
        var before = referral;
        var decision = referral.Handle(happening);
        referral = decision.Referral;
        isIntended &= (before.Status, before.Worker, before.Offer.Worker, before.Feedback.Count) == (referral.Status, referral.Worker, referral.Offer.Worker, referral.Feedback.Count);
        Happenings++;
        if (place is not null)
        {
            Events.AddRange(decision.Events);
        }

        foreach (var happened in decision.Events)
        {
            seen[happened.Change.GetType()] = seen.GetValueOrDefault(happened.Change.GetType()) + 1;
            Mix(happened.Change.GetType().Name);
            Mix((ulong)happened.At.UtcTicks);
        }

        foreach (var effect in decision.Effects)
        {
            Mix(effect.Key);
        }
    }

    void Mix(string text)
    {
        foreach (var character in text)
        {
            Mix(character);
        }
    }

    /// <summary>FNV-1a, eight bytes at a time.</summary>
    void Mix(ulong value) => Hash = (Hash ^ value) * 1099511628211;
}
