using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What it changed, asked again months and years after the start.</summary>
static class Aftercare
{
    /// <summary>The worker is asked; after the end, when the two no longer meet, the client as well.</summary>
    public static Turn Ask(Turn turn, Explanation because)
    {
        var referral = turn.Referral;
        Recipient person = referral.Worker is { } worker ? new(RecipientKind.Worker, worker) : new(RecipientKind.Coordinator, referral.Organisation);
        return turn
            .Remind(new AftercareAsked(LatestDue(referral, turn.At), because), person, MessageKind.AftercareDue)
            .If(referral.Status.IsClosed, asked => asked.Notify(RecipientKind.Client, referral.Id, MessageKind.AftercareDue));
    }

    /// <summary>Whether a measurement is still to be asked for, now or when a pause is over.</summary>
    public static bool IsToCome(Referral referral) =>
        referral is { ConsentIsWithdrawn: false, Support: { } support, Status: ReferralStatus.InSupport or ReferralStatus.OnHold or ReferralStatus.Completed }
        && !Rights.IsRestricted(referral) && !HasDied(referral) && support.Measurements < referral.Pathway.Aftercare.MeasureAfter.Count;

    public static Upcoming[] Deadlines(Referral referral) =>
        IsToCome(referral) ? [Measurement(referral, referral.Support!.Measurements)] : [];

    /// <summary>The first version of the process asked all the same.</summary>
    static bool HasDied(Referral referral) => referral is { ProcessVersion: >= 2, Status: ReferralStatus.Completed } && referral.StatusReason == Code.Of(OutcomeReason.Deceased);

    /// <summary>Those that fell into a pause are asked for once, as the latest of them: nobody fills in two questionnaires on one day.</summary>
    static int LatestDue(Referral referral, DateTimeOffset at)
    {
        var latest = referral.Support!.Measurements + 1;
        while (latest < referral.Pathway.Aftercare.MeasureAfter.Count && Measurement(referral, latest).At(referral.Pathway.Calendar) <= at)
        {
            latest++;
        }

        return latest;
    }

    static Upcoming Measurement(Referral referral, int before) => Upcoming.RemindsAt(
        DeadlineKind.Aftercare, "aftercare.measure", referral.Support!.StartedAt, referral.Pathway.Aftercare.MeasureAfter[before], who: referral.Worker ?? "coordinator");
}
