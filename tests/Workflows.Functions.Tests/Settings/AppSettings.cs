using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Tests.Settings;

/// <summary>The settings of the whole app, as it composes itself.</summary>
static class AppSettings
{
    public static string Root { get; } = FindRoot();

    /// <summary>What an app in Azure is given; no value is a real one.</summary>
    public static Dictionary<string, string?> Complete => new()
    {
        ["ReferralStorage"] = "https://referrals.table.core.windows.net",
        ["KeyVaultUri"] = "https://vault.vault.azure.net",
        ["ServiceBusConnection__fullyQualifiedNamespace"] = "bus.servicebus.windows.net",
        ["SendGridKey"] = "SG.a-secret",
        ["MailFrom"] = "noreply@welzijn.example",
        ["PublicUrl"] = "https://app.example",
    };

    /// <summary>The reader after every feature has read its settings, for what it noted.</summary>
    public static SettingsReader ReadBy(IReadOnlyDictionary<string, string?> given, string environment = "Production")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(given.Select(entry => KeyValuePair.Create(entry.Key.Replace("__", ":", StringComparison.Ordinal), entry.Value))).Build();
        var reader = new SettingsReader(configuration, new HostingEnvironment { EnvironmentName = environment });
        Builder().AddFeatures(reader);
        return reader;
    }

    static FunctionsApplicationBuilder Builder() => FunctionsApplication.CreateBuilder(["--LocalSettings:File", ""]);

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
