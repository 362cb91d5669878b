using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions;
using Workflows.Functions.Settings;

namespace Workflows.Infra.Tests;

/// <summary>What the app asks of its surroundings.</summary>
static class AppSettings
{
    /// <summary>All that it reads, whether it is set or not.</summary>
    public static IReadOnlyCollection<Setting> Read { get; } = ReadByAllFeatures();

    /// <summary>Its code.</summary>
    public static string Code { get; } = string.Concat(Repository.Files("src/Workflows.Functions", "*.cs").Select(Repository.Read));

    /// <summary>What it asks of the Functions host.</summary>
    public static string Host { get; } = Repository.Read("src/Workflows.Functions/host.json");

    static IReadOnlyCollection<Setting> ReadByAllFeatures()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Production" });
        FunctionsApplication.CreateBuilder(["--LocalSettings:File", ""]).AddFeatures(reader);
        return reader.Read;
    }
}
