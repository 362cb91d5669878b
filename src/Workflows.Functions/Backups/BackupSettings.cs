using Workflows.Functions.Settings;

namespace Workflows.Functions.Backups;

/// <summary>Where backups go.</summary>
/// <param name="Storage">Setting <c>BackupStorage</c>: the address of a blob service, in Development also a folder; without it no backups are made.</param>
sealed record BackupSettings(string? Storage)
{
    public static BackupSettings Read(SettingsReader settings) => new(settings.Optional("BackupStorage", SettingFormats.BackupPlace(settings.IsDevelopment)));
}
