using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Storage;

/// <summary>
/// Settings: <c>ReferralStorage</c> (else <c>AzureWebJobsStorage</c>), <c>TablePrefix</c>; in Development <c>MasterKeyFile</c>
/// (else one in the developer's own application data), elsewhere <c>KeyVaultUri</c> and <c>MasterKeySecret</c> (else <c>dossier-master-key</c>).
/// </summary>
static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => Tables.Open(
                configuration["ReferralStorage"] ?? configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException("Set ReferralStorage or AzureWebJobsStorage."),
                () => new DefaultAzureCredential(),
                configuration["TablePrefix"] ?? ""))
            .AddSingleton(provider => new PendingMarks(provider.GetRequiredService<Tables>().Pending, TimeProvider.System))
            .AddSingleton<TimelineStore>()
            .AddSingleton<ListStore>()
            .AddSingleton(provider => MasterKeyOf(provider.GetRequiredService<IHostEnvironment>(), configuration))
            .AddSingleton<DataKeys>()
            .AddSingleton<DossierStore>()
            .AddSingleton<KeyedHash>()
            .AddSingleton<SubmissionStore>()
            .AddSingleton<SameClientStore>()
            .AddHostedService<StorageStart>();
    }

    /// <summary>Outside the repository and its output: emptying those must not make the dossiers of the local storage unreadable.</summary>
    static string DevelopersKey => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Workflows", "master.key");

    /// <exception cref="InvalidOperationException">Not Development, and no vault is named: dossiers would have no key that is kept apart from them.</exception>
    public static IMasterKey MasterKeyOf(IHostEnvironment environment, IConfiguration configuration) =>
        environment.IsDevelopment()
            ? new LocalMasterKey(configuration["MasterKeyFile"] ?? DevelopersKey)
        : configuration["KeyVaultUri"] is { Length: > 0 } vault
            ? new KeyVaultMasterKey(new SecretClient(new Uri(vault), new DefaultAzureCredential()), configuration["MasterKeySecret"] ?? "dossier-master-key", TimeProvider.System)
            : throw new InvalidOperationException("Set KeyVaultUri: outside Development the master key of the dossiers comes from Azure Key Vault.");
}
