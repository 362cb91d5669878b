using Workflows.Functions.Settings;

namespace Workflows.Functions.Storage;

/// <summary>Where referrals are kept, and where the key of their dossiers is.</summary>
/// <param name="Account">Setting <c>ReferralStorage</c>, else <c>AzureWebJobsStorage</c>, the host's own.</param>
/// <param name="TablePrefix">Setting <c>TablePrefix</c>: lets several apps share one account.</param>
/// <param name="MasterKeyFile">Setting <c>MasterKeyFile</c>, in Development only; else one in the developer's own application data.</param>
/// <param name="KeyVault">Setting <c>KeyVaultUri</c>; null in Development only.</param>
/// <param name="MasterKeySecret">Setting <c>MasterKeySecret</c>: its name in the vault.</param>
sealed record StorageSettings(string Account, string TablePrefix, string MasterKeyFile, Uri? KeyVault, string MasterKeySecret)
{
    /// <summary>Outside the repository and its output: emptying those must not make the dossiers of the local storage unreadable.</summary>
    static string DevelopersKey => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Workflows", "master.key");

    public static StorageSettings Read(SettingsReader settings)
    {
        var own = settings.Optional("ReferralStorage", SettingFormats.Storage);
        var host = settings.Find("AzureWebJobsStorage", SettingFormats.Storage, settings.Without("ReferralStorage"));
        return new(
            own ?? host!,
            settings.Optional("TablePrefix", SettingFormats.TablePrefix) ?? "",
            settings.Optional("MasterKeyFile", SettingFormats.FilePath) ?? DevelopersKey,
            settings.Find("KeyVaultUri", SettingFormats.HttpsAddress, settings.OutsideDevelopment),
            settings.Optional("MasterKeySecret", SettingFormats.SecretName) ?? "dossier-master-key");
    }
}
