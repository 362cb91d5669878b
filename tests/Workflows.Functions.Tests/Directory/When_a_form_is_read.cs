using System.Text.Json.Nodes;
using Workflows.Functions.Directory;
using Workflows.Functions.Tests.Intake.Forms;

namespace Workflows.Functions.Tests.Directory;

public sealed class When_a_form_is_read
{
    static JsonObject File(Action<JsonObject>? change = null)
    {
        var form = JsonNode.Parse(When_any_system_sends_JSON.Form)!.AsObject();
        change?.Invoke(form);
        var file = DirectoryText.File;
        file["forms"] = new JsonArray(form);
        return file;
    }

    static IReadOnlyList<string> Refused(Action<JsonObject> change) => DirectoryText.Refused(File(change));

    [Fact]
    public void A_whole_mapping_is_accepted() => Assert.Equal("portal", Assert.Single(DirectoryText.Accepted(File()).Forms).Id);

    [Fact]
    public void A_mapping_that_leaves_a_needed_field_empty_would_park_everything_and_is_refused() =>
        Assert.Equal(["/forms/0/fields targets-missing"], Refused(form => form["fields"]!.AsArray().RemoveAt(0)));

    [Fact]
    public void A_field_that_no_referral_has_is_refused() =>
        Assert.Contains("/forms/0/fields/0/to unknown-target", Refused(form => form["fields"]![0]!["to"] = "/client/bsn"));

    [Fact]
    public void A_field_comes_from_answers_or_is_always_the_same() =>
        Assert.Equal(["/forms/0/fields/0 either-from-or-value"], Refused(form => form["fields"]![0]!["value"] = "dr. Wit"));

    [Fact]
    public void A_format_that_is_no_date_is_refused() =>
        Assert.Equal(["/forms/0/fields/5/format date-format-malformed"], Refused(form => form["fields"]![5]!["format"] = "dag-maand"));

    [Fact]
    public void Typeform_gets_a_secret_and_the_others_send_a_key()
    {
        var made = new NewSecrets();
        var file = made.Complete(DirectoryText.Accepted(File(form => form["tool"] = "typeform")));

        Assert.Equal([new("portal", file.Forms[0].Secret!)], made.Forms);
        DirectoryText.Accepted(File(form => (form["tool"], form["secret"]) = ("typeform", file.Forms[0].Secret)));
        Assert.Equal(["/forms/0/secret tool-sends-key"], Refused(form => form["secret"] = "sixteen characters"));
        Assert.Null(new NewSecrets().Complete(DirectoryText.Accepted(File())).Forms[0].Secret);
    }

    [Fact]
    public void An_unknown_organisation_is_refused() =>
        Assert.Equal(["/forms/0/organisation unknown-organisation"], Refused(form => form["organisation"] = "nobody"));

    [Fact]
    public void A_secret_that_the_file_leaves_out_is_the_stored_one_and_never_stands_in_the_json()
    {
        var first = DirectoryText.Accepted(File(form => (form["tool"], form["secret"]) = ("typeform", "sixteen characters")));
        var again = DirectoryText.Accepted(File(form => form["tool"] = "typeform"), first);

        Assert.Equal("sixteen characters", again.Forms[0].Secret);
        var row = DirectoryRow.OfShared(again).Single(row => row.Key == "form!portal");
        Assert.DoesNotContain("sixteen", row.Json, StringComparison.Ordinal);
        Assert.Equal(again.Forms[0], DirectoryRow.ToShared([row]).Forms[0]);
    }
}
