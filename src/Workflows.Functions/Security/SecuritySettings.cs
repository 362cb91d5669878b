using Workflows.Functions.Settings;

namespace Workflows.Functions.Security;

/// <summary>Who is believed about who calls.</summary>
/// <param name="AppServiceAuthentication">Setting <c>WEBSITE_AUTH_ENABLED</c>, which App Service sets itself: it signs people in, and takes its header away from everybody else.</param>
sealed record SecuritySettings(bool AppServiceAuthentication)
{
    public static SecuritySettings Read(SettingsReader settings) =>
        new(settings.Optional("WEBSITE_AUTH_ENABLED", SettingFormats.Flag) is { } flag && bool.Parse(flag));
}
