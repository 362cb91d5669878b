using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Functions.Tests.Directory;

public sealed class When_the_directory_is_called(EdgeApp app) : IClassFixture<EdgeApp>
{
    const string Cora = "coordinator/cora";
    const string Coen = "coordinator/coen";
    const string Zuid = "/api/organisations/welzijn-zuid";
    const string Noord = "/api/organisations/buurtwerk-noord";

    [Fact]
    public async Task An_organisation_is_shown_to_its_own_people_without_secrets()
    {
        var (status, organisation) = await app.CallAsync("worker/anna", "GET", Zuid);

        Assert.Equal(200, status);
        Assert.Equal("Welzijn Zuid", organisation.GetProperty("name").GetString());
        Assert.Equal("http://localhost:7071/local/gp-inbox/01999901", organisation.GetProperty("agreements")[0].GetProperty("feedback").GetProperty("callback").GetProperty("url").GetString());
        Assert.DoesNotContain("whsec_", organisation.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "GET", Zuid, 401)]
    [InlineData(null, "PUT", "/api/directory", 401)]
    [InlineData("referrer/01999901", "GET", Zuid, 403)]
    [InlineData("funder/gemeente", "GET", Zuid, 403)]
    [InlineData("worker/anna", "PUT", Zuid, 403)]
    [InlineData("worker/anna", "PUT", Zuid + "/workers/anna", 403)]
    [InlineData(Cora, "PUT", "/api/directory", 403)]
    [InlineData(Coen, "GET", Zuid, 404)]
    [InlineData(Coen, "GET", Zuid + "/workers", 404)]
    [InlineData(Coen, "PUT", Zuid, 404)]
    [InlineData(Coen, "PUT", Zuid + "/workers/anna", 404)]
    [InlineData("administrator/admin", "GET", "/api/organisations/elders", 404)]
    [InlineData("administrator/admin", "PUT", "/api/organisations/elders/workers/anna", 404)]
    [InlineData(Cora, "GET", Zuid + "/dossiers", 404)]
    [InlineData(Cora, "GET", Zuid + "/workers/dirk", 404)]
    public async Task Everybody_else_is_turned_away(string? user, string method, string path, int status)
    {
        var (answered, problem) = await app.CallAsync(user, method, path, method == "PUT" ? "{}" : null);

        Assert.Equal(status, answered);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_is_shown_can_be_sent_back_and_the_secrets_are_kept()
    {
        var (_, before) = await app.CallAsync(Coen, "GET", Noord);
        var (status, after) = await app.CallAsync(Coen, "PUT", Noord, before.GetRawText());

        Assert.Equal(200, status);
        Assert.Equal(before.GetRawText(), after.GetRawText());
        var (zuid, organisation) = await app.CallAsync(Cora, "GET", Zuid);
        Assert.Equal(200, zuid);
        Assert.Equal(200, (await app.CallAsync(Cora, "PUT", Zuid, organisation.GetRawText())).Status);
    }

    [Fact]
    public async Task One_worker_is_changed_at_an_address_of_its_own()
    {
        var carla = Json((await app.CallAsync(Cora, "GET", Zuid + "/workers/carla")).Body);
        carla["absences"] = JsonNode.Parse("""[{ "from": "2026-07-01", "until": "2026-07-14", "deputy": "bram" }]""");

        Assert.Equal(200, (await app.CallAsync(Cora, "PUT", Zuid + "/workers/carla", carla.ToJsonString())).Status);

        var (_, kept) = await app.CallAsync(Cora, "GET", Zuid + "/workers/carla");
        Assert.Equal("bram", kept.GetProperty("absences")[0].GetProperty("deputy").GetString());
        Assert.Equal(4, (await app.CallAsync(Cora, "GET", Zuid + "/workers")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_service_is_added_at_an_address_of_its_own()
    {
        const string walks = """{ "id": "wandelgroep", "name": "Wandelgroep Noord", "arrangement": "exercise", "neighbourhoods": ["3034"], "themes": ["exercise"] }""";

        Assert.Equal(200, (await app.CallAsync(Coen, "PUT", Noord + "/services/wandelgroep", walks)).Status);

        var (_, kept) = await app.CallAsync(Coen, "GET", Noord + "/services/wandelgroep");
        Assert.Equal("exercise", kept.GetProperty("arrangement").GetString());
        Assert.Contains("wandelgroep", (await app.CallAsync(Coen, "GET", Noord)).Body.GetProperty("services").EnumerateArray().Select(service => service.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_pathway_that_comes_with_the_product_is_taken_in_as_a_version_of_its_own_and_leaves_as_it_came()
    {
        var (_, shipped) = await app.CallAsync(Cora, "GET", "/api/pathways");
        Assert.Equal(["default", "fall-prevention", "caregiver-support"], shipped.EnumerateArray().Select(pathway => pathway.GetProperty("id").GetString()));

        var own = Json(shipped[1]);
        own["version"] = 7;
        Assert.Equal(200, (await app.CallAsync(Cora, "PUT", Zuid + "/pathways/fall-prevention.7", own.ToJsonString())).Status);

        var (_, file) = await app.CallAsync(Cora, "GET", Zuid + "/pathways/fall-prevention.7");
        Assert.True(JsonNode.DeepEquals(own, Json(file)), file.GetRawText());
    }

    [Fact]
    public async Task A_wrong_pathway_file_is_told_which_line_is_wrong()
    {
        var shipped = (await app.CallAsync(Cora, "GET", "/api/pathways")).Body[1].GetRawText();
        var wrong = shipped.Replace("\"planWithin\": \"3 wd\"", "\"planWithin\": \"soon\"", StringComparison.Ordinal);
        Assert.NotEqual(shipped, wrong);
        var line = wrong[..wrong.IndexOf("soon", StringComparison.Ordinal)].Count(character => character == '\n') + 1;

        var (status, problem) = await app.CallAsync(Cora, "PUT", Zuid + "/pathways/fall-prevention.1", wrong);

        Assert.Equal(422, status);
        var error = problem.GetProperty("errors")[0];
        Assert.Equal("/handover/planWithin", error.GetProperty("pointer").GetString());
        Assert.StartsWith($"Regel {line}: ", error.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_do_not_travel_in_a_pathway()
    {
        var own = Json((await app.CallAsync(Cora, "GET", "/api/pathways")).Body[1]);
        own["version"] = 8;
        own["name"]!["nl"] = "Bel Ria op 06-12345678";

        var (status, problem) = await app.CallAsync(Cora, "PUT", Zuid + "/pathways/fall-prevention.8", own.ToJsonString());

        Assert.Equal(422, status);
        Assert.Equal("personal-data", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("workers/cora", """{ "id": "cora", "name": "Cora", "email": "cora@zuid.example", "role": "worker", "capacity": 0 }""", " coordinator-missing")]
    [InlineData("workers/anna", """{ "id": "bram", "name": "Bram", "email": "bram@zuid.example", "role": "worker", "capacity": 0 }""", "/id id-differs")]
    [InlineData("workers/anna", """{ "id": "anna", "name": "Anna", "email": "anna", "role": "worker", "capacity": 0 }""", "/email email-malformed")]
    [InlineData("workers/anna", "[]", " wrong-type")]
    [InlineData("practices/01999905", """{ "agb": "01999905", "name": "" }""", "/name required")]
    [InlineData("agreements/01999905", """{ "practice": "01999905", "pathway": { "id": "default", "version": 1 }, "feedback": { "email": "a@b.example" } }""", "/practice unknown-practice")]
    [InlineData("agreements/01999901", """{ "practice": "01999901", "pathway": { "id": "default", "version": 9 }, "feedback": { "email": "a@b.example" } }""", "/pathway unknown-pathway")]
    public async Task What_is_wrong_with_it_is_named_and_nothing_changes(string part, string json, string error)
    {
        var before = (await app.CallAsync(Cora, "GET", Zuid)).Body.GetRawText();

        var (status, problem) = await app.CallAsync(Cora, "PUT", $"{Zuid}/{part}", json);

        Assert.Equal(422, status);
        Assert.Contains(error, problem.GetProperty("errors").EnumerateArray().Select(wrong => $"{wrong.GetProperty("pointer").GetString()} {wrong.GetProperty("code").GetString()}"));
        Assert.Equal(before, (await app.CallAsync(Cora, "GET", Zuid)).Body.GetRawText());
    }

    /// <summary>Only an import makes secrets: what a coordinator changes shows none.</summary>
    [Fact]
    public async Task A_new_callback_of_one_agreement_comes_with_its_secret()
    {
        const string agreement = """{ "practice": "01999903", "pathway": { "id": "default", "version": 1 }, "feedback": { "callback": { "url": "https://gp.example/hook" } } }""";

        var (status, problem) = await app.CallAsync(Coen, "PUT", Noord + "/agreements/01999903", agreement);

        Assert.Equal(422, status);
        Assert.Equal("secret-missing", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_with_one_mistake_changes_nothing_at_all()
    {
        var file = DirectoryText.File;
        file["organisations"]![0]!["id"] = "nieuw";
        file["keys"]![0]!["key"] = "short";

        var (status, problem) = await app.CallAsync("administrator/admin", "PUT", "/api/directory", file.ToJsonString());

        Assert.Equal(422, status);
        Assert.Contains("/keys/0/key", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await app.CallAsync("administrator/admin", "GET", "/api/organisations/nieuw")).Status);
    }

    [Fact]
    public async Task A_file_without_mistakes_is_imported()
    {
        var file = DirectoryText.File;
        file["organisations"]![0]!["id"] = "midden";
        file["funders"] = new JsonArray();

        // Names of its own: the local header has no room for the organisation, and other tests call as Anna.
        var json = file.ToJsonString().Replace("anna", "ans", StringComparison.Ordinal).Replace("bram", "bas", StringComparison.Ordinal).Replace("cora", "chris", StringComparison.Ordinal);
        Assert.Equal(204, (await app.CallAsync("administrator/admin", "PUT", "/api/directory", json)).Status);

        Assert.Equal(200, (await app.CallAsync("coordinator/chris", "GET", "/api/organisations/midden")).Status);
        Assert.Equal(200, (await app.CallAsync(Cora, "GET", Zuid)).Status);
    }

    [Fact]
    public async Task An_organisation_cannot_be_put_in_the_place_of_another() =>
        Assert.Equal(422, (await app.CallAsync(Cora, "PUT", Zuid, (await app.CallAsync(Coen, "GET", Noord)).Body.GetRawText())).Status);

    static JsonObject Json(JsonElement element) => JsonNode.Parse(element.GetRawText())!.AsObject();
}
