using System.Text;
using Workflows.Functions.Security;
using Workflows.Functions.Tests.Directory;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security;

public sealed class When_somebody_calls(DirectoryOfTheseTests directory) : IClassFixture<DirectoryOfTheseTests>
{
    [Theory]
    [InlineData("worker/anna", Role.Worker, "anna", "welzijn-zuid", null)]
    [InlineData("coordinator/cora", Role.Coordinator, "cora", "welzijn-zuid", null)]
    [InlineData("referrer/01999901", Role.Referrer, "01999901", null, "01999901")]
    [InlineData("funder/gemeente", Role.Funder, "gemeente", null, null)]
    [InlineData("administrator/admin", Role.Administrator, "admin", null, null)]
    public async Task A_developer_says_who_they_are(string user, Role role, string id, string? organisation, string? practice) =>
        Assert.Equal(new Caller(CallerKind.Person, role, id, organisation, practice), await Found(Request.OnADevelopersMachine.With("X-Local-User", user)));

    [Theory]
    [InlineData("worker/cora")]
    [InlineData("coordinator/anna")]
    [InlineData("worker/nobody")]
    [InlineData("referrer/01999909")]
    [InlineData("process/process")]
    [InlineData("system/local-form")]
    [InlineData("Worker/anna")]
    [InlineData("worker/anna/x")]
    [InlineData("anna")]
    [InlineData("")]
    public async Task A_developer_cannot_be_somebody_who_does_not_exist(string user) =>
        Assert.Null(await Found(Request.OnADevelopersMachine.With("X-Local-User", user)));

    [Fact]
    public async Task Elsewhere_than_on_a_developers_machine_the_local_header_says_nothing()
    {
        Request Local() => Request.OnADevelopersMachine.With("X-Local-User", "worker/anna");

        Assert.NotNull(await Found(Local()));
        Assert.NotNull(await Found(Local().To("127.0.0.1:7071")));
        Assert.NotNull(await Found(Local().To("[::1]:7071").From("::1")));
        Assert.Null(await Found(Local().In("Production")));
        Assert.Null(await Found(Local().In("Staging")));
        Assert.Null(await Found(Local().From("192.168.1.20")));
        Assert.Null(await Found(Local().From(null)));
        Assert.Null(await Found(Local().To("rebound.example:7071")));
        Assert.Null(await Found(Local().To("localhost.example")));
    }

    [Fact]
    public async Task A_header_given_twice_says_nothing() =>
        Assert.Null(await Found(Request.OnADevelopersMachine.With("X-Local-User", "worker/anna").With("X-Local-User", "worker/bram")));

    [Theory]
    [InlineData("Bearer " + DirectoryText.Key)]
    [InlineData("bearer  " + DirectoryText.Key)]
    public async Task A_system_shows_its_key(string header) =>
        Assert.Equal(new Caller(CallerKind.System, Role.System, "form", null, "01999901"), await Found(Request.InAzure.With("Authorization", header)));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a-key-of-thirty-two-characters-or-mor")]
    [InlineData("Bearer A-key-of-thirty-two-characters-or-more")]
    [InlineData("Basic " + DirectoryText.Key)]
    [InlineData(DirectoryText.Key)]
    [InlineData("Bearer a-key-that-was-valid-until-yesterday")]
    [InlineData("Bearer a-key-that-was-taken-away-last-week")]
    public async Task A_key_that_is_wrong_expired_or_taken_away_says_nothing(string header) =>
        Assert.Null(await Found(Request.InAzure.With("Authorization", header)));

    [Fact]
    public async Task A_key_counts_until_the_moment_at_which_it_expires()
    {
        var moment = new DateTimeOffset(2026, 4, 12, 0, 0, 0, TimeSpan.FromHours(2));
        Request Expiring() => Request.InAzure.With("Authorization", "Bearer a-key-that-was-valid-until-yesterday");

        Assert.Equal("expired", (await Expiring().Caller(directory.Store, moment.AddSeconds(-1)))?.Id);
        Assert.Null(await Expiring().Caller(directory.Store, moment));
    }

    [Fact]
    public async Task The_sample_key_counts_on_a_developers_machine_only()
    {
        Assert.Equal("local-form", (await Found(Request.OnADevelopersMachine.With("Authorization", "Bearer local-form-key")))?.Id);
        Assert.Null(await Found(Request.InAzure.With("Authorization", "Bearer local-form-key")));
        Assert.Null(await Found(Request.OnADevelopersMachine.From("192.168.1.20").With("Authorization", "Bearer local-form-key")));
    }

    [Fact]
    public async Task People_are_who_App_Service_says_they_are()
    {
        Assert.Equal(
            new Caller(CallerKind.Person, Role.Worker, "anna", "welzijn-zuid"),
            await Found(Request.InAzure.SignedIn(("roles", "worker"), ("oid", "oid-anna"), ("organisation", "welzijn-zuid"))));
        Assert.Equal(
            new Caller(CallerKind.Person, Role.Coordinator, "cora", "welzijn-zuid"),
            await Found(Request.InAzure.SignedIn(("roles", "coordinator"), ("http://schemas.microsoft.com/identity/claims/objectidentifier", "oid-cora"), ("organisation", "welzijn-zuid"))));
        Assert.Equal(
            new Caller(CallerKind.Person, Role.Referrer, "oid-gp", Practice: "01999901"),
            await Found(Request.InAzure.SignedIn(("roles", "referrer"), ("oid", "oid-gp"), ("practice", "01999901"))));
        Assert.Equal(new Caller(CallerKind.Person, Role.Funder, "gemeente"), await Found(Request.InAzure.SignedIn(("roles", "funder"), ("oid", "oid-gemeente"))));
        Assert.Equal(new Caller(CallerKind.Person, Role.Administrator, "admin"), await Found(Request.InAzure.SignedIn(("roles", "administrator"), ("oid", "oid-admin"))));
    }

    [Fact]
    public async Task The_first_administrator_fills_a_directory_that_lets_no_other_in()
    {
        Request First() => Request.InAzure.With_first_administrator("oid-first").SignedIn(("roles", "administrator"), ("oid", "oid-first"));
        var empty = await DirectoryOfTheseTests.EmptyAsync();

        Assert.Equal(new Caller(CallerKind.Person, Role.Administrator, "oid-first"), await First().Caller(empty));
        await empty.ImportAsync(DirectoryText.Accepted(DirectoryText.With("/administrators/0/account", null)));
        Assert.NotNull(await First().Caller(empty));

        Assert.Null(await First().Caller(directory.Store));                                                                                                       // there is one with an account
        Assert.Null(await First().Without_App_Service_Authentication().Caller(empty));
        Assert.Null(await Request.InAzure.With_first_administrator("oid-first").SignedIn(("oid", "oid-first")).Caller(empty));                                  // no role
        Assert.Null(await Request.InAzure.With_first_administrator("oid-first").SignedIn(("roles", "administrator"), ("oid", "oid-stranger")).Caller(empty));
        Assert.Null(await Request.InAzure.SignedIn(("roles", "administrator"), ("oid", "oid-first")).Caller(empty));                                            // no such setting
    }

    [Fact]
    public void The_first_administrator_lets_others_in_only_beside_themselves()
    {
        var (settings, first) = (new SecuritySettings(true, "oid-first"), new Caller(CallerKind.Person, Role.Administrator, "oid-first"));
        Workflows.Functions.Directory.Administrator Named(string id, string? account) => new(id, id, account);

        Assert.True(settings.ShutsOut(first, [Named("ada", "oid-adda")]));
        Assert.False(settings.ShutsOut(first, [Named("ada", "oid-adda"), Named("first", "oid-first")]));
        Assert.False(settings.ShutsOut(first, [Named("ada", null)]));
        Assert.False(settings.ShutsOut(first, []));
        Assert.False(settings.ShutsOut(first with { Id = "admin" }, [Named("ada", "oid-adda")]));
    }

    [Fact]
    public async Task What_App_Service_did_not_say_is_not_believed()
    {
        var anna = (("roles", "worker"), ("oid", "oid-anna"), ("organisation", "welzijn-zuid"));

        Assert.Null(await Found(Request.InAzure.Without_App_Service_Authentication().SignedIn(anna.Item1, anna.Item2, anna.Item3)));
        Assert.Null(await Found(Request.InAzure.SignedIn(("roles", "coordinator"), anna.Item2, anna.Item3)));                                   // a role the directory does not know of
        Assert.Null(await Found(Request.InAzure.SignedIn(anna.Item1, ("oid", "oid-stranger"), anna.Item3)));                                    // an account nobody linked
        Assert.Null(await Found(Request.InAzure.SignedIn(anna.Item1, anna.Item2, ("organisation", "buurtwerk-noord"))));                        // another organisation
        Assert.Null(await Found(Request.InAzure.SignedIn(anna.Item1, anna.Item2, anna.Item3, ("organisation", "buurtwerk-noord"))));            // two of them
        Assert.Null(await Found(Request.InAzure.SignedIn(anna.Item1, anna.Item2, ("oid", "oid-cora"), anna.Item3)));                            // two accounts
        Assert.Null(await Found(Request.InAzure.SignedIn(anna.Item2, anna.Item3)));                                                             // no role
        Assert.Null(await Found(Request.InAzure.SignedIn(("roles", "referrer"), ("oid", "oid-gp"), ("practice", "../01"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("{}")]
    [InlineData("bm90IGpzb24=")]
    [InlineData("bnVsbA==")]
    [InlineData("W10=")]
    [InlineData("e30=")]
    [InlineData("eyJjbGFpbXMiOltudWxsXX0=")]
    public async Task A_principal_that_is_none_says_nothing(string header) => Assert.Null(await Found(Request.InAzure.With("X-MS-CLIENT-PRINCIPAL", header)));

    [Fact]
    public async Task Nobody_is_nobody() => Assert.Null(await Found(Request.InAzure));

    [Fact]
    public void A_key_is_kept_as_a_salted_hash()
    {
        var (one, other) = (Workflows.Functions.Directory.KeyHash.Of("the-same-key"), Workflows.Functions.Directory.KeyHash.Of("the-same-key"));

        Assert.NotEqual(one, other);
        Assert.True(one.Matches("the-same-key") && other.Matches("the-same-key"));
        Assert.False(one.Matches("the-same-keY"));
        Assert.DoesNotContain("the-same-key", Encoding.UTF8.GetString(Convert.FromBase64String(one.Value)), StringComparison.Ordinal);
    }

    Task<Caller?> Found(Request request) => request.Caller(directory.Store);
}
