using Workflows.Infra.Tests.Checks;
using Workflows.Infra.Tests.Pipelines;

namespace Workflows.Infra.Tests;

/// <summary>Every check finds what it is there for, in a copy with one thing broken.</summary>
public sealed class When_a_pipeline_is_broken
{
    [Theory]
    [InlineData("needs: package", "needs: parcel", "needs job \"parcel\" which does not exist")]
    [InlineData("${{ inputs.environment }}", "${{ inputs.environmnt }}", "property \"environmnt\" is not defined")]
    [InlineData("timeout-minutes: 60", "timeout-hours: 1", "unexpected key \"timeout-hours\"")]
    public async Task What_GitHub_would_refuse_is_found(string old, string broken, string finding) =>
        AssertFinds(finding, await PipelineLinter.FindAsync([Pipeline.With("deploy.yml", old, broken)]));

    [Theory]
    [InlineData("f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca # v3.0.1", "v3.0.1", "azure/login@v3.0.1 is not pinned")]
    [InlineData("f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca # v3.0.1", "f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca", "is not pinned to a commit with its version")]
    [InlineData("permissions:\n  contents: read\n", "permissions: write-all\n", "may more than read the code")]
    [InlineData("actions: read", "packages: write", "a job asks for packages: write")]
    [InlineData("persist-credentials: false", "persist-credentials: true", "leaves its credentials behind")]
    [InlineData("--name \"$APP\"", "--name ${{ steps.templates.outputs.app }}", "${{ steps.templates.outputs.app }} stands in a script")]
    [InlineData("vars.AZURE_CLIENT_ID", "secrets.AZURE_CLIENT_SECRET", "secrets.AZURE_CLIENT_SECRET is used")]
    public void What_makes_it_less_safe_is_found(string old, string broken, string finding) => AssertFinds(finding, PipelineCheck.Find([Pipeline.With("deploy.yml", old, broken)]));

    [Theory]
    [InlineData("ci.yml", ".ci/run", ".ci/runs", "there is no .ci/runs")]
    [InlineData("ci.yml", "src/Workflows.Functions", "src/Workflows.Function", "there is no src/Workflows.Function")]
    [InlineData("deploy.yml", "[dev, prod]", "[dev, test]", "there is no infra-bicep/main.test.bicepparam")]
    [InlineData("deploy.yml", ".functionAppName.value", ".siteName.value", "main.bicep has no output siteName")]
    [InlineData("deploy.yml", "      MAIL_FROM: ${{ vars.MAIL_FROM }}\n", "", "a parameter file reads MAIL_FROM, which is not set")]
    [InlineData("deploy.yml", "vars.SMS_FROM", "vars.SMS_SENDER", "no parameter file reads SMS_SENDER")]
    [InlineData("ci.yml", "      RUNBOOKS: https://workflows.example/alerts\n", "", "a parameter file reads RUNBOOKS, which is not set")]
    public async Task What_is_not_there_is_found(string name, string old, string broken, string finding) =>
        AssertFinds(finding, MentionCheck.Find([Pipeline.With(name, old, broken)], await Templates.AsTheyAre()));

    static void AssertFinds(string finding, IEnumerable<string> findings) => Assert.Contains(findings, found => found.Contains(finding, StringComparison.Ordinal));
}
