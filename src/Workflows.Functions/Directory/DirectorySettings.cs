using Workflows.Functions.Settings;

namespace Workflows.Functions.Directory;

/// <summary>What the sample directory needs, in Development on the first start only.</summary>
/// <param name="HostName">Setting <c>WEBSITE_HOSTNAME</c>, which the host sets itself: where the sample GP system listens.</param>
/// <param name="GpInboxSecret">Setting <c>LocalPages__GpInboxSecret</c>: what the sample GP system shares with us.</param>
sealed record DirectorySettings(string? HostName, string? GpInboxSecret)
{
    public static DirectorySettings Read(SettingsReader settings) => new(
        settings.Optional("WEBSITE_HOSTNAME", SettingFormats.HostAndPort),
        settings.Optional("LocalPages__GpInboxSecret", SettingFormats.Secret));
}
