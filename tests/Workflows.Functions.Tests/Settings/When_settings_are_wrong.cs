using System.Diagnostics;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Tests.Settings;

public sealed class When_settings_are_wrong
{
    [Fact]
    public void A_complete_app_has_no_problem() => Assert.Empty(AppSettings.ReadBy(AppSettings.Complete).Problems);

    [Fact]
    public void Everything_that_is_missing_is_told_at_once()
    {
        var refusal = Assert.Throws<SettingsException>(AppSettings.ReadBy(new Dictionary<string, string?>()).ThrowIfRefused);

        foreach (var name in (string[])["AzureWebJobsStorage", "KeyVaultUri", "ServiceBusConnection", "SendGridKey", "MailFrom", "PublicUrl"])
        {
            Assert.Contains($"- {name} is not set", refusal.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Twilio", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReferralStorage", "tables.example")]
    [InlineData("TablePrefix", "1st")]
    [InlineData("KeyVaultUri", "http://vault.example")]
    [InlineData("MasterKeySecret", "a key")]
    [InlineData("ServiceBusConnection__fullyQualifiedNamespace", "sb://bus.example/")]
    [InlineData("ServiceBusConnection", "bus.example")]
    [InlineData("SendGridHost", "api.sendgrid.com")]
    [InlineData("SendGridEventKey", "MFkwEwYHKoZIzj0CAQ==")]
    [InlineData("MailFrom", "Welzijn <noreply@welzijn.example>")]
    [InlineData("PublicUrl", "http://app.example")]
    [InlineData("PublicUrl", "https://an-address-that-is-much-too-long-for-an-sms.welzijn.example")]
    [InlineData("FirstAdministrator", "ada@welzijn.example")]
    [InlineData("TwilioAccountSid", "SK00000000000000000000000000000000")]
    [InlineData("WEBSITE_AUTH_ENABLED", "yes")]
    public void A_wrong_one_is_named_with_what_is_accepted(string name, string wrong)
    {
        var settings = AppSettings.Complete;
        settings[name] = wrong;

        var reader = AppSettings.ReadBy(settings);

        var accepted = reader.Read.Single(setting => setting.Name == name).Accepted;
        Assert.Contains(reader.Problems, problem => problem.StartsWith($"{name} is ", StringComparison.Ordinal) && problem.EndsWith($"accepted is {accepted}.", StringComparison.Ordinal));
    }

    [Fact]
    public void Http_will_do_on_a_developers_machine() =>
        Assert.Empty(AppSettings.ReadBy(new Dictionary<string, string?>(AppSettings.Complete) { ["PublicUrl"] = "http://localhost:7071/" }, "Development").Problems);

    [Fact]
    public void An_SMS_account_needs_its_token_and_its_sender()
    {
        var reader = AppSettings.ReadBy(new Dictionary<string, string?>(AppSettings.Complete) { ["TwilioAccountSid"] = "AC00000000000000000000000000000000" });

        Assert.Equal(["TwilioAuthToken", "SmsFrom"], reader.Problems.Select(problem => problem.Split(' ')[0]));
    }

    [Fact]
    public void The_value_of_a_secret_is_never_shown()
    {
        const string Marker = "marker-of-a-secret";
        var secrets = AppSettings.ReadBy(AppSettings.Complete).Read.Where(setting => setting.IsSecret).ToList();

        var reader = AppSettings.ReadBy(secrets.ToDictionary(setting => setting.Name, _ => (string?)Marker));

        Assert.Contains(reader.Problems, problem => problem.StartsWith("ServiceBusConnection is something of 18 characters", StringComparison.Ordinal));
        Assert.DoesNotContain(reader.Problems, problem => problem.Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_that_App_Service_could_not_fetch_is_told_apart()
    {
        var reader = AppSettings.ReadBy(new Dictionary<string, string?>(AppSettings.Complete) { ["SendGridKey"] = "@Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/SendGridKey)" });

        Assert.Contains("refers to a secret in Key Vault", Assert.Single(reader.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_ends_and_says_why()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(WorkflowsApp).Assembly.Location, "--LocalSettings:File", "" },
            RedirectStandardError = true,
            Environment = { ["MailFrom"] = "nobody", ["DOTNET_ENVIRONMENT"] = "Production" },
        })!;
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("- MailFrom is 'nobody'; accepted is an email address.", told, StringComparison.Ordinal);
        Assert.Contains("- PublicUrl is not set", told, StringComparison.Ordinal);
    }
}
