using System.Text.Json.Serialization;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>
/// One person, one request for welfare support, from a referrer to an organisation: the fold of its timeline.
/// A value: <see cref="Handle"/> answers what follows from a happening and changes nothing itself.
/// </summary>
/// <remarks>Holds no personal data: it travels through the orchestration's history.</remarks>
public sealed record Referral
{
    /// <summary>How many keys of handled commands are remembered: a wake-up that comes twice comes soon.</summary>
    const int RememberedCommands = 20;

    /// <summary>An effect's key adds at most 50 characters, and is an instance id itself: at most 100.</summary>
    const int LongestId = 50;

    /// <summary>Random, opaque; also the id of the orchestration instance.</summary>
    public required string Id { get; init; }

    /// <summary>What it started with.</summary>
    public required Submission Submission { get; init; }

    /// <summary>The version of the process that decides it.</summary>
    public int ProcessVersion { get; init; } = ReferralProcess.CurrentVersion;

    /// <summary>The number of events so far; 0 before it was received.</summary>
    public int Sequence { get; init; }

    /// <summary>The status.</summary>
    public ReferralStatus Status { get; init; }

    /// <summary>Since when it has this status.</summary>
    public DateTimeOffset StatusSince { get; init; }

    /// <summary>The coded reason of the status; null where the status needs none.</summary>
    public string? StatusReason { get; init; }

    /// <summary>When this cycle began: the receipt, or the latest reopening.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What only the tables can answer, before anything else happens; null when nothing is asked.</summary>
    public AskState? Asks { get; init; }

    /// <summary>The search for a worker.</summary>
    public OfferState Offer { get; init; } = OfferState.None;

    /// <summary>Who has it; null before acceptance.</summary>
    public string? Worker { get; init; }

    /// <summary>The warm handover.</summary>
    public HandoverState Handover { get; init; } = HandoverState.None;

    /// <summary>The support; null before worker and client met.</summary>
    public SupportState? Support { get; init; }

    /// <summary>The feedback that left, oldest first.</summary>
    public ValueList<FeedbackState> Feedback { get; init; } = [];

    /// <summary>The pause; null when it is not paused.</summary>
    public HoldState? Hold { get; init; }

    /// <summary>Since when the current status's deadlines count anew, after a pause; null when it never paused.</summary>
    public DateTimeOffset? ResumedAt { get; init; }

    /// <summary>How it ended in this cycle; null before.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>Whether a cancellation was asked for that the worker has not answered.</summary>
    public bool CancellationIsRequested { get; init; }

    /// <summary>Whether the client withdrew consent: nothing goes to or about the client any more.</summary>
    public bool ConsentIsWithdrawn { get; init; }

    /// <summary>Whether the person's data became unreadable. The orchestration ends then.</summary>
    public bool IsErased { get; init; }

    /// <summary>Messages that wait for the end of the quiet hours, oldest first.</summary>
    public ValueList<DeferredMessage> Deferred { get; init; } = [];

    /// <summary>Who was reminded on the latest day that somebody was.</summary>
    public ValueList<RemindedState> Reminded { get; init; } = [];

    /// <summary>The stories that were shared and not taken back, oldest first.</summary>
    public ValueList<StoryState> Stories { get; init; } = [];

    /// <summary>What the client asked by law and nobody has answered yet, oldest first.</summary>
    public ValueList<RequestState> Requests { get; init; } = [];

    /// <summary>When it was decided to erase the person's data at the client's request; null when it was not.</summary>
    public DateTimeOffset? ErasureGrantedAt { get; init; }

    /// <summary>Keys of the commands handled lately. The shell's memory, no part of the fold.</summary>
    public ValueList<string> HandledCommands { get; init; } = [];

    /// <summary>The organisation asked.</summary>
    [JsonIgnore]
    public string Organisation => Submission.Organisation;

    /// <summary>AGB code of the practice that refers.</summary>
    [JsonIgnore]
    public string Practice => Submission.Practice;

    /// <summary>The policy in force.</summary>
    [JsonIgnore]
    public Pathway Pathway => Submission.Pathway;

    /// <summary>The moments at which the process will act by itself, earliest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Deadline> OpenDeadlines => ReferralProcess.DeadlinesOf(this);

    /// <summary>The earliest of them; null when there is none.</summary>
    [JsonIgnore]
    public Deadline? NextDeadline => ReferralProcess.NextDeadlineOf(this);

    /// <summary>What only the tables can answer, before anything else happens; null when nothing is asked.</summary>
    [JsonIgnore]
    public Question? OpenQuestion => Asks is { } ask ? new(ask.Kind, Id, Organisation, Practice, Worker, ask.At) : null;

    /// <summary>Who must act now: a worker's id, <c>coordinator</c> or <c>referrer</c>; null when nobody needs to.</summary>
    [JsonIgnore]
    public string? WhoseTurn => Status switch
    {
        ReferralStatus.Offered => Offer.Worker,
        ReferralStatus.AwaitingCoordinator => "coordinator",
        ReferralStatus.Accepted or ReferralStatus.HandoverPlanned or ReferralStatus.InSupport => Worker,
        _ => Process.Feedback.Unacknowledged(this) is null ? null : "referrer",
    };

    /// <summary>A referral that was submitted and not yet received: its first happening is <see cref="Happening.Submitted"/>.</summary>
    /// <param name="id">Random and opaque: 1 to 50 letters, digits, dots, hyphens and underscores, so that every key made from it is legal as an instance id and in a table.</param>
    /// <param name="submission">What it starts with.</param>
    /// <exception cref="ArgumentException">The id is too long or has other characters.</exception>
    public static Referral Submit(string id, Submission submission) =>
        id.Length <= LongestId && Code.IsOne(id)
            ? new() { Id = id, Submission = submission }
            : throw new ArgumentException("1 to 50 letters, digits, dots, hyphens and underscores.", nameof(id));

    /// <summary>The referral that its events tell of.</summary>
    /// <param name="id">The referral's id.</param>
    /// <param name="events">All its events, in order; the first one is <see cref="Received"/>.</param>
    /// <exception cref="ArgumentException">The events have a gap, or do not begin with the receipt.</exception>
    public static Referral From(string id, IReadOnlyList<ReferralEvent> events) =>
        events is [{ Change: Received received }, ..]
            ? events.Aggregate(Submit(id, received.Submission), (referral, next) => referral.Apply(next))
            : throw new ArgumentException("A timeline begins with the receipt.", nameof(events));

    /// <summary>What follows from a happening. The same referral and happening always give the same decision.</summary>
    /// <param name="happening">What happened.</param>
    public Decision Handle(Happening happening) => ReferralProcess.Decide(this, happening);

    /// <summary>The referral after one more event.</summary>
    /// <param name="next">The event; its sequence follows this referral's.</param>
    /// <exception cref="ArgumentException">The sequence has a gap.</exception>
    public Referral Apply(ReferralEvent next) =>
        next.Sequence == Sequence + 1
            ? Fold.Apply(this, next)
            : throw new ArgumentException($"Event {next.Sequence} does not follow {Sequence}.", nameof(next));

    /// <summary>The referral that remembers having handled a command.</summary>
    internal Referral Remembering(string commandKey) =>
        this with { HandledCommands = HandledCommands.Count < RememberedCommands ? HandledCommands.Add(commandKey) : [.. HandledCommands.Skip(1), commandKey] };
}
