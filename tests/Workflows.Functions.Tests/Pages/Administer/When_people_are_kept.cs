using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages.Administer;

public sealed class When_people_are_kept(PagesApp app) : IClassFixture<PagesApp>
{
    const string Zuid = "/gids/welzijn-zuid";

    static readonly (string Name, string Value)[] Bram =
        [("name", "Bram Hofstra"), ("role", "worker"), ("email", "bram@welzijn-zuid.example"), ("phone", "06 00000102"), ("capacity", "25"), ("neighbourhoods", "3012, 3013"), ("themes", "money"), ("themes", "housing")];

    [Fact]
    public async Task A_coordinator_begins_in_the_own_organisation_and_an_administrator_chooses_one()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync("/gids");
        Assert.Equal((303, Zuid), (cora.Status, cora.Location));

        using var admin = await AdministratorAsync();
        await admin.OpenAsync("/gids");
        Assert.Contains($"href=\"{Zuid}\">Welzijn Zuid</a>", admin.Text, StringComparison.Ordinal);
        await admin.OpenAsync("/gids/buurtwerk-noord");
        Assert.Contains("Dirk Postma", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_is_shown_with_load_and_room_and_only_a_coordinator_gets_on_to_the_referrals()
    {
        await app.GiveAsync("coordinator/cora", await app.ReferSomebodyYoungAsync(), "assign", new { worker = "carla" });
        using var cora = await app.CoordinatorAsync();
        using var admin = await AdministratorAsync();

        await cora.OpenAsync(Zuid);
        Assert.Contains("href=\"/regie?toon=welzijnscoach&wie=carla\">1 van 25</a>", cora.Text, StringComparison.Ordinal);
        Assert.Contains("nog 24 vrij", cora.Text, StringComparison.Ordinal);
        await admin.OpenAsync(Zuid);
        Assert.Contains("<span>1 van 25</span>", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/regie", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_saved_with_all_that_was_not_changed()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/mensen/anna");
        Assert.Contains("value=\"loneliness\" checked", cora.Html, StringComparison.Ordinal);   // a word that the vocabulary does not know

        await cora.SubmitAsync($"{Zuid}/mensen/anna", ("name", "Anna Verbeek"), ("role", "worker"), ("email", "anna@welzijn-zuid.example"), ("phone", "06 00000101"), ("capacity", "12"), ("neighbourhoods", "3011; 3012"), ("themes", "loneliness"), ("themes", "grief"));
        Assert.Equal((303, $"{Zuid}/mensen/anna?gedaan=persoon"), (cora.Status, cora.Location));
        await cora.OpenAsync(cora.Location!);
        Assert.Contains("Bewaard.", cora.Text, StringComparison.Ordinal);

        var anna = await WorkerAsync("anna");
        Assert.Equal((12, "+31600000101", WorkerRole.Worker), (anna.Capacity, anna.Phone, anna.Role));
        Assert.Equal(["3011", "3012"], anna.Neighbourhoods);
        Assert.Equal(["loneliness", "grief"], anna.Themes);
    }

    [Fact]
    public async Task Each_wrong_field_is_named_above_and_beside_it_and_nothing_typed_is_lost()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/mensen/bram");

        await cora.SubmitAsync($"{Zuid}/mensen/bram", ("name", ""), ("role", "worker"), ("email", "bram"), ("capacity", "veel"), ("neighbourhoods", "3012, wijk"));

        Assert.Equal(422, cora.Status);
        foreach (var field in (string[])["name", "email", "capacity", "neighbourhoods"])
        {
            Assert.Contains($"id=\"veld-{field}-fout\"", cora.Html, StringComparison.Ordinal);
        }

        Assert.Contains("value=\"3012, wijk\"", cora.Html, StringComparison.Ordinal);
        Assert.Contains("Een geheel getal van 0 tot en met 500.", cora.Text, StringComparison.Ordinal);
        Assert.Equal("Bram Hofstra", (await WorkerAsync("bram")).Name);
    }

    [Fact]
    public async Task The_last_coordinator_stays_one()
    {
        using var cora = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/mensen/cora");

        await cora.SubmitAsync($"{Zuid}/mensen/cora", ("name", "Cora van Dam"), ("role", "worker"), ("email", "cora@welzijn-zuid.example"), ("capacity", "0"));

        Assert.Equal(422, cora.Status);
        Assert.Contains("id=\"veld-role-fout\">Minstens één coördinator is nodig", cora.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_is_told_and_may_save_again_and_who_sends_twice_is_not()
    {
        using var cora = await app.CoordinatorAsync();
        using var other = await app.CoordinatorAsync();
        await cora.OpenAsync($"{Zuid}/mensen/bram");
        await other.OpenAsync($"{Zuid}/mensen/bram");
        var form = cora.Html;
        for (var time = 0; time < 2; time++)
        {
            cora.GoBackTo(form);
            await cora.SubmitAsync($"{Zuid}/mensen/bram", With(Bram, ("capacity", "10")));
            Assert.Equal(303, cora.Status);
        }

        await other.SubmitAsync($"{Zuid}/mensen/bram", With(Bram, ("capacity", "20")));
        Assert.Equal(409, other.Status);
        Assert.Contains("Iemand anders was u voor", other.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"20\"", other.Html, StringComparison.Ordinal);
        Assert.Equal(10, (await WorkerAsync("bram")).Capacity);

        await other.SubmitAsync($"{Zuid}/mensen/bram", With(Bram, ("capacity", "20")));
        Assert.Equal(303, other.Status);
        Assert.Equal(20, (await WorkerAsync("bram")).Capacity);
    }

    [Fact]
    public async Task Somebody_new_is_added_under_an_id_that_nobody_has()
    {
        using var admin = await AdministratorAsync();
        await admin.OpenAsync($"{Zuid}/nieuw");
        (string, string)[] fields = [("name", "Nora"), ("role", "worker"), ("email", "nora@welzijn-zuid.example"), ("capacity", "5")];

        await admin.SubmitAsync($"{Zuid}/nieuw", [.. fields, ("id", "bram")]);
        Assert.Equal(409, admin.Status);
        Assert.Contains("id=\"veld-id-fout\">Er is al iemand met deze aanduiding.", admin.Text, StringComparison.Ordinal);
        Assert.Equal("Bram Hofstra", (await WorkerAsync("bram")).Name);

        await admin.SubmitAsync($"{Zuid}/nieuw", [.. fields, ("id", "Nora!")]);
        Assert.Equal(422, admin.Status);

        await admin.SubmitAsync($"{Zuid}/nieuw", [.. fields, ("id", "nora")]);
        Assert.Equal((303, $"{Zuid}/mensen/nora?gedaan=persoon"), (admin.Status, admin.Location));
        Assert.Equal(5, (await WorkerAsync("nora")).Capacity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nieuw")]
    [InlineData("/mensen/anna")]
    [InlineData("/mensen/anna/afwezigheid")]
    [InlineData("/afspraken")]
    [InlineData("/sluitingsdagen")]
    [InlineData("/werkprocessen")]
    [InlineData("/werkprocessen/default.1")]
    [InlineData("/werkprocessen/default.1/bestand")]
    public async Task To_another_organisation_it_does_not_exist_and_to_other_roles_it_is_closed(string page)
    {
        using var coen = await app.CoordinatorAsync("coen");
        await coen.OpenAsync(Zuid + page);
        Assert.Equal(404, coen.Status);

        foreach (var user in (string[])["worker/anna", "referrer/01999901", "funder/gemeente"])
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(user);
            await visitor.OpenAsync(Zuid + page);
            Assert.Equal(403, visitor.Status);
        }
    }

    [Theory]
    [InlineData("/mensen/niemand")]
    [InlineData("/mensen/niemand/afwezigheid")]
    [InlineData("/mensen/anna/afwezigheid/7")]
    [InlineData("/mensen/anna/afwezigheid/x")]
    [InlineData("/werkprocessen/default.9")]
    [InlineData("/werkprocessen/default")]
    public async Task What_is_not_in_it_is_not_found(string page)
    {
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync(Zuid + page);

        Assert.Equal(404, cora.Status);
    }

    async Task<Visitor> AdministratorAsync()
    {
        var visitor = app.Visitor();
        await visitor.SignInAsync("administrator/admin");
        return visitor;
    }

    async Task<Worker> WorkerAsync(string id) => (await app.Get<DirectoryStore>().OrganisationAsync("welzijn-zuid"))!.Worker(id)!;

    static (string, string)[] With((string Name, string Value)[] fields, (string Name, string Value) other) => [.. fields.Where(field => field.Name != other.Name), other];
}
