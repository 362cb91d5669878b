using Workflows.Functions.Settings;
using Workflows.Infra.Tests.Bicep;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Settings that the app reads and nobody sets, that are set and nobody reads, and secrets that are set otherwise than by Key Vault.</summary>
static class SettingCheck
{
    /// <summary>Read by the Functions host, App Service or a library, not by the app.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfOthers = new Dictionary<string, string>
    {
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "the host: where its logs and the app's go",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "the host: with which identity",
        ["AzureWebJobsDisableHomepage"] = "the host: no page of its own at the root",
        ["AzureWebJobsStorage__accountName"] = "the host: its own storage",
        ["AzureWebJobsStorage__credential"] = "the host",
        ["AzureWebJobsStorage__clientId"] = "the host",
        ["AZURE_CLIENT_ID"] = "Azure.Identity: which identity the app has",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "App Service Authentication",
        ["ServiceBusConnection__credential"] = "the Service Bus trigger",
        ["ServiceBusConnection__clientId"] = "the Service Bus trigger",
    };

    /// <summary>Left alone in Azure, on purpose.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotInAzure = new Dictionary<string, string>
    {
        ["AzureWebJobsStorage"] = "holds a key; AzureWebJobsStorage__accountName does not",
        ["ServiceBusConnection"] = "holds a key; ServiceBusConnection__fullyQualifiedNamespace does not",
        ["TablePrefix"] = "the account is the app's alone",
        ["MasterKeyFile"] = "Development only",
        ["MasterKeySecret"] = "its usual name will do",
        ["RateLimits"] = "outside Development they cannot be turned off",
        ["SmallestCount"] = "its usual number will do",
        ["SendGridHost"] = "SendGrid itself",
        ["TwilioHost"] = "Twilio itself",
        ["WEBSITE_AUTH_ENABLED"] = "App Service sets it",
        ["WEBSITE_HOSTNAME"] = "App Service sets it",
        ["LocalPages__GpInboxSecret"] = "Development only",
    };

    public static IEnumerable<string> Find(Templates templates, IReadOnlyCollection<Setting> read)
    {
        var set = Set(templates);
        return read.Where(setting => !set.ContainsKey(setting.Name) && !NotInAzure.ContainsKey(setting.Name)).Select(setting => $"the app reads {setting.Name}, and no template sets it")
            .Concat(set.Keys.Where(name => !OfOthers.ContainsKey(name) && read.All(setting => setting.Name != name)).Select(name => $"{name} is set, and nobody reads it"))
            .Concat(set.Keys.Where(NotInAzure.ContainsKey).Select(name => $"{name} is set, though {NotInAzure[name]}"))
            .Concat(read.Where(setting => setting.IsSecret && set.TryGetValue(setting.Name, out var value) && !IsReference(value)).Select(setting => $"{setting.Name} is a secret and no reference to Key Vault"));
    }

    /// <summary>What the app's configuration is made of.</summary>
    public static IReadOnlyDictionary<string, BicepValue> Set(Templates templates)
    {
        var file = templates.File("modules/function-app.bicep");
        var parts = file.Resources.Single(resource => resource.Name == "settings").Body.Property("properties")!.Value.Node;
        return parts.Everything().Where(node => node.Type == "identifier").Skip(1)   // the first is union
            .SelectMany(part => Objects(file.Variables.Single(variable => variable.Name == part.Text).Value))
            .SelectMany(part => part.Properties).ToDictionary(property => property.Name!, property => property.Value);
    }

    static IEnumerable<BicepObject> Objects(BicepValue value) => value switch
    {
        BicepObject one => [one],
        BicepChoice choice => choice.Options.SelectMany(Objects),
        _ => [],
    };

    /// <summary>The referrals' tables are an address, with which nobody gets in.</summary>
    static bool IsReference(BicepValue value) =>
        value.Node.Unquoted().StartsWith("@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/", StringComparison.Ordinal) || value.Node.Text == "referralTableEndpoint";
}
