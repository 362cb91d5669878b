using Workflows.Functions.Settings;

namespace Workflows.Functions.Pages.Refer;

/// <summary>How the referral form is offered.</summary>
/// <param name="IsOpen">Setting <c>OpenReferralForm</c>: whether somebody may refer without signing in, as from a page of the practice's own site. Closed unless it is <c>true</c>.</param>
sealed record ReferSettings(bool IsOpen)
{
    public static ReferSettings Read(SettingsReader settings) => new(settings.Optional("OpenReferralForm", SettingFormats.Flag) is { } open && bool.Parse(open));
}
