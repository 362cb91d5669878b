using Workflows.Functions.Settings;
using Workflows.Infra.Tests.Checks;

namespace Workflows.Infra.Tests;

/// <summary>Every check finds what it is there for, in a copy with one thing broken.</summary>
public sealed class When_a_template_is_broken
{
    const string Declared = "src/Workflows.Functions/servicebus.json";

    [Theory]
    [InlineData("main.bicep", "location: location", "location = location", "cannot be read")]
    [InlineData("main.prod.bicepparam", "param storageSku = ", "param storageSku = = ", "cannot be read")]
    public async Task What_is_no_Bicep_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, SyntaxCheck.Find(await Templates.With(path, old, broken)));

    [Theory]
    [InlineData("main.bicep", "${take(suffix, 6)}", "${take(sufix, 6)}", "nothing declares sufix")]
    [InlineData("main.bicep", "empty(publicUrl)", "isEmpty(publicUrl)", "nothing declares isEmpty")]
    [InlineData("modules/alerts.bicep", "people.id", "somebody.id", "nothing declares somebody")]
    [InlineData("modules/identity.bicep", "tags: tags", "tags: {}", "nothing uses tags")]
    public async Task A_name_that_is_not_there_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, NameCheck.Find(await Templates.With(path, old, broken)));

    [Theory]
    [InlineData("main.bicep", "modules/identity.bicep", "modules/identities.bicep", "there is no modules/identities.bicep")]
    [InlineData("main.bicep", "    mailFrom: mailFrom\n", "", "needs mailFrom")]
    [InlineData("main.bicep", "    vaultUri: ", "    vault: ", "has no parameter vault")]
    [InlineData("main.bicep", "network!.outputs.appSubnetId", "network!.outputs.subnetId", "has no output subnetId")]
    [InlineData("main.prod.bicepparam", "param mailFrom", "param mailSender", "has no parameter mailSender")]
    [InlineData("main.dev.bicepparam", "param mailFrom", "param publicUrI", "needs mailFrom")]
    public async Task A_module_that_does_not_fit_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, ModuleCheck.Find(await Templates.With(path, old, broken)));

    [LinuxTheory]
    [InlineData("modules/storage-account.bicep", "Microsoft.Storage/storageAccounts@", KnownSchemas.NoType + "@", "there is no such type")]
    [InlineData("modules/storage-account.bicep", "Accounts@2025-01-01", "Accounts@2021-01-01", "API version 2021-01-01 is not 2025-01-01")]
    [InlineData("modules/alerts.bicep", "metricAlerts@2018-03-01", "metricAlerts@2018-03-02", "API version 2018-03-02 is not 2018-03-01")]
    [InlineData("modules/storage-account.bicep", "  kind: 'StorageV2'\n", "", "kind is missing")]
    [InlineData("modules/storage-account.bicep", "'TLS1_2'", "'TLS12'", "'TLS12' is not")]
    [InlineData("modules/storage-account.bicep", "allowSharedKeyAccess: false", "allowSharedKeys: false", "allowSharedKeys is unknown")]
    [InlineData("modules/storage-account.bicep", "allowSharedKeyAccess: false", "creationTime: 'today'", "creationTime is read-only")]
    [InlineData("modules/storage-account.bicep", "isPrivate ? 'Disabled' : 'Enabled'", "isPrivate ? 'Off' : 'Enabled'", "'Off' is not")]
    [InlineData("modules/service-bus.bicep", "requiresDuplicateDetection: true", "requiresDuplicateDetection: 'yes'", "'yes' is not bool")]
    [InlineData("modules/function-app.bicep", "instanceCount: alwaysReadyInstances", "instances: alwaysReadyInstances", "instances is unknown in FunctionsAlwaysReadyConfig")]
    [InlineData("modules/function-app.bicep", "name: 'authsettingsV2'", "name: 'authsettingsV3'", "no form of it has this name")]
    [InlineData("modules/function-app.bicep", "unauthenticatedClientAction:", "unauthenticatedAction:", "unauthenticatedAction is unknown")]
    [InlineData("modules/network.bicep", "delegations: [", "subnetDelegations: [", "subnetDelegations is unknown")]
    [InlineData("modules/private-endpoint.bicep", "groupIds: [", "groupIds: {}\n          tags: [", "an object is not string[]")]
    public async Task A_resource_that_Azure_does_not_know_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, SchemaCheck.Find(await Templates.With(path, old, broken), await KnownSchemas.ByType()));

    [Theory]
    [InlineData("  MailFrom: mailFrom\n", "", "the app reads MailFrom, and no template sets it")]
    [InlineData("  MailFrom: mailFrom\n", "  MailFrom: mailFrom\n  MailTo: mailFrom\n", "MailTo is set, and nobody reads it")]
    [InlineData("  ReferralStorage: ", "  AzureWebJobsStorage: hostStorageName\n  ReferralStorage: ", "AzureWebJobsStorage is set, though ")]
    [InlineData("'@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/SendGridKey)'", "mailFrom", "SendGridKey is a secret")]
    [InlineData("'@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/TwilioAuthToken)'", "'token'", "TwilioAuthToken is a secret")]
    public async Task A_setting_that_does_not_fit_the_code_is_found(string old, string broken, string finding) =>
        AssertFinds(finding, SettingCheck.Find(await Templates.With("modules/function-app.bicep", old, broken), AppSettings.Read));

    [Fact]
    public async Task A_new_setting_of_the_code_is_found() => AssertFinds(
        "the app reads Fresh, and no template sets it",
        SettingCheck.Find(await Templates.AsTheyAre(), [.. AppSettings.Read, new Setting("Fresh", "always", "a text", IsSecret: false)]));

    [Theory]
    [InlineData("main.bicep", "      'Timeline'\n", "", "the app uses the table Timeline")]
    [InlineData("main.bicep", "      'Timeline'\n", "      'Timeline'\n      'Rubbish'\n", "main.bicep makes the table Rubbish")]
    [InlineData("modules/service-bus.bicep", "Workflows.Functions/servicebus.json", "LocalRuntime/servicebus.json", "does not load servicebus.json")]
    [InlineData("modules/service-bus.bicep", "queue.maxDeliveryCount", "10", "maxDeliveryCount of a queue")]
    public async Task A_table_or_queue_that_does_not_fit_the_code_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, EntityCheck.Find(await Templates.With(path, old, broken), Repository.Read(Declared)));

    [Theory]
    [InlineData("\"referral-intake\"", "\"intake\"", "a function receives from the queue referral-intake")]
    [InlineData("\"maxDeliveryCount\": 10, ", "\"maxDeliveryCount\": 10, \"lockDuration\": \"PT5M\", ", "lockDuration of a queue")]
    public async Task A_declaration_of_the_bus_that_is_not_made_is_found(string old, string broken, string finding) =>
        AssertFinds(finding, EntityCheck.Find(await Templates.AsTheyAre(), Repository.Read(Declared).Replace(old, broken, StringComparison.Ordinal)));

    [Theory]
    [InlineData("modules/key-vault.bicep", "  scope: vault\n  name: guid", "  name: guid", "reads holds for the whole resource group")]
    [InlineData("modules/key-vault.bicep", "name: guid(vault.id, principalId, secretsUser)", "name: guid(principalId)", "reads is not named after")]
    [InlineData("modules/key-vault.bicep", "4633458b-17de-408a-b874-0445c86b69e6", "00482a5a-887f-4fb3-b363-3b7fe8e74483", "is no role for data")]
    public async Task A_right_that_is_too_wide_is_found(string path, string old, string broken, string finding) =>
        AssertFinds(finding, RoleCheck.Find(await Templates.With(path, old, broken)));

    [Theory]
    [InlineData("value: 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${key}'")]
    [InlineData("value: account.listKeys().keys[0].value")]
    [InlineData("value: 'Endpoint=sb://bus;SharedAccessKeyName=a;SharedAccessKey=b'")]
    [InlineData("@secure()")]
    [InlineData("password: 'welcome'")]
    [InlineData("key: 'SG.abcdefghijklmnopqrstuv'")]
    [InlineData("master: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='")]
    public void A_secret_is_found(string line) => AssertFinds("some.bicep:2: holds or hands on a secret", SecretCheck.Find("some.bicep", $"param a string\n{line}\n"));

    [Theory]
    [InlineData("name: 'silence'", "name: 'quiet'", "the alert quiet has no page")]
    [InlineData("name: 'silence'", "name: 'quiet'", "the page silence belongs to no alert")]
    [InlineData("/dead-letters.md", "/letters.md", "the alert letters has no page")]
    [InlineData("Operations were measured", "Everything was measured", "an alert waits for 'Everything was measured'")]
    public async Task An_alert_that_leads_nowhere_is_found(string old, string broken, string finding) =>
        AssertFinds(finding, AlertCheck.Find(await Templates.With("modules/alerts.bicep", old, broken), Runbooks.Names, AppSettings.Code, AppSettings.Host));

    [Fact]
    public async Task An_alert_whose_words_may_be_dropped_is_found() => AssertFinds(
        "host.json lets rows of AppRequests be dropped",
        AlertCheck.Find(await Templates.AsTheyAre(), Runbooks.Names, AppSettings.Code, AppSettings.Host.Replace("Request;", "", StringComparison.Ordinal)));

    static void AssertFinds(string finding, IEnumerable<string> findings) => Assert.Contains(findings, found => found.Contains(finding, StringComparison.Ordinal));
}
