using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Infra.Tests.Pipelines;
using Workflows.Infra.Tests.Walk;
using Workflows.Referrals.Timeline;

namespace Workflows.Infra.Tests;

/// <summary>What can be told of the README's deployment without Azure: that it runs to its end, and that what it names is there.</summary>
public sealed partial class The_deployment_walk
{
    static readonly Lazy<Task<DeploymentWalk>> Walked = new(DeploymentWalk.RunAsync);

    [LinuxFact]
    public async Task Signs_in_deploys_publishes_fills_the_directory_and_refers()
    {
        string[] steps = ["az login", "az deployment group create", "az keyvault secret set", "az functionapp deployment source config-zip", "/api/health", "/api/directory", "/api/referrals"];
        var calls = (await Walked.Value).Calls.Select(call => string.Join(' ', call)).ToList();

        var places = steps.Select(step => calls.FindIndex(call => call.Contains(step, StringComparison.Ordinal))).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("Bearer a-key-that-was-made", calls[places[^1]], StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Asks_the_templates_for_what_they_answer()
    {
        var outputs = (await Templates.AsTheyAre()).File("main.bicep").Outputs.Select(output => output.Name).ToList();

        var asked = (await Walked.Value).Calls.SelectMany(call => call).SelectMany(argument => Output().Matches(argument)).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Contains("functionAppName", asked);
        Assert.Subset(outputs.ToHashSet(), asked.ToHashSet());
    }

    [LinuxFact]
    public async Task Sets_what_the_parameter_files_cannot_be_without()
    {
        var needed = (await Templates.AsTheyAre()).Files.Where(file => file.IsParameters).SelectMany(file => Needed().Matches(file.Root.Text)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Contains("MAIL_FROM", needed);
        Assert.Subset((await Walked.Value).Environment.ToHashSet(), needed);
    }

    [LinuxFact]
    public async Task Puts_the_secrets_into_the_vault_that_the_app_reads_there()
    {
        var put = (await Walked.Value).Calls.Where(call => call is ["az", "keyvault", "secret", "set", ..]).Select(call => call[call.ToList().IndexOf("--name") + 1]);
        var read = Secret().Matches((await Templates.AsTheyAre()).File("modules/function-app.bicep").Root.Text).Select(match => match.Groups[1].Value);

        Assert.Equal(read.Except(["TwilioAuthToken"]).Append("dossier-master-key").Order(), put.Order());   // no SMS without an account
    }

    [LinuxFact]
    public async Task Hands_over_files_that_are_there_and_JSON_that_is_JSON()
    {
        var walk = await Walked.Value;
        var files = walk.Calls.SelectMany(call => call).Where(argument => argument.StartsWith('@')).Select(argument => argument[1..]).Distinct().ToList();

        Assert.True(files.Count >= 5, string.Join(' ', files));
        Assert.All(files, file => JsonDocument.Parse(walk.Read(file)).Dispose());
        Assert.All(walk.Calls.SelectMany(call => call).Where(argument => argument.StartsWith('{')), json => JsonDocument.Parse(json).Dispose());
        Assert.All(files, file => Assert.DoesNotContain('%', walk.Read(file)));
    }

    [Fact]
    public void Makes_a_role_in_Entra_ID_of_each_that_people_have() => Assert.Equal(
        Enum.GetValues<Role>().Except([Role.Client, Role.System, Role.Process]).Select(Code.Of).Order(StringComparer.Ordinal),
        JsonDocument.Parse(Repository.Read("infra-bicep/entra/app-roles.json")).RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString()!).Order(StringComparer.Ordinal));

    /// <summary>A variable that is missing in the table is missing in the environment.</summary>
    [Fact]
    public void Lists_the_variables_of_the_pipeline() => Assert.Equal(
        Pipeline.All.SelectMany(pipeline => Variable().Matches(pipeline.Text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
        Row().Matches(Repository.Read("README.md").Split("| variable of the environment |")[1]).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"properties\.outputs\.(\w+)")]
    private static partial Regex Output();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'\)")]
    private static partial Regex Needed();

    [GeneratedRegex(@"secrets/(\w+)\)")]
    private static partial Regex Secret();

    [GeneratedRegex(@"\bvars\.(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z_]+)`")]
    private static partial Regex Name();
}
