using System.Text.Json;
using Workflows.Functions.Audit;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Audit;

public sealed class When_somebody_looks_at_a_referral(WholeApp app) : IClassFixture<WholeApp>
{
    static readonly AuditMonth Zuid = new("welzijn-zuid", "2026-04");
    static readonly AuditMonth App = new(AuditMonth.App, "2026-04");

    [Fact]
    public async Task Every_read_and_every_command_is_in_the_log_with_who_and_on_what_ground()
    {
        var id = await app.SubmitAsync();

        await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}");
        await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client");
        await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}/timeline");
        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept");
        await app.CallAsync("referrer/01999901", "GET", $"/api/referrals/{id}/messages");

        Assert.Equal(
            [
                "referral.submitted referrer 01999901 own-practice ",
                "referral.read worker anna own-caseload ",
                "client.read worker anna own-caseload ",
                "timeline.read coordinator cora own-organisation ",
                "command.accept worker anna own-caseload ",
                "messages.read referrer 01999901 own-practice ",
            ],
            (await LoggedAsync(Zuid, id)).Where(entry => !entry.Contains(" process ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_goes_to_the_system_of_a_practice_is_in_the_log_before_it_goes()
    {
        var id = await app.SubmitAsync();

        await app.CallAsync("worker/anna", "POST", $"/api/referrals/{id}/commands/accept");
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("feedback.disclosed process process agreed ", await LoggedAsync(Zuid, id));
    }

    [Fact]
    public async Task Who_is_refused_is_in_the_log_of_the_organisation_that_was_asked_for()
    {
        var id = await app.SubmitAsync();

        Assert.Equal(404, (await app.CallAsync("coordinator/coen", "GET", $"/api/referrals/{id}/client")).Status);
        Assert.Equal(404, (await app.CallAsync("referrer/01999902", "POST", $"/api/referrals/{id}/commands/cancel", new { reason = "other" })).Status);
        Assert.Equal(403, (await app.CallAsync("referrer/01999901", "POST", $"/api/referrals/{id}/commands/accept")).Status);
        Assert.Equal(403, (await app.CallAsync("funder/gemeente", "GET", $"/api/referrals/{id}/client")).Status);

        Assert.Equal(
            [
                "referral.submitted referrer 01999901 own-practice ",
                "client.read coordinator coen  not-theirs",
                "command.given referrer 01999902  not-theirs",
                "command.accept referrer 01999901  role",
            ],
            await LoggedAsync(Zuid, id));
        Assert.Equal(["client.read funder gemeente  role"], await LoggedAsync(App, id));
    }

    [Fact]
    public async Task A_read_of_what_is_not_there_is_in_the_callers_own_log_and_a_name_in_its_place_is_not()
    {
        var nobody = Guid.NewGuid().ToString("N");
        await app.CallAsync("coordinator/coen", "GET", $"/api/referrals/{nobody}/client");
        await app.CallAsync("coordinator/coen", "GET", "/api/referrals/ria-jansen/client");

        var noord = await app.Get<AuditTable>().EntriesAsync(new("buurtwerk-noord", "2026-04")).ToListAsync();
        Assert.Contains(noord, entry => entry is { Refusal: AuditRefusals.NotThere, User: "coen" } && entry.Referral == nobody);
        Assert.DoesNotContain(noord, entry => JsonSerializer.Serialize(entry).Contains("ria-jansen", StringComparison.Ordinal));
        Assert.Contains(noord, entry => entry is { Refusal: AuditRefusals.NotThere, User: "coen", Referral: null });
    }

    [Fact]
    public async Task The_coordinator_sees_who_looked_and_nobody_else_of_the_organisation_or_another_does()
    {
        var id = await app.SubmitAsync();
        await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/client");
        await app.CallAsync("coordinator/coen", "GET", $"/api/referrals/{id}/client");
        await app.CallAsync("funder/gemeente", "GET", $"/api/referrals/{id}");

        var shown = (await app.CallAsync("coordinator/cora", "GET", $"/api/referrals/{id}/access-log")).Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal(
            ["access-log.read Cora van Dam", "referral.read ", "client.read ", "client.read Anna Verbeek", "referral.submitted Huisartsenpraktijk De Linde"],
            shown.OrderByDescending(entry => entry.GetProperty("at").GetDateTimeOffset())
                .Select(entry => $"{entry.GetProperty("event").GetString()} {entry.GetProperty("name").GetString()}"));

        Assert.Equal(404, (await app.CallAsync("coordinator/coen", "GET", $"/api/referrals/{id}/access-log")).Status);
        Assert.Equal(403, (await app.CallAsync("worker/anna", "GET", $"/api/referrals/{id}/access-log")).Status);
    }

    [Fact]
    public async Task A_coordinator_takes_out_a_month_of_the_own_organisation_that_can_be_followed_without_the_app()
    {
        await app.SubmitAsync();

        var lines = (await app.CallAsync("coordinator/cora", "GET", "/api/audit?month=2026-04")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).ToList();
        var previous = "";
        foreach (var (index, line) in lines.Index())
        {
            var entry = line.GetProperty("entry").Deserialize<AuditEntry>(JsonSerializerOptions.Web)!;
            Assert.Equal(previous, line.GetProperty("previous").GetString());
            previous = AuditChain.HashOf(Zuid.Partition, index + 1, previous, entry);
            Assert.Equal(previous, line.GetProperty("hash").GetString());
        }

        Assert.Equal("audit.read", lines[^1].GetProperty("entry").GetProperty("event").GetString());

        var csv = (await app.CallAsync("coordinator/cora", "GET", "/api/audit?month=2026-04&format=csv")).Text;
        Assert.Equal(lines.Count + 2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("welzijn-zuid", (await app.CallAsync("coordinator/coen", "GET", "/api/audit?month=2026-04")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await app.CallAsync("coordinator/cora", "GET", "/api/audit?month=april")).Status);
        Assert.Equal(422, (await app.CallAsync("coordinator/cora", "GET", "/api/audit?month=2026-04&format=xlsx")).Status);
        Assert.Equal(403, (await app.CallAsync("administrator/admin", "GET", "/api/audit?month=2026-04")).Status);
    }

    [Fact]
    public async Task A_coordinator_verifies_the_own_chain_and_the_administrator_all_of_them()
    {
        await app.SubmitAsync();

        var own = (await app.CallAsync("coordinator/cora", "GET", "/api/audit/verify")).Json;
        Assert.True(own.GetProperty("holds").GetBoolean());
        Assert.Equal("welzijn-zuid", Assert.Single(own.GetProperty("chains").EnumerateArray()).GetProperty("chain").GetString());

        var all = (await app.CallAsync("administrator/admin", "GET", "/api/audit/verify")).Json;
        Assert.True(all.GetProperty("holds").GetBoolean());
        Assert.Equal(["!app", "buurtwerk-noord", "welzijn-zuid"], all.GetProperty("chains").EnumerateArray().Select(chain => chain.GetProperty("chain").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(403, (await app.CallAsync("worker/anna", "GET", "/api/audit/verify")).Status);
    }

    async Task<IReadOnlyList<string>> LoggedAsync(AuditMonth month, string referral) => await app.Get<AuditTable>().EntriesAsync(month, referral)
        .Select(entry => $"{entry.Event} {Code.Of(entry.Role)} {entry.User} {entry.Ground} {entry.Refusal}").ToListAsync();
}
