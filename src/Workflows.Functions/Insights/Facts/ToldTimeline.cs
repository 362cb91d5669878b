using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Facts;

/// <summary>All that a fact is made of: the timeline of a referral, and the classes of the person.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Events">Its events, from the receipt on.</param>
/// <param name="Profile">What is known of the person.</param>
sealed record ToldTimeline(string Referral, IReadOnlyList<ReferralEvent> Events, Profile Profile)
{
    /// <returns>Null when the referral was not received yet.</returns>
    public static ToldTimeline? Of(string referral, IEnumerable<StoredEvent> stored, Profile profile)
    {
        ReferralEvent[] events = [.. stored.Select(happened => ReferralJson.ReadEvent(happened.Json))];
        return events is [{ Change: Received }, ..] ? new(referral, events, profile) : null;
    }

    /// <summary>The row that is kept of it.</summary>
    public FactRow Row
    {
        get
        {
            var (received, last) = (AmsterdamTime.DayOf(Events[0].At), Events[^1]);
            return new(((Received)Events[0].Change).Submission.Organisation, new(received.Year, received.Month, 1), Referral, last.Sequence, last.At, Fact.CurrentVersion, Timelines.FactOf(Referral, Events, Profile));
        }
    }

    /// <summary>What counted of it at a moment in the past; null when nothing did.</summary>
    /// <param name="before">The moment; later events are left out.</param>
    public Fact? FactAsOf(DateTimeOffset before) => Timelines.FactOf(Referral, Events, Profile, before);
}
