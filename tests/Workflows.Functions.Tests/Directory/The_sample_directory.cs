using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Tests.Directory;

public sealed class The_sample_directory
{
    static readonly DirectorySettings Settings = new("localhost:7071", DirectoryText.Secret);

    [Fact]
    public void It_holds_the_people_that_the_walk_through_names()
    {
        var sample = SampleDirectory.Read(Settings);

        Assert.Equal(
            ["welzijn-zuid: anna bram carla cora", "buurtwerk-noord: dirk els coen"],
            sample.Organisations.Select(organisation => $"{organisation.Id}: {string.Join(' ', organisation.Workers.Select(worker => worker.Id))}"));
        Assert.Equal(["cora", "coen"], sample.Organisations.SelectMany(organisation => organisation.Coordinators).Select(worker => worker.Id));
        Assert.Equal("gemeente", Assert.Single(sample.Funders).Id);
        Assert.Equal("admin", Assert.Single(sample.Administrators).Id);
        Assert.True(Assert.Single(sample.Keys).Hash!.Matches("local-form-key"));
    }

    [Theory]
    [InlineData("01999901")]
    [InlineData("01999902")]
    public void In_the_south_feedback_goes_to_the_sample_GP_system_and_people_meet_on_Tuesday(string practice)
    {
        var agreement = SampleDirectory.Read(Settings).Organisations[0].AgreementWith(practice)!;

        Assert.Equal($"http://localhost:7071/local/gp-inbox/{practice}", agreement.Feedback.Callback!.Url.ToString());
        Assert.Equal([DirectoryText.Secret], agreement.Feedback.Callback.Secrets!);
        Assert.Equal((DayOfWeek.Tuesday, new TimeOnly(13, 0), new TimeOnly(15, 0)), (agreement.ConsultationHour!.Weekday, agreement.ConsultationHour.From, agreement.ConsultationHour.Until));
    }

    [Fact]
    public void In_the_north_feedback_goes_by_email()
    {
        var feedback = SampleDirectory.Read(Settings).Organisations[1].AgreementWith("01999903")!.Feedback;

        Assert.Null(feedback.Callback);
        Assert.NotNull(feedback.Email);
    }

    [Fact]
    public void A_missing_setting_is_named() =>
        Assert.Contains("WEBSITE_HOSTNAME", Assert.Throws<InvalidOperationException>(() => SampleDirectory.Read(new(null, DirectoryText.Secret))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Development", 2)]
    [InlineData("Production", 0)]
    public async Task It_is_loaded_on_the_first_start_of_a_developers_machine_only(string environment, int organisations)
    {
        var (table, store) = await NewAsync();

        await Start(table, store, environment).StartAsync(default);

        Assert.Equal(organisations, (await store.AllAsync()).Organisations.Count);
    }

    [Fact]
    public async Task It_is_not_loaded_over_what_is_there()
    {
        var (table, store) = await NewAsync();
        await Start(table, store, "Development").StartAsync(default);
        await store.ChangeAsync("welzijn-zuid", organisation => organisation! with { Name = "Zuid" });

        await Start(table, store, "Development").StartAsync(default);

        Assert.Equal("Zuid", (await store.OrganisationAsync("welzijn-zuid"))!.Name);
    }

    static async Task<(DirectoryTable Table, DirectoryStore Store)> NewAsync()
    {
        var storage = await TestStorage.CreateAsync();
        var table = new DirectoryTable(storage.Tables, storage.Master);
        return (table, new DirectoryStore(table));
    }

    static DirectoryStart Start(DirectoryTable table, DirectoryStore store, string environment) =>
        new(table, store, new HostingEnvironment { EnvironmentName = environment }, Settings);
}
