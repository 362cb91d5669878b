using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Facts;

/// <summary>The scores of one person in the order in which they were given, and what they say about the time between.</summary>
sealed class ScoreSeries
{
    static readonly int[] Months = [3, 6, 12, 24];

    /// <summary>The answer about the last moment counts until the next one would have come.</summary>
    const int MonthsAfterTheLast = 36;

    readonly List<(DateOnly Day, string Measure, decimal Value)> scores = [];

    public void Add(ReferralEvent next)
    {
        var day = AmsterdamTime.DayOf(next.At);
        switch (next.Change)
        {
            case GoalSet goal:
                scores.Add((day, InstrumentIds.OwnGoal, goal.Score));
                return;
            case MeasurementRecorded { Score: { } score }:
                if (score.Value is { } value)
                {
                    scores.Add((day, score.Instrument, value));
                }

                scores.AddRange(score.Parts.Where(part => part.Value is not null).Select(part => (day, $"{score.Instrument}.{part.Part}", part.Value!.Value)));
                return;
        }
    }

    /// <summary>The fact with what was measured.</summary>
    public Fact? In(Fact? fact) => fact is null || scores.Count == 0 ? fact : fact with
    {
        Changes = [.. scores.GroupBy(score => score.Measure).Select(measure => ChangeOf(measure.Key, [.. measure.Select(score => (score.Day, score.Value))], fact.Started))
            .OfType<BeforeAndAfter>().OrderBy(change => change.Measure, StringComparer.Ordinal)],
        ActiveAfter = [.. Months.Where(month => IsActive(month, fact.Started))],
        Satisfaction = scores.Where(score => score.Measure == InstrumentIds.Satisfaction).Select(score => (decimal?)score.Value).LastOrDefault(),
    };

    static BeforeAndAfter? ChangeOf(string measure, (DateOnly Day, decimal Value)[] series, DateOnly? started) => measure switch
    {
        InstrumentIds.Satisfaction or InstrumentIds.StillActive => null,
        InstrumentIds.GpVisits => VisitsOf(series, started),
        _ => series is [var first, .., var last] ? new(measure, first.Value, last.Value) : null,
    };

    /// <summary>A count looks back three months: the first has to look at the time before the start, the other at time after it only.</summary>
    static BeforeAndAfter? VisitsOf((DateOnly Day, decimal Value)[] series, DateOnly? started)
    {
        var later = started is { } start ? Array.FindIndex(series, visits => visits.Day >= start.AddMonths(3)) : -1;
        return later > 0 && series[0].Day <= started!.Value.AddMonths(1) ? new(InstrumentIds.GpVisits, series[0].Value, series[later].Value) : null;
    }

    /// <summary>By the first answer that was given from that moment on and before the next one.</summary>
    bool IsActive(int month, DateOnly? started)
    {
        if (started is not { } start)
        {
            return false;
        }

        var next = Months.Append(MonthsAfterTheLast).First(later => later > month);
        return scores.FirstOrDefault(score => score.Measure == InstrumentIds.StillActive && score.Day >= start.AddMonths(month) && score.Day < start.AddMonths(next)).Value == 1;
    }
}
