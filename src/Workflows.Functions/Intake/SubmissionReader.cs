using System.Text.Json;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Identifiers;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>Reads the body of <c>POST /api/referrals</c>: a clean submission, or every wrong field.</summary>
/// <remarks>Pure: what it needs of the directory and the clock comes in with the body.</remarks>
static class SubmissionReader
{
    /// <summary>How far a sender's clock may be ahead of ours.</summary>
    static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>The organisation that the body names, so that the caller can look it up; null when it names none.</summary>
    public static string? OrganisationNamedIn(JsonElement root) =>
        JsonFields.Of(root, "", new FieldErrors())?.Text("organisation", FieldFormat.Identifier);

    /// <summary>Reads the body against the organisation that it names (null when there is no such) at <paramref name="now"/>; wrong fields are added to the errors.</summary>
    /// <returns>Null exactly when there are errors.</returns>
    public static NewReferral? Read(JsonElement root, Organisation? organisation, DateTimeOffset now, FieldErrors errors)
    {
        if (JsonFields.Of(root, "", errors) is not { } body)
        {
            return null;
        }

        var agreement = ReadAgreement(body, organisation, errors);
        var reference = CitizenNumbers.RefusedIn(body.Text("reference", IntakeFormats.Reference), body.At("reference"), errors);
        var referrer = ReferrerReader.Read(body, reference, errors);
        var client = ClientReader.Read(body, AmsterdamTime.DayOf(now), errors);
        var reasons = body.List("reasons", most: 20, item => ReadReason(item, errors), IntakeRules.ReasonsMissing).Distinct().ToValueList();
        var question = body.Text("question", most: 2000, lines: true);
        var handover = ReadHandover(body);
        var consent = ReadConsent(body, now, errors);
        body.RefuseOthers(CitizenNumbers.RuleOfUnknown);

        return errors.Any
            ? null
            : new NewReferral(
                new Submission(organisation!.Id, agreement!.Practice, organisation.Pathway(agreement.Pathway)!, consent!.ShareContentWithReferrer, handover ?? Usual(agreement)),
                new NewDossier(referrer!, client!, reasons, question is null ? null : BsnRedaction.Redact(question).Text, consent));
    }

    /// <summary>Where a practice has a fixed hour for it, that is where people meet.</summary>
    static HandoverForm Usual(Agreement agreement) => agreement.ConsultationHour is null ? HandoverForm.InPerson : HandoverForm.ConsultationHour;

    static Agreement? ReadAgreement(JsonFields body, Organisation? organisation, FieldErrors errors)
    {
        var named = body.Text("organisation", FieldFormat.Identifier, FieldRules.Required);
        var practice = body.Text("practice", FieldFormat.Agb, FieldRules.Required);
        if (organisation is null)
        {
            // Nothing can be said about the practice then: which practices there are is each organisation's own matter.
            return named is null ? null : errors.Refuse<Agreement>(body.At("organisation"), IntakeRules.UnknownOrganisation);
        }

        return practice is null ? null
            : organisation.AgreementWith(practice)
            ?? errors.Refuse<Agreement>(body.At("practice"), organisation.Practice(practice) is null ? IntakeRules.UnknownPractice : IntakeRules.NoAgreement);
    }

    static Reason? ReadReason(JsonFields item, FieldErrors errors)
    {
        var system = item.Text("system", IntakeFormats.CodeSystem, FieldRules.Required);
        var code = item.Text("code", system == "icpc-1" ? IntakeFormats.Icpc : IntakeFormats.Code, FieldRules.Required);
        code = CitizenNumbers.RefusedIn(code, item.At("code"), errors);
        item.RefuseOthers(CitizenNumbers.RuleOfUnknown);
        return system is null || code is null ? null : new Reason(system, code);
    }

    static HandoverForm? ReadHandover(JsonFields body)
    {
        if (body.Object("handover") is not { } handover)
        {
            return null;
        }

        var preference = handover.Choice<HandoverForm>("preference");
        handover.RefuseOthers(CitizenNumbers.RuleOfUnknown);
        return preference;
    }

    static ConsentDetails? ReadConsent(JsonFields body, DateTimeOffset now, FieldErrors errors)
    {
        if (body.Object("consent", IntakeRules.ConsentMissing) is not { } consent)
        {
            return null;
        }

        var ground = consent.Choice<LegalGround>("ground", IntakeRules.ConsentMissing);
        var recordedAt = consent.Moment("recordedAt", FieldRules.Required);
        var share = consent.Flag("shareContentWithReferrer", FieldRules.Required);
        consent.RefuseOthers(CitizenNumbers.RuleOfUnknown);
        if (recordedAt > now + ClockDifference)
        {
            errors.Add(consent.At("recordedAt"), IntakeRules.ConsentInFuture);
        }

        return ground is null || recordedAt is null || share is null ? null : new ConsentDetails(ground.Value, recordedAt.Value, share.Value);
    }

}
