using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Deadlines;

/// <summary>What a <see cref="Term"/> counts.</summary>
[JsonConverter(typeof(EnumAsText<TermUnit>))]
public enum TermUnit
{
    /// <summary>Working days of a <see cref="WorkCalendar"/>.</summary>
    WorkingDays,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks of seven calendar days.</summary>
    Weeks,

    /// <summary>Calendar months; the last day of a shorter month stands for a day that it lacks.</summary>
    Months,

    /// <summary>Calendar years; 28 February stands for 29 February in a year without it.</summary>
    Years,
}
