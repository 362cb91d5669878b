using Workflows.Functions.Intake;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Intake;

public sealed class When_a_submission_is_right
{
    readonly NewReferral referral = Submitted.Accepted(Submitted.Body);

    [Fact]
    public void What_enters_the_process_says_nothing_about_a_person()
    {
        Assert.Equal(("welzijn-zuid", "01999901", "default/1"), (referral.Submission.Organisation, referral.Submission.Practice, referral.Submission.Pathway.VersionLabel));
        Assert.True(referral.Submission.SharesContentWithReferrer);
        Assert.Equal(HandoverForm.ConsultationHour, referral.Submission.PreferredHandover);
    }

    [Fact]
    public void Everything_personal_goes_to_the_dossier()
    {
        Assert.Equal(new ClientDetails("Ria", "Jansen", new DateOnly(1948, 3, 12), "+31612345678", null, "3011 ED", "nl", ContactChannel.Phone), referral.Dossier.Client);
        Assert.Equal(new ReferrerDetails("dr. M. de Wit", ReferrerRole.Gp, "dewit@praktijk.example", "+31101234567", "HA-2026-17"), referral.Dossier.Referrer);
        Assert.Equal([new Reason("icpc-1", "Z15"), new Reason("icpc-1", "P03")], referral.Dossier.Reasons);
        Assert.Equal("Weduwe sinds vorig jaar, komt weinig buiten.", referral.Dossier.Question);
        Assert.Equal(LegalGround.Consent, referral.Dossier.Consent.Ground);
    }

    [Theory]
    [InlineData("/reference")]
    [InlineData("/question")]
    [InlineData("/handover")]
    [InlineData("/referrer/phone")]
    [InlineData("/client/email")]
    [InlineData("/client/postalCode")]
    [InlineData("/client/language")]
    [InlineData("/client/preferredContact")]
    public void An_optional_field_may_be_absent_or_null(string pointer)
    {
        Submitted.Accepted(Submitted.With(pointer, null));
        Submitted.Accepted(Submitted.With(pointer, "null"));
    }

    [Fact]
    public void Without_a_preference_people_meet_in_person_where_there_is_no_consultation_hour() =>
        Assert.Equal(HandoverForm.InPerson, Submitted.Accepted(Submitted.With("/handover", null)).Submission.PreferredHandover);

    [Theory]
    [InlineData("3011ED", "3011 ED")]
    [InlineData("3011 ed", "3011 ED")]
    public void A_postal_code_gets_one_spelling(string sent, string kept) =>
        Assert.Equal(kept, Submitted.Accepted(Submitted.With("/client/postalCode", $"\"{sent}\"")).Dossier.Client.PostalCode);

    [Fact]
    public void The_same_letters_are_the_same_text_however_they_were_typed() =>
        Assert.Equal("Ren\u00E9", Submitted.Accepted(Submitted.With("/client/givenName", "\" Rene\\u0301 \"")).Dossier.Client.GivenName);

    [Fact]
    public void A_code_that_nobody_here_knows_is_kept() =>
        Assert.Contains(new Reason("snomed-ct", "160734000"), Submitted.Accepted(Submitted.With("/reasons/0", """{ "system": "snomed-ct", "code": "160734000" }""")).Dossier.Reasons);

    [Fact]
    public void A_reason_given_twice_is_one_reason() =>
        Assert.Single(Submitted.Accepted(Submitted.With("/reasons/0", """{ "system": "icpc-1", "code": "P03" }""")).Dossier.Reasons);

    [Fact]
    public void A_citizen_number_in_the_question_is_taken_out()
    {
        var question = Submitted.Accepted(Submitted.With("/question", "\"Mevrouw (BSN 111222333) mist haar man.\\nBel 999996708 niet.\"")).Dossier.Question!;

        Assert.DoesNotContain("111222333", question, StringComparison.Ordinal);
        Assert.DoesNotContain("999996708", question, StringComparison.Ordinal);
        Assert.Contains("mist haar man.\nBel", question, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_no_citizen_number_stays() =>
        Assert.Contains("123456789", Submitted.Accepted(Submitted.With("/question", "\"Dossier 123456789\"")).Dossier.Question!, StringComparison.Ordinal);

    [Fact]
    public void Lines_and_tabs_in_the_question_become_plain() =>
        Assert.Equal("een\ntwee drie", Submitted.Accepted(Submitted.With("/question", "\"een\\r\\ntwee\\tdrie\"")).Dossier.Question);
}
