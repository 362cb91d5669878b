using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What somebody fills in where a free slot can be chosen and another day and time be typed. Of two moments neither is taken: only who filled it in knows which was meant.</summary>
/// <param name="slot">The field of the slots.</param>
/// <param name="form">What was filled in.</param>
sealed class TypedMoment(string slot, IFormCollection form)
{
    /// <summary>The slot that is none of the consultation hour's, and the group of fields of that other moment.</summary>
    public const string Other = "other";

    public const string Day = "day";
    public const string Time = "time";

    /// <summary>Whether a slot was chosen and something else was typed as well.</summary>
    public bool IsTwofold => IsSlot && IsTyped;

    /// <summary>As the API wants it; what cannot be understood as it is, to be refused there; null for none or two.</summary>
    public string? Value =>
        IsTwofold ? null
        : IsSlot ? form[slot].ToString()
        : !IsTyped ? null
        : TypedDates.DayOf(form[Day]) is { } day && TypedDates.TimeOf(form[Time]) is { } time ? AmsterdamTime.At(day, time).ToString("O", CultureInfo.InvariantCulture)
        : $"{form[Day]} {form[Time]}";

    /// <summary>The field that is wrong when something is.</summary>
    public string Field =>
        IsTwofold ? Other
        : IsSlot || !IsTyped && form[slot] != Other ? slot
        : TypedDates.DayOf(form[Day]) is not null && TypedDates.TimeOf(form[Time]) is null ? Time
        : Day;

    bool IsSlot => form[slot].ToString() is not ("" or Other);

    bool IsTyped => !string.IsNullOrWhiteSpace(form[Day]) || !string.IsNullOrWhiteSpace(form[Time]);
}
