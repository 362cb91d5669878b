using LocalRuntime.Azurite;
using LocalRuntime.Worker;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Tests.Worker;

public sealed class Local_settings : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Are_the_values_of_the_file_with_a_double_underscore_for_the_colon()
    {
        var settings = From("""{ "IsEncrypted": false, /* as Core Tools allow */ "Values": { "Plain": "a", "In__A__Section": "b" }, "Host": { "LocalHttpPort": 7072 }, }""");

        Assert.Equal("a", settings["Plain"]);
        Assert.Equal("b", settings["In:A:Section"]);
        Assert.Equal(7072, LocalSettings.Port(settings));
        Assert.Equal("localhost:7072", settings["WEBSITE_HOSTNAME"]);
    }

    [Fact]
    public void Of_the_environment_win_over_the_file()
    {
        Environment.SetEnvironmentVariable("Local_settings_test", "environment");

        Assert.Equal("environment", From("""{ "Values": { "Local_settings_test": "file" } }""")["Local_settings_test"]);
    }

    [Fact]
    public void Of_the_arguments_win_over_the_file() =>
        Assert.Equal(7073, LocalSettings.Port(From("""{ "Host": { "LocalHttpPort": 7072 } }""", "--port", "7073")));

    [Fact]
    public void Name_the_port_of_core_tools_when_they_name_none() => Assert.Equal(7071, LocalSettings.Port(From("{}")));

    [Fact]
    public void That_are_encrypted_are_refused() =>
        Assert.Contains("encrypted", Assert.Throws<InvalidOperationException>(() => From("""{ "IsEncrypted": true }""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_the_storage_of_the_machine_out_with_the_port_of_its_azurite()
    {
        var settings = From("""{ "Values": { "AzureWebJobsStorage": "UseDevelopmentStorage=true", "Azurite__TablePort": "10102" } }""");

        DevelopmentStorage.WriteOut(settings);

        Assert.Contains("TableEndpoint=http://127.0.0.1:10102/devstoreaccount1;", settings["AzureWebJobsStorage"], StringComparison.Ordinal);
        Assert.Equal(10102, DevelopmentStorage.AzuritePort(settings));
    }

    [Fact]
    public void That_name_another_storage_start_no_azurite() =>
        Assert.Null(DevelopmentStorage.AzuritePort(From("""{ "Values": { "AzureWebJobsStorage": "AccountName=other;AccountKey=eA==" } }""")));

    ConfigurationManager From(string json, params string[] arguments)
    {
        File.WriteAllText(file, json);
        return LocalSettings.Load(["--LocalSettings:File", file, .. arguments]);
    }
}
