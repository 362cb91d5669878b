using System.Globalization;
using Workflows.Functions.Settings;
using Workflows.Referrals.Insights.Disclosure;

namespace Workflows.Functions.Insights;

/// <summary>What people outside an organisation may read.</summary>
/// <param name="SmallestCount">Setting <c>SmallestCount</c>: smaller counts are hidden from them, with all from which they could be computed.</param>
sealed record InsightsSettings(int SmallestCount)
{
    public static InsightsSettings Read(SettingsReader settings) => new(
        settings.Optional("SmallestCount", SettingFormats.SmallestCount) is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : DisclosureControl.UsualThreshold);
}
