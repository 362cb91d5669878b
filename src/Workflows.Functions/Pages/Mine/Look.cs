using Workflows.Functions.Audit;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Mine;

/// <summary>One time that somebody looked at a client's data, did something with them, or wanted to.</summary>
/// <param name="At">When.</param>
/// <param name="Who">By name, or by what that one is.</param>
/// <param name="What">What was done or wanted.</param>
/// <param name="IsRefused">Whether it was not let through.</param>
public sealed record Look(DateTimeOffset At, string Who, string What, bool IsRefused)
{
    const string Command = "command.";

    internal static Look Of(AccessShown shown, Language language)
    {
        var role = shown.Role is Role.Process ? PageTexts.Of(typeof(Look), "Looked.Process", language) : PageTexts.Of(typeof(Page), $"Role.{shown.Role}", language);
        var known = shown.Event.StartsWith(Command, StringComparison.Ordinal) ? "command.given" : shown.Event;
        return new(
            shown.At,
            shown.Name is null ? char.ToUpperInvariant(role[0]) + role[1..] : $"{shown.Name} ({role})",
            PageTexts.Find(typeof(Look), $"Event.{known}", language) ?? shown.Event,
            shown.Refusal is not null);
    }

    /// <summary>The same by the same person on the same day is one line, with how often.</summary>
    internal static IReadOnlyList<TimelineItem> ByDay(IEnumerable<Look> looks, Language language) =>
    [
        .. from look in looks
           group look by (Day: AmsterdamTime.DayOf(look.At), look.Who, look.What, look.IsRefused) into same
           let often = same.Count() > 1 ? $"{same.Key.What} {PageTexts.Of(typeof(Look), "Looked.Often", language, same.Count())}" : same.Key.What
           select new TimelineItem(same.First().At, same.Key.Who) { Detail = same.Key.IsRefused ? $"{often}\n{PageTexts.Of(typeof(Look), "Looked.Refused", language)}" : often },
    ];
}
