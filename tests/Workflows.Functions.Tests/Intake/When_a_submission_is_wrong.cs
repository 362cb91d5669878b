using System.Text.Json.Nodes;

namespace Workflows.Functions.Tests.Intake;

public sealed class When_a_submission_is_wrong
{
    [Theory]
    [InlineData("/organisation", null, "/organisation required")]
    [InlineData("/organisation", "\"\"", "/organisation required")]
    [InlineData("/organisation", "7", "/organisation wrong-type")]
    [InlineData("/organisation", "\"Welzijn/Zuid\"", "/organisation id-malformed")]
    [InlineData("/practice", null, "/practice required")]
    [InlineData("/practice", "\"0199990\"", "/practice agb-malformed")]
    [InlineData("/practice", "\"01999909\"", "/practice unknown-practice")]
    [InlineData("/practice", "\"01999904\"", "/practice no-agreement")]
    [InlineData("/reference", "\"a b\"", "/reference reference-malformed")]
    [InlineData("/referrer", null, "/referrer required")]
    [InlineData("/referrer", "[]", "/referrer wrong-type")]
    [InlineData("/referrer/name", "\" \"", "/referrer/name required")]
    [InlineData("/referrer/role", "\"neighbour\"", "/referrer/role not-accepted")]
    [InlineData("/referrer/role", "\"Gp\"", "/referrer/role not-accepted")]
    [InlineData("/referrer/email", "\"dewit\"", "/referrer/email email-malformed")]
    [InlineData("/referrer/phone", "\"0101234567\"", "/referrer/phone phone-malformed")]
    [InlineData("/client", null, "/client required")]
    [InlineData("/client/givenName", null, "/client/givenName required")]
    [InlineData("/client/familyName", null, "/client/familyName required")]
    [InlineData("/client/familyName", "\"a\\nb\"", "/client/familyName control-characters")]
    [InlineData("/client/familyName", "\"a\\u0000b\"", "/client/familyName control-characters")]
    [InlineData("/client/familyName", "\"\\u202Enesnaj\"", "/client/familyName control-characters")]
    [InlineData("/client/familyName", "\"\\uFFFF\"", "/client/familyName malformed-text")]
    [InlineData("/client/birthDate", null, "/client/birthDate required")]
    [InlineData("/client/birthDate", "\"12-03-1948\"", "/client/birthDate not-a-date")]
    [InlineData("/client/birthDate", "\"1947-02-29\"", "/client/birthDate not-a-date")]
    [InlineData("/client/birthDate", "\"2026-04-14\"", "/client/birthDate birth-date-in-future")]
    [InlineData("/client/birthDate", "\"1899-12-31\"", "/client/birthDate birth-date-before-1900")]
    [InlineData("/client/phone", "\"0612345678\"", "/client/phone phone-malformed")]
    [InlineData("/client/phone", "\"+31 6 12345678\"", "/client/phone phone-malformed")]
    [InlineData("/client/phone", "612345678", "/client/phone wrong-type")]
    [InlineData("/client/email", "\"a@b\"", "/client/email email-malformed")]
    [InlineData("/client/postalCode", "\"0011 ED\"", "/client/postalCode postal-code-malformed")]
    [InlineData("/client/postalCode", "\"3011 SS\"", "/client/postalCode postal-code-malformed")]
    [InlineData("/client/language", "\"Nederlands\"", "/client/language language-malformed")]
    [InlineData("/client/preferredContact", "\"pigeon\"", "/client/preferredContact not-accepted")]
    [InlineData("/client/preferredContact", "\"email\"", "/client/preferredContact preferred-contact-missing")]
    [InlineData("/reasons", null, "/reasons reasons-missing")]
    [InlineData("/reasons", "[]", "/reasons empty")]
    [InlineData("/reasons", "{}", "/reasons wrong-type")]
    [InlineData("/reasons/0", "\"Z15\"", "/reasons/0 wrong-type")]
    [InlineData("/reasons/1/code", "\"P3\"", "/reasons/1/code icpc-malformed")]
    [InlineData("/reasons/1/code", "\"\"", "/reasons/1/code required")]
    [InlineData("/reasons/1/system", "\"ICPC 1\"", "/reasons/1/system code-system-malformed")]
    [InlineData("/question", "[\"a\"]", "/question wrong-type")]
    [InlineData("/handover", "\"phone\"", "/handover wrong-type")]
    [InlineData("/handover/preference", "\"fax\"", "/handover/preference not-accepted")]
    [InlineData("/consent", null, "/consent consent-missing")]
    [InlineData("/consent/ground", null, "/consent/ground consent-missing")]
    [InlineData("/consent/ground", "\"curiosity\"", "/consent/ground not-accepted")]
    [InlineData("/consent/recordedAt", null, "/consent/recordedAt required")]
    [InlineData("/consent/recordedAt", "\"2026-04-13T09:55:00\"", "/consent/recordedAt not-a-moment")]
    [InlineData("/consent/recordedAt", "\"2026-04-13\"", "/consent/recordedAt not-a-moment")]
    [InlineData("/consent/recordedAt", "\"2026-04-13T10:06:00+02:00\"", "/consent/recordedAt consent-in-future")]
    [InlineData("/consent/shareContentWithReferrer", null, "/consent/shareContentWithReferrer required")]
    [InlineData("/consent/shareContentWithReferrer", "\"yes\"", "/consent/shareContentWithReferrer wrong-type")]
    [InlineData("/client/shoeSize", "42", "/client/shoeSize unknown-member")]
    [InlineData("/a~1b", "1", "/a~01b unknown-member")]
    public void The_field_and_what_is_wrong_with_it_are_named(string pointer, string? json, string error) =>
        Assert.Equal([error], Submitted.Refused(Submitted.With(pointer, json)));

    [Fact]
    public void An_organisation_that_nobody_knows_is_named() =>
        Assert.Equal(["/organisation unknown-organisation"], Submitted.Refused(Submitted.Body.ToJsonString(), organisation: null));

    [Fact]
    public void Every_wrong_field_is_named_in_one_answer()
    {
        var body = Submitted.With("/client/phone", "\"0612345678\"");
        body["consent"] = null;
        body["client"]!["birthDate"] = "2050-01-01";
        body["practice"] = "01999909";
        body["reasons"]![1]!["code"] = "?";

        Assert.Equal(
            ["/practice unknown-practice", "/client/birthDate birth-date-in-future", "/client/phone phone-malformed", "/reasons/1/code icpc-malformed", "/consent consent-missing"],
            Submitted.Refused(body));
    }

    [Fact]
    public void An_empty_body_names_what_is_needed() =>
        Assert.Equal(
            ["/organisation required", "/practice required", "/referrer required", "/client required", "/reasons reasons-missing", "/consent consent-missing"],
            Submitted.Refused("{}", organisation: null));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void A_body_that_is_no_object_is_refused(string json) => Assert.Equal([" wrong-type"], Submitted.Refused(json, Submitted.WelzijnZuid));

    [Fact]
    public void A_client_whom_nobody_can_reach_is_refused()
    {
        var body = Submitted.With("/client/phone", null);
        body["client"]!.AsObject().Remove("preferredContact");

        Assert.Equal(["/client/phone contact-missing"], Submitted.Refused(body));
    }

    [Fact]
    public void A_field_given_twice_is_refused() =>
        Assert.Equal(
            ["/client/phone duplicate-member"],
            Submitted.Refused(Submitted.Body.ToJsonString().Replace("\"familyName\":", "\"phone\":\"+31687654321\",\"familyName\":", StringComparison.Ordinal), Submitted.WelzijnZuid));

    [Theory]
    [InlineData("/client/familyName", 100)]
    [InlineData("/referrer/name", 100)]
    [InlineData("/question", 2000)]
    public void A_text_may_be_so_long_and_no_longer(string pointer, int most)
    {
        Submitted.Accepted(Submitted.With(pointer, $"\"{new string('x', most)}\""));
        Assert.Equal([$"{pointer} too-long"], Submitted.Refused(Submitted.With(pointer, $"\"{new string('x', most + 1)}\"")));
    }

    [Fact]
    public void More_than_twenty_reasons_are_refused()
    {
        var body = Submitted.Body;
        body["reasons"] = new JsonArray([.. Enumerable.Range(10, 21).Select(number => JsonNode.Parse($$"""{ "system": "icpc-1", "code": "Z{{number}}" }"""))]);

        Assert.Equal(["/reasons too-many"], Submitted.Refused(body));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_in_values_and_in_names()
    {
        var json = Submitted.Body.ToJsonString();

        Assert.Equal(["/client/givenName malformed-text"], Submitted.Refused(json.Replace("\"Ria\"", "\"\\ud800\"", StringComparison.Ordinal), Submitted.WelzijnZuid));
        Assert.Equal(["/client malformed-text"], Submitted.Refused(json.Replace("\"givenName\":", "\"\\udc00\":1,\"givenName\":", StringComparison.Ordinal), Submitted.WelzijnZuid));
    }

    [Theory]
    [InlineData("/bsn", "\"111222333\"", "/bsn bsn-refused")]
    [InlineData("/client/bsn", "111222333", "/client/bsn bsn-refused")]
    [InlineData("/client/BSN-nummer", "\"x\"", "/client/BSN-nummer bsn-refused")]
    [InlineData("/client/burgerservicenummer", "null", "/client/burgerservicenummer bsn-refused")]
    [InlineData("/client/familyName", "\"Jansen 111222333\"", "/client/familyName bsn-refused")]
    [InlineData("/client/givenName", "\"999996708\"", "/client/givenName bsn-refused")]
    [InlineData("/client/email", "\"111222333@post.example\"", "/client/email bsn-refused")]
    [InlineData("/referrer/name", "\"111.222.333\"", "/referrer/name bsn-refused")]
    [InlineData("/reference", "\"111222333\"", "/reference bsn-refused")]
    [InlineData("/reasons/0", """{ "system": "own", "code": "111222333" }""", "/reasons/0/code bsn-refused")]
    public void A_citizen_number_is_refused_in_every_field_that_has_a_form(string pointer, string json, string error) =>
        Assert.Equal([error], Submitted.Refused(Submitted.With(pointer, json)));
}
