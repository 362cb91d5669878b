using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Referrals.Matching;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Tests.Directory;

public sealed class When_a_directory_file_is_read
{
    const string Worker = "/organisations/0/workers/0";
    const string Agreement = "/organisations/0/agreements/0";

    [Fact]
    public void Everything_in_it_is_there()
    {
        var file = DirectoryText.Accepted(DirectoryText.File);
        var organisation = Assert.Single(file.Organisations);

        Assert.Equal(["anna", "bram", "cora"], organisation.Workers.Select(worker => worker.Id));
        Assert.Equal(["cora"], organisation.Coordinators.Select(worker => worker.Id));
        Assert.Equal([new Absence(new(2026, 7, 1), new(2026, 7, 14), "bram")], organisation.Worker("anna")!.Absences);
        Assert.Equal(new PracticeHour(DayOfWeek.Tuesday, new(13, 0), new(15, 0), 30, "Kamer 3"), organisation.AgreementWith("01999901")!.ConsultationHour);
        Assert.Equal(Pathway.Default, organisation.Pathway(organisation.AgreementWith("01999901")!.Pathway));
    }

    [Theory]
    [InlineData(Worker + "/id", "\"Anna!\"", Worker + "/id id-malformed")]
    [InlineData(Worker + "/email", null, Worker + "/email required")]
    [InlineData(Worker + "/phone", "\"06\"", Worker + "/phone phone-malformed")]
    [InlineData(Worker + "/role", "\"boss\"", Worker + "/role not-accepted")]
    [InlineData(Worker + "/capacity", "-1", Worker + "/capacity out-of-range")]
    [InlineData(Worker + "/capacity", "1.5", Worker + "/capacity out-of-range")]
    [InlineData(Worker + "/capacity", "99999999999", Worker + "/capacity out-of-range")]
    [InlineData(Worker + "/neighbourhoods/0", "\"3011 ED\"", Worker + "/neighbourhoods/0 postal-area-malformed")]
    [InlineData(Worker + "/absences/0/until", "\"2026-06-30\"", Worker + "/absences/0/until period-reversed")]
    [InlineData(Worker + "/absences/0/deputy", "\"anna\"", Worker + "/absences/0/deputy own-deputy")]
    [InlineData(Worker + "/absences/0/deputy", "\"dirk\"", Worker + "/absences/0/deputy unknown-worker")]
    [InlineData("/organisations/0/workers/1/id", "\"cora\"", "/organisations/0/workers/2/id duplicate-id")]
    [InlineData("/organisations/0/workers/2/role", "\"worker\"", "/organisations/0/workers coordinator-missing")]
    [InlineData("/organisations/0/practices/1/agb", "\"01999901\"", "/organisations/0/practices/1/agb duplicate-id")]
    [InlineData("/organisations/0/closingDays/0", "\"15 mei\"", "/organisations/0/closingDays/0 not-a-date")]
    [InlineData(Agreement + "/practice", "\"01999909\"", Agreement + "/practice unknown-practice")]
    [InlineData(Agreement + "/pathway/version", "2", Agreement + "/pathway unknown-pathway")]
    [InlineData(Agreement + "/pathway", null, Agreement + "/pathway required")]
    [InlineData(Agreement + "/deputies/0", "\"els\"", Agreement + "/deputies/0 unknown-worker")]
    [InlineData(Agreement + "/feedback", "{}", Agreement + "/feedback channel-missing")]
    [InlineData(Agreement + "/feedback/callback/url", "\"http://gp.example/hook\"", Agreement + "/feedback/callback/url url-malformed")]
    [InlineData(Agreement + "/feedback/callback/url", "\"https://user:pass@gp.example\"", Agreement + "/feedback/callback/url url-malformed")]
    [InlineData(Agreement + "/feedback/callback/url", "\"/hook\"", Agreement + "/feedback/callback/url url-malformed")]
    [InlineData(Agreement + "/feedback/callback/secrets/0", "\"whsec_short\"", Agreement + "/feedback/callback/secrets/0 secret-malformed")]
    [InlineData(Agreement + "/consultationHour/weekday", "\"sunday\"", Agreement + "/consultationHour/weekday no-working-day")]
    [InlineData(Agreement + "/consultationHour/from", "\"1 pm\"", Agreement + "/consultationHour/from not-a-time")]
    [InlineData(Agreement + "/consultationHour/until", "\"13:00\"", Agreement + "/consultationHour/until period-reversed")]
    [InlineData(Agreement + "/consultationHour/slotMinutes", "180", Agreement + "/consultationHour/slotMinutes slot-too-long")]
    [InlineData("/funders/0/organisations/0", "\"elders\"", "/funders/0/organisations/0 unknown-organisation")]
    [InlineData("/keys/0/organisation", "\"elders\"", "/keys/0/organisation unknown-organisation")]
    [InlineData("/keys/0/key", "\"local-form-key\"", "/keys/0/key key-too-weak")]
    [InlineData("/keys/0/practice", null, "/keys/0 key-without-scope")]
    [InlineData("/keys/0/hash", "{}", "/keys/0/hash unknown-member")]
    [InlineData("/oranisations", "[]", "/oranisations unknown-member")]
    public void The_field_and_what_is_wrong_with_it_are_named(string pointer, string? json, string error) =>
        Assert.Contains(error, DirectoryText.Refused(DirectoryText.With(pointer, json)));

    [Fact]
    public void Every_wrong_field_is_named_in_one_answer_also_where_one_thing_names_another()
    {
        var file = DirectoryText.With(Worker + "/email", "\"anna\"");
        file["organisations"]![0]!["agreements"]![0]!["deputies"]![0] = "nobody";
        file["keys"]![0]!["practice"] = "1";

        Assert.Equal(
            [Worker + "/email email-malformed", Agreement + "/deputies/0 unknown-worker", "/keys/0/practice agb-malformed"],
            DirectoryText.Refused(file));
    }

    [Fact]
    public void A_wrong_field_of_a_worker_does_not_make_others_wrong_that_name_the_worker() =>
        Assert.Equal(
            ["/organisations/0/workers/1/email email-malformed"],
            DirectoryText.Refused(DirectoryText.With("/organisations/0/workers/1/email", "\"bram\"")));

    [Fact]
    public void Secrets_and_keys_that_are_left_out_are_the_stored_ones()
    {
        var read = DirectoryText.Accepted(WithoutSecrets, DirectoryText.Accepted(DirectoryText.File));

        Assert.Equal([DirectoryText.Secret], read.Organisations[0].Agreements[0].Feedback.Callback!.Secrets!);
        Assert.True(read.Keys[0].Hash!.Matches(DirectoryText.Key));
    }

    [Fact]
    public void Secrets_and_keys_that_nobody_has_are_made_and_told()
    {
        var made = new NewSecrets();

        var file = made.Complete(DirectoryText.Accepted(WithoutSecrets));

        Assert.True(made.Any);
        var (callback, key) = (Assert.Single(made.Callbacks), Assert.Single(made.Keys));
        Assert.Equal(("welzijn-zuid", "01999901"), (callback.Organisation, callback.Practice));
        Assert.Equal([callback.Secret], file.Organisations[0].Agreements[0].Feedback.Callback!.Secrets!);
        Assert.Equal("form", key.Id);
        Assert.True(file.Keys[0].Hash!.Matches(key.Key));
        Assert.Empty(made.Forms);

        // What was made is what the file itself may hold.
        var given = DirectoryText.With(Agreement + "/feedback/callback/secrets/0", $"\"{callback.Secret}\"");
        given["keys"]![0]!["key"] = key.Key;
        DirectoryText.Accepted(given);
    }

    [Fact]
    public void An_import_that_begins_anew_makes_nothing_twice()
    {
        var made = new NewSecrets();
        var first = made.Complete(DirectoryText.Accepted(WithoutSecrets));
        var shown = (made.Callbacks.Single(), made.Keys.Single());

        var second = made.Complete(DirectoryText.Accepted(WithoutSecrets));

        Assert.Equal(shown, (made.Callbacks.Single(), made.Keys.Single()));
        Assert.Equal(first.Organisations, second.Organisations);
        Assert.True(second.Keys[0].Hash!.Matches(shown.Item2.Key));
    }

    [Fact]
    public void Nothing_is_made_for_what_is_there()
    {
        var made = new NewSecrets();

        Assert.Equal(DirectoryText.Accepted(WithoutSecrets, DirectoryText.Accepted(DirectoryText.File)).Organisations, made.Complete(DirectoryText.Accepted(DirectoryText.File)).Organisations);
        Assert.False(made.Any);
    }

    static JsonObject WithoutSecrets
    {
        get
        {
            var file = DirectoryText.With(Agreement + "/feedback/callback/secrets", null);
            file["keys"]![0]!.AsObject().Remove("key");
            return file;
        }
    }

    [Fact]
    public void A_short_key_of_a_developers_machine_does_not_become_a_real_one_by_leaving_it_out()
    {
        var developers = DirectoryText.With("/keys/0/key", "\"local-form-key\"");
        developers["keys"]![0]!["developmentOnly"] = true;
        var stored = DirectoryText.Accepted(developers);

        Assert.Equal(["/keys/0/key key-too-weak"], DirectoryText.Refused(DirectoryText.With("/keys/0/key", null), stored));
    }

    [Fact]
    public void On_a_developers_machine_a_callback_may_be_http() =>
        DirectoryText.Accepted(DirectoryText.With(Agreement + "/feedback/callback/url", "\"http://localhost:7071/local/gp-inbox/a\""), development: true);

    [Fact]
    public void An_organisation_may_have_its_own_pathway_version()
    {
        var file = DirectoryText.With("/organisations/0/pathways", $"[{Own(version: 2)}]");
        file["organisations"]![0]!["agreements"]![0]!["pathway"]!["version"] = 2;

        var organisation = DirectoryText.Accepted(file).Organisations[0];

        Assert.Equal(2, organisation.Pathway(organisation.Agreements[0].Pathway)!.Offer.Candidates);
    }

    [Fact]
    public void A_pathway_version_never_changes()
    {
        var stored = DirectoryText.Accepted(DirectoryText.With("/organisations/0/pathways", $"[{Own(version: 2)}]"));

        Assert.Equal(
            ["/organisations/0/pathways/0 pathway-version-fixed"],
            DirectoryText.Refused(DirectoryText.With("/organisations/0/pathways", $"[{Own(version: 2, candidates: 1)}]"), stored));
        Assert.Equal(
            ["/organisations/0/pathways/0 pathway-version-fixed"],
            DirectoryText.Refused(DirectoryText.With("/organisations/0/pathways", $"[{Own(version: 1)}]")));
    }

    [Fact]
    public void What_is_wrong_in_a_pathway_is_named_where_it_stands() =>
        Assert.Contains(
            DirectoryText.Refused(DirectoryText.With("/organisations/0/pathways", $"[{Own(version: 2, candidates: -1)}]")),
            error => error.StartsWith("/organisations/0/pathways/0/offer/candidates ", StringComparison.Ordinal));

    static string Own(int version, int candidates = 2)
    {
        var pathway = JsonNode.Parse(PathwayFile.Write(Pathway.Default))!;
        pathway["version"] = version;
        pathway["offer"]!["candidates"] = candidates;
        return pathway.ToJsonString();
    }
}
