using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Facts;

/// <summary>One referral as the figures count it: derived from its timeline and its profile alone, by <see cref="Timelines.FactOf"/>. No personal data.</summary>
/// <param name="Referral">The referral's id.</param>
/// <param name="Organisation">The organisation asked.</param>
/// <param name="Practice">AGB code of the practice that refers.</param>
/// <param name="Received">The day of the first receipt in Amsterdam; its month is the cohort.</param>
/// <param name="Profile">What is known of the person, in classes.</param>
public sealed record Fact(string Referral, string Organisation, string Practice, DateOnly Received, Profile Profile)
{
    /// <summary>Raised when a timeline makes another fact than before: what was kept is then made again.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The first day of the month of receipt.</summary>
    public DateOnly Cohort => new(Received.Year, Received.Month, 1);

    /// <summary>How many events of the timeline it tells of.</summary>
    public int Sequence { get; init; }

    /// <summary>When the last of them took place.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who took it on, the last one if there were several; null when nobody did.</summary>
    public string? Worker { get; init; }

    /// <summary>Whether a worker took it on.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Whether worker and client met, other than by telephone.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>The day on which the support began; null when it did not.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>Whether the first visit to an arrangement was confirmed.</summary>
    public bool HasAttended { get; init; }

    /// <summary>Whether the support was completed, and not opened again since.</summary>
    public bool IsCompleted { get; init; }

    /// <summary>The code of why it ended before the support began; null when it did not.</summary>
    public string? NotStartedBecause { get; init; }

    /// <summary>The code of why the support ended; null when it did not.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>Whether it ended for lack of a place, of a suitable offer, or of speed.</summary>
    public bool IsUnmet { get; init; }

    /// <summary>Calendar days from the receipt to the first talk of worker and client; null when there was none.</summary>
    public int? DaysToFirstContact { get; init; }

    /// <summary>Calendar days from the receipt to the first feedback that arrived; null when none did.</summary>
    public int? DaysToFeedback { get; init; }

    /// <summary>The measurements of which there is a first and a later one, by measure. Empty when consent was withdrawn.</summary>
    public ValueList<BeforeAndAfter> Changes { get; init; } = [];

    /// <summary>After how many months (3, 6, 12, 24) the client still took part.</summary>
    public ValueList<int> ActiveAfter { get; init; } = [];

    /// <summary>The client's last mark for the support, 0 to 10; null without one.</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>Whether the client was to be asked after so many months, and had a month to answer.</summary>
    /// <param name="months">After the start; after the receipt when there was none.</param>
    /// <param name="through">The last day that is looked at.</param>
    public bool IsAskedAfter(int months, DateOnly through) => (Started ?? Received).AddMonths(months + 1) <= through;

    /// <summary>The change in a measure; null without two measurements.</summary>
    /// <param name="measure">An instrument's id, or with a dot that of one of its parts.</param>
    public BeforeAndAfter? ChangeIn(string measure) => Changes.FirstOrDefault(change => change.Measure == measure);
}

/// <summary>Two measurements of one person.</summary>
/// <param name="Measure">An instrument's id, or with a dot that of one of its parts: <c>positieve-gezondheid.meaning</c>.</param>
/// <param name="Before">The first score.</param>
/// <param name="After">The later score.</param>
public sealed record BeforeAndAfter(string Measure, decimal Before, decimal After)
{
    /// <summary>How much higher the later score is.</summary>
    public decimal Difference => After - Before;
}
