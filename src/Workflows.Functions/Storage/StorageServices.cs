using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Storage;

/// <summary>The stores of referrals; see <see cref="StorageSettings"/>.</summary>
static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, SettingsReader settings)
    {
        var storage = StorageSettings.Read(settings);
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => Tables.Open(storage.Account, () => new DefaultAzureCredential(), storage.TablePrefix))
            .AddSingleton(provider => new PendingMarks(provider.GetRequiredService<Tables>().Pending, TimeProvider.System))
            .AddSingleton<TimelineStore>()
            .AddSingleton<ListStore>()
            .AddSingleton(_ => MasterKeyOf(settings.IsDevelopment, storage))
            .AddSingleton<DataKeys>()
            .AddSingleton<DossierStore>()
            .AddSingleton<KeyedHash>()
            .AddSingleton<ErasureList>()
            .AddSingleton<SubmissionStore>()
            .AddSingleton<SameClientStore>()
            .AddHostedService<StorageStart>();
    }

    /// <summary>A file in Development, a vault elsewhere: dossiers must have a key that is kept apart from them.</summary>
    public static IMasterKey MasterKeyOf(bool development, StorageSettings storage) => development
        ? new LocalMasterKey(storage.MasterKeyFile)
        : new KeyVaultMasterKey(new SecretClient(storage.KeyVault, new DefaultAzureCredential()), storage.MasterKeySecret, TimeProvider.System);
}
