using Workflows.Functions.Tests.Commands;
using Workflows.Referrals.Commands;

namespace Workflows.Functions.Tests.Clients;

public sealed class When_details_are_put_right(WholeApp app) : IClassFixture<WholeApp>
{
    [Fact]
    public async Task The_dossier_holds_what_is_right_and_keeps_the_rest()
    {
        var id = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept");

        Assert.Equal(200, (await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/correct-details", new { details = new { phone = "+31687654321", birthDate = "1949-03-12" } })).Status);

        var client = (await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client")).Json.GetProperty("client");
        Assert.Equal(("+31687654321", "1949-03-12", "Ria"), (client.GetProperty("phone").GetString(), client.GetProperty("birthDate").GetString(), client.GetProperty("givenName").GetString()));
    }

    [Fact]
    public async Task The_same_client_is_then_recognised_by_the_right_name()
    {
        var (id, name) = (await app.SubmitAsync(), $"Jansen {Random.Shared.GetString("abcdefghij", 16)}");
        await app.CallAsync("coordinator/cora", "POST", $"/api/referrals/{id}/commands/correct-details", new { details = new { familyName = name } });

        var submission = Intake.Submitted.Body;
        submission["client"]!["familyName"] = name;
        var second = (await app.CallAsync("referrer/01999901", "POST", "/api/referrals", submission)).Json.GetProperty("id").GetString();
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(id, (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{second}")).Json.GetProperty("duplicateOf").GetString());
    }

    [Theory]
    [InlineData("""{ "details": {} }""", "/details empty")]
    [InlineData("""{ "details": { "phone": "twelve" } }""", "/details/phone phone-malformed")]
    [InlineData("""{ "details": { "birthDate": "1848-03-12" } }""", "/details/birthDate birth-date-before-1900")]
    [InlineData("""{ "details": { "birthDate": "2026-04-14" } }""", "/details/birthDate birth-date-in-future")]
    [InlineData("""{ "details": { "familyName": "Jansen 111222333" } }""", "/details/familyName bsn-refused")]
    [InlineData("""{ "details": { "bsn": "111222333" } }""", "/details/bsn bsn-refused")]
    public void What_cannot_be_right_is_refused(string body, string refused) => Assert.Contains(refused, Given.Refused("correct-details", body));

    [Fact]
    public void The_command_names_where_it_stands_and_holds_nothing_of_it()
    {
        var (command, sections) = Given.Read("correct-details", """{ "details": { "postalCode": "3012ab" } }""");

        Assert.Equal("details!1", Assert.IsType<CorrectDetails>(command).Details);
        Assert.Contains("3012 AB", Assert.Single(sections).Value, StringComparison.Ordinal);
    }
}
