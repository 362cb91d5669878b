using System.Globalization;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages.Administer;

/// <summary>A practice and what was agreed with it.</summary>
/// <param name="Agb">The practice's AGB code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pathway">The pathway version of new referrals, as it is posted; null without an agreement.</param>
/// <param name="Callback">The host of the system that gets feedback; null without one.</param>
/// <param name="Email">Where feedback is announced; null without an address.</param>
/// <param name="Deputies">Who stands in, by name.</param>
/// <param name="Hour">The consultation hour in words; null without one.</param>
/// <param name="Version">What the page was shown of.</param>
public sealed record AgreementItem(string Agb, string Name, string? Pathway, string? Callback, string? Email, IReadOnlyList<string> Deputies, string? Hour, string Version)
{
    internal static AgreementItem Of(Practice practice, Agreement? agreement, Organisation organisation, string version, Language language) => new(
        practice.Agb,
        practice.Name,
        agreement is null ? null : PathwayItem.VersionOf(agreement.Pathway.Id, agreement.Pathway.Version),
        agreement?.Feedback.Callback?.Url.Host,
        agreement?.Feedback.Email,
        [.. (agreement?.Deputies ?? []).Select(deputy => organisation.Worker(deputy)?.Name ?? deputy)],
        agreement?.ConsultationHour is { } hour ? HourOf(hour, language) : null,
        version);

    static string HourOf(PracticeHour hour, Language language) => PageTexts.Of(
        typeof(AgreementItem), "Hour", language,
        language.Culture.DateTimeFormat.GetDayName(hour.Weekday), hour.From.ToString("HH:mm", CultureInfo.InvariantCulture), hour.Until.ToString("HH:mm", CultureInfo.InvariantCulture), hour.SlotMinutes, hour.Location);
}
