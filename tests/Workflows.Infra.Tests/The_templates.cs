using Workflows.Infra.Tests.Checks;

namespace Workflows.Infra.Tests;

/// <summary>What can be told of the templates without Azure; <c>infra-bicep/README.md</c> says what cannot.</summary>
public sealed class The_templates
{
    [Fact]
    public async Task Are_Bicep() => Assert.Empty(SyntaxCheck.Find(await Templates.AsTheyAre()));

    [Fact]
    public async Task Name_only_what_is_there() => Assert.Empty(NameCheck.Find(await Templates.AsTheyAre()));

    [Fact]
    public async Task Give_their_modules_what_they_need() => Assert.Empty(ModuleCheck.Find(await Templates.AsTheyAre()));

    [LinuxFact]
    public async Task Make_resources_that_Azure_knows() => Assert.Empty(SchemaCheck.Find(await Templates.AsTheyAre(), await KnownSchemas.ByType()));

    [LinuxFact]
    public async Task Have_some_resources_of_which_only_the_version_is_known_as_the_README_says()
    {
        var unknown = SchemaCheck.Unknown(await Templates.AsTheyAre(), await KnownSchemas.ByType());

        Assert.All(unknown, type => Assert.Contains($"  - `{type}`", Repository.Read("infra-bicep/README.md"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Set_what_the_app_reads_and_nothing_else() => Assert.Empty(SettingCheck.Find(await Templates.AsTheyAre(), AppSettings.Read));

    [Fact]
    public async Task Make_the_queues_topics_and_tables_of_the_code() =>
        Assert.Empty(EntityCheck.Find(await Templates.AsTheyAre(), Repository.Read("src/Workflows.Functions/servicebus.json")));

    [Fact]
    public async Task Give_rights_to_data_only_and_no_further_than_one_resource() => Assert.Empty(RoleCheck.Find(await Templates.AsTheyAre()));

    [Fact]
    public void Hold_no_secret() =>
        Assert.Empty(Repository.Files("infra-bicep", "*").Concat(Repository.Files(".github", "*")).SelectMany(path => SecretCheck.Find(path, Repository.Read(path))));

    [Fact]
    public async Task Wake_somebody_up_only_with_a_page_that_says_what_to_do() =>
        Assert.Empty(AlertCheck.Find(await Templates.AsTheyAre(), Runbooks.Names, AppSettings.Code, AppSettings.Host));
}
