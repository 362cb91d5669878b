using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Backups;

/// <summary>Backups and restores; see <see cref="BackupSettings"/>. Needs storage and the audit log.</summary>
static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services, SettingsReader settings)
    {
        var backups = BackupSettings.Read(settings);
        return services
            .AddSingleton(backups)
            .AddSingleton(_ => BackupPlace.Open(backups.Storage ?? throw new InvalidOperationException("The setting BackupStorage is missing."), () => new DefaultAzureCredential()))
            .AddSingleton(provider => new Lazy<BackupPlace>(provider.GetRequiredService<BackupPlace>))
            .AddSingleton<AppUse>()
            .AddSingleton<BackupDesk>();
    }
}
