using System.Globalization;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Simulation;

/// <summary>A simulated organisation with its practices and neighbourhoods, where people are measured and now and then somebody makes a mistake.</summary>
sealed record Place(string Organisation, string[] Practices, string[] Neighbourhoods)
{
    static readonly string[] Reasons = ["Z01", "Z15", "Z29", "P03", "P76", "A04"];

    /// <summary>The two organisations of the simulated year.</summary>
    public static Place[] Two { get; } =
    [
        new("welzijn-zuid", ["01999901", "01999902", "01999904"], ["3011", "3012", "3013", "3014"]),
        new("buurtwerk-noord", ["01999903", "01999905"], ["1021", "1022", "1023"]),
    ];

    /// <summary>Everybody who was referred to both in a year of the simulation, each followed to the end.</summary>
    /// <param name="referrals">How many at each place.</param>
    /// <param name="seed">What decides who does what.</param>
    public static IReadOnlyList<Life> Year(int referrals, ulong seed) =>
        [.. Two.Index().SelectMany(place => Enumerable.Range(0, referrals).Select(number => Life.Of((place.Index * referrals) + number, seed, [], place.Item)))];

    /// <summary>Somebody who is referred; most live in the first neighbourhoods.</summary>
    public Profile Somebody(ref Chance chance, string pathway) => Profile.Of(
        chance.In100(2) ? null : 18 + chance.Below(75),
        chance.In100(3) ? null : Neighbourhoods[chance.Below(1 + chance.Below(Neighbourhoods.Length))],
        chance.In100(1) ? [] : [Reasons[chance.Below(Reasons.Length)]],
        pathway);

    /// <summary>What is entered beside the process, by whom and after which time; null when nothing is.</summary>
    public static (Role By, ReferralCommand Command, TimeSpan Wait)? Records(ref Chance chance, Referral referral, DateTimeOffset now) => referral.Status switch
    {
        ReferralStatus.Cancelled or ReferralStatus.Rejected when chance.In100(15) => (Role.Coordinator, new MarkEnteredInError(ErrorReason.Test), chance.Hours(1, 300)),
        ReferralStatus.InSupport when referral.Support is { Arrangement: not null, Attended: null } => (Role.Worker, new RecordAttendance(chance.In100(70)), chance.Hours(50, 500)),
        ReferralStatus.InSupport when chance.In100(40) => (Role.Coordinator, Measured(ref chance, referral, now), chance.Hours(1, 500)),
        ReferralStatus.Completed when chance.In100(75) => (Role.Coordinator, Measured(ref chance, referral, now), chance.Hours(500, 4000)),
        _ => null,
    };

    /// <summary>One of the pathway's instruments; the answers become a little better in time.</summary>
    static RecordMeasurement Measured(ref Chance chance, Referral referral, DateTimeOffset now)
    {
        var instrument = Instruments.Find(referral.Pathway.Instruments[chance.Below(referral.Pathway.Instruments.Count)])!;
        var (least, range) = (instrument.Least, Math.Min(instrument.Most, 12) - instrument.Least + 1);
        var later = now - referral.Support!.StartedAt > TimeSpan.FromDays(60);
        var answers = new int?[instrument.Items.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            var (one, other) = (least + chance.Below(range), least + chance.Below(range));
            answers[i] = chance.In100(1) ? null : later == instrument.HigherIsBetter ? Math.Max(one, other) : Math.Min(one, other);
        }

        return new(instrument.Id, string.Create(CultureInfo.InvariantCulture, $"measurement!{referral.Sequence}"), instrument.Measure([.. answers]).Score);
    }
}
