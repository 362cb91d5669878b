using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>A referral as somebody sees it who works on it.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, in words; null where the status needs no reason.</param>
/// <param name="Practice">The name of the practice that refers.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Turn">Who must act now, by name; null when nobody needs to.</param>
/// <param name="IsYours">Whether the reader has it in hand: only then there is something to do or to read.</param>
/// <param name="OnBehalfOf">For whom the reader stands in, by name; null for the reader's own.</param>
/// <param name="Limits">By when somebody has to act, earliest first.</param>
/// <param name="Deadlines">When the process acts by itself, earliest first.</param>
/// <param name="ProposedSlot">The free slot that was proposed; null without one, once a date is agreed, and once it has passed.</param>
/// <param name="HandoverAt">The date agreed; null when none is.</param>
/// <param name="Open">The commands that have a form and may be given now, the one that comes next first.</param>
/// <param name="Timeline">What happened, newest first.</param>
/// <param name="CancellationIsRequested">Whether practice or client asked to stop.</param>
/// <param name="Client">Whom it is about; null until somebody asks for it.</param>
public sealed record CaseScreen(
    string Id, ReferralStatus Status, string? Reason, string Practice, DateTimeOffset ReceivedAt, string? Turn, bool IsYours, string? OnBehalfOf, IReadOnlyList<DeadlineItem> Limits, IReadOnlyList<DeadlineItem> Deadlines,
    DateTimeOffset? ProposedSlot, DateTimeOffset? HandoverAt, IReadOnlyList<string> Open, IReadOnlyList<TimelineItem> Timeline, bool CancellationIsRequested, ClientCard? Client)
{
    /// <summary>What somebody did to it last; null when nothing happened that people learn from.</summary>
    public TimelineItem? Latest { get; init; }

    /// <summary>The day on which the page is read.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Who has it or is asked, by name; null when nobody is.</summary>
    public string? Worker { get; init; }

    /// <summary>What it asks of a coordinator; none for everybody else.</summary>
    public IReadOnlyList<ConcernItem> Concerns { get; init; } = [];

    /// <summary>The open referral that seems to be about the same client; null without one, and for all but a coordinator.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>The name of the organisation asked.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Whose turn it is, for the practice that follows it; null for who works on it.</summary>
    public Standing? Standing { get; init; }

    /// <summary>What the practice was told, for the practice; null for everybody else, and when nothing was told.</summary>
    public FeedbackOfCase? Feedback { get; init; }

    /// <summary>Whether that command may be given now.</summary>
    public bool Allows(string command) => Open.Contains(command);
}

/// <summary>A moment before which somebody has to act, or at which the process acts by itself.</summary>
/// <param name="What">What has to be done, or happens then.</param>
/// <param name="At">When.</param>
/// <param name="Explanation">Why then, in the reader's language; null where the moment explains itself.</param>
/// <param name="IsLate">Whether it has passed, and somebody has not acted.</param>
public sealed record DeadlineItem(DeadlineKind What, DateTimeOffset At, string? Explanation, bool IsLate = false)
{
    internal static DeadlineItem Of(Deadline deadline, DateTimeOffset now, Language language) =>
        new(deadline.Kind, deadline.At, deadline.Explanation?.In(language), Limits.IsOne(deadline.Kind) && deadline.At < now);
}
