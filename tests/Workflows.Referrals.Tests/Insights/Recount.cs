using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Tests.Simulation;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights;

/// <summary>What an indicator says about one referral, read from the events of its timeline by a road of its own: nothing of the product's facts, measures or tallies is used.</summary>
sealed class Recount(Life life, DateOnly through)
{
    static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    readonly ReferralEvent[] events = [.. life.Events.Where(happened => Day(happened.At) <= through)];

    public string Organisation => Received.Submission.Organisation;

    public string Practice => Received.Submission.Practice;

    public DateOnly ReceivedOn => Day(events[0].At);

    public string Neighbourhood => life.Profile.Neighbourhood;

    public string AgeBand => life.Profile.AgeBand;

    public string ReasonGroup => life.Profile.ReasonGroup;

    public string Programmes => life.Profile.Programmes.Count == 0 ? "none" : string.Join('+', life.Profile.Programmes);

    public bool Counts => events.Length > 0 && !Has<MarkedEnteredInError>() && (!Has<MergedInto>() || After<MergedInto>().OfType<Reopened>().Any());

    Received Received => (Received)events[0].Change;

    /// <summary>The last way in which it ended, if it was not opened again since.</summary>
    Change? End => After<Reopened>().LastOrDefault(change => change is OutcomeRecorded or Rejected or Cancelled);

    public DateOnly? StartedOn => events.FirstOrDefault(happened => happened.Change is SupportStarted) is { } start ? Day(start.At) : null;

    bool Consents => !Has<ConsentWithdrawn>();

    public bool IsPartOf(string indicator) => indicator switch
    {
        "bus-factor-worker" => Worker is not null,
        _ when indicator.StartsWith("still-active-", StringComparison.Ordinal) => (StartedOn ?? ReceivedOn).AddMonths(Months(indicator) + 1) <= through,
        _ => true,
    };

    /// <summary>A number as text, a code or a name; null when it is not counted.</summary>
    public string? Counted(string indicator) => indicator switch
    {
        "referrals" or "reach" => "yes",
        "days-to-first-contact" => DaysTo(happened => happened.Change is SupportStarted or ContactLogged { Kind: not ContactKind.Attempt }),
        "accepted" => Yes(Worker is not null),
        "handover-held" => Yes(events.Any(happened => happened.Change is SupportStarted { ByPhone: false })),
        "started" => Yes(StartedOn is not null),
        "attended" => Yes(events.Any(happened => happened.Change is AttendanceRecorded { Attended: true })),
        "completed" => Yes(End is OutcomeRecorded { Outcome: OutcomeKind.Completed }),
        "unmet-need" => Yes(End is Rejected { Reason: RejectReason.NoCapacity } or Cancelled { Reason: CancelReason.WaitedTooLong } or OutcomeRecorded { Reason: OutcomeReason.NoSuitableOffer }),
        "reasons-not-started" => StartedBeforeTheEnd ? null : ReasonOfTheEnd,
        "reasons-stopped" => StartedBeforeTheEnd ? ReasonOfTheEnd : null,
        "feedback-given" => Yes(Has<FeedbackDelivered>()),
        "days-to-feedback" => DaysTo(happened => happened.Change is FeedbackDelivered),
        _ when indicator.StartsWith("change-", StringComparison.Ordinal) => Scores(indicator) is var (before, after) ? Text(after - before) : null,
        "shift-of-line" => Yes(FirstAndLast(Values(InstrumentIds.CareLine, null)) is var (before, after) && after < before),
        "satisfaction" => Values(InstrumentIds.Satisfaction, null) is [.., var last] ? Text(last.Value) : null,
        "bus-factor-referrer" => Practice,
        "bus-factor-worker" => Worker,
        _ when indicator.StartsWith("still-active-", StringComparison.Ordinal) => Yes(IsActiveAfter(Months(indicator))),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "Say how this is counted."),
    };

    /// <summary>What was measured first and later; null without both.</summary>
    public (decimal Before, decimal After)? Scores(string indicator) => indicator switch
    {
        "change-loneliness" => FirstAndLast(Values(InstrumentIds.DeJongGierveld6, null)),
        "change-well-being" => FirstAndLast(Values(InstrumentIds.Who5, null)),
        "change-own-goal" => FirstAndLast(Values(InstrumentIds.OwnGoal, null)),
        "change-gp-visits" => Visits(),
        _ => FirstAndLast(Values(InstrumentIds.PositieveGezondheid, indicator["change-".Length..])),
    };

    string? Worker => events.Select(happened => happened.Change switch { OfferAccepted accepted => accepted.Worker, WorkerAssigned assigned => assigned.Worker, _ => null }).LastOrDefault(worker => worker is not null);

    bool StartedBeforeTheEnd => End is { } end && events.TakeWhile(happened => happened.Change != end).Any(happened => happened.Change is SupportStarted);

    string? ReasonOfTheEnd => End switch
    {
        OutcomeRecorded { Reason: null } => "notStated",
        OutcomeRecorded outcome => Camel(outcome.Reason.ToString()!),
        Rejected rejected => Camel(rejected.Reason.ToString()),
        Cancelled cancelled => Camel(cancelled.Reason.ToString()),
        _ => null,
    };

    bool Has<T>() => events.Any(happened => happened.Change is T);

    /// <summary>What came after the last change of a kind; everything when there was none.</summary>
    IEnumerable<Change> After<T>() => events.Select(happened => happened.Change).Reverse().TakeWhile(change => change is not T).Reverse();

    string? DaysTo(Func<ReferralEvent, bool> moment) => events.FirstOrDefault(moment) is { } happened ? Text(Day(happened.At).DayNumber - ReceivedOn.DayNumber) : null;

    List<(DateOnly Day, decimal Value)> Values(string instrument, string? part) => !Consents ? [] :
    [
        .. from happened in events
           let value = happened.Change switch
           {
               GoalSet goal when instrument == InstrumentIds.OwnGoal => goal.Score,
               MeasurementRecorded { Score: { } score } when score.Instrument == instrument => part is null ? score.Value : score.Parts.Single(one => one.Part == part).Value,
               _ => (decimal?)null,
           }
           where value is not null
           select (Day(happened.At), value.Value),
    ];

    (decimal Before, decimal After)? Visits()
    {
        var (visits, start) = (Values(InstrumentIds.GpVisits, null), StartedOn);
        var later = visits.Where(visit => start is { } began && visit.Day >= began.AddMonths(3)).Select(visit => (decimal?)visit.Value).FirstOrDefault();
        return later is { } after && visits[0].Day <= start!.Value.AddMonths(1) ? (visits[0].Value, after) : null;
    }

    bool IsActiveAfter(int months)
    {
        var until = months switch { 3 => 6, 6 => 12, 12 => 24, _ => 36 };
        return StartedOn is { } start && Values(InstrumentIds.StillActive, null).Find(answer => answer.Day >= start.AddMonths(months) && answer.Day < start.AddMonths(until)).Value == 1;
    }

    static int Months(string indicator) => int.Parse(indicator[(indicator.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);

    static (decimal Before, decimal After)? FirstAndLast(List<(DateOnly Day, decimal Value)> values) => values.Count > 1 ? (values[0].Value, values[^1].Value) : null;

    static string? Yes(bool holds) => holds ? "yes" : null;

    static string Text(decimal number) => number.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture);

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);
}
